package refocus.cases.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.contract.DisclosureContract;
import refocus.eventsourcing.servers.ServersResource;

/// Who saw this child, when, on what basis and why, refusals included; and whoever asks that is seen asking.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AccessLogTest {

    private static final LocalDate BORN = LocalDate.of(2015, 6, 2);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Api duty = new Api("duty", UUID.randomUUID().toString());
    private final Api auditor = new Api("auditor", UUID.randomUUID().toString());

    private String child;

    @BeforeEach
    void a_child() {
        // No two alike, or the second would be taken for the first.
        child = duty.made("/v1/children", """
                {"familyName": "%s", "dateOfBirth": {"date": "%s"}}""".formatted(UUID.randomUUID(), BORN.plusDays(DAYS.getAndIncrement())));
    }

    @Test
    void shows_each_access_and_each_refusal_newest_first() throws Exception {
        String practitioner = UUID.randomUUID().toString();
        seen("2026-11-02T09:10:00Z", practitioner, "child", "SERVICE", "DUPLICATE_CHECK", 1);
        seen("2026-11-03T09:10:00Z", practitioner, "chronology", "DENIED", null, 0);
        log("").then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.what", contains("chronology", "child"))
                .body("items.basis", contains("DENIED", "SERVICE"))
                .body("items.refused", contains(true, false))
                .body("items.actor", contains(practitioner, practitioner))
                .body("items[0].reason", nullValue())
                .body("items[1].reason", equalTo("DUPLICATE_CHECK"))
                .body("items[1].occurredAt", equalTo("2026-11-02T09:10:00Z"))
                .body("items[1].roles", contains("practitioner"));
    }

    @Test
    void to_look_is_put_down_with_its_basis() {
        log("").then().statusCode(200).body("items", hasSize(0));
        log("").then()
                .body("items", hasSize(1))
                .body("items[0].what", equalTo("access-log"))
                .body("items[0].basis", equalTo("AUDIT"))
                .body("items[0].results", equalTo(0))
                .body("items[0].actor", equalTo(auditor.worker()));
    }

    @Test
    void comes_in_pages_that_miss_and_repeat_nothing() throws Exception {
        var expected = new ArrayList<String>();
        for (int hour = 10; hour < 15; hour++) {
            expected.addFirst(seen("2026-11-02T%d:00:00Z".formatted(hour), "w" + hour, "child", "DUTY", null, 1));
        }
        var got = new ArrayList<String>();
        String after = "";
        do {
            Response page = log("?limit=2" + after);
            page.then().statusCode(200);
            got.addAll(page.path("items.findAll { it.basis == 'DUTY' }.id"));
            String next = page.path("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(got).isEqualTo(expected);
        log("?limit=0").then().statusCode(400);
        log("?after=x").then().statusCode(400);
        log("?worker=x").then().statusCode(400);
    }

    @Test
    void is_for_auditors_and_of_children_there_are() {
        for (String role : List.of("practitioner", "team-manager", "analyst", "system", "duty")) {
            new Api(role, UUID.randomUUID().toString())
                    .get("/v1/children/" + child + "/access-log")
                    .then()
                    .statusCode(403);
        }
        auditor.get("/v1/children/" + UUID.randomUUID() + "/access-log").then().statusCode(404);
    }

    @Test
    void shows_nothing_that_cannot_be_put_on_record() throws Exception {
        String secret = UUID.randomUUID().toString();
        seen("2099-11-02T09:10:00Z", secret, "child", "ALLOCATED", null, 1);
        DisclosureContract.of(correlation -> auditor.request()
                        .header("Correlation-Id", correlation)
                        .get("/v1/children/" + child + "/access-log"))
                .showing(secret)
                .holds();
    }

    private Response log(String query) {
        return auditor.get("/v1/children/" + child + "/access-log" + query);
    }

    private String seen(String at, String actor, String what, String basis, String reason, int results)
            throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = DisclosureContract.owner();
                var insert = connection.prepareStatement("""
                        insert into access_record (writer, seq, id, subject, what, basis, reason, results, actor, account,
                                                   client, roles, correlation, occurred_at, mac)
                        values (gen_random_uuid(), 1, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, 'account', 'client', 'practitioner',
                                gen_random_uuid(), ?::timestamptz, '')""")) {
            insert.setString(1, id);
            insert.setString(2, child);
            insert.setString(3, what);
            insert.setString(4, basis);
            insert.setString(5, reason);
            insert.setInt(6, results);
            insert.setString(7, actor);
            insert.setString(8, at);
            insert.executeUpdate();
        }
        return id;
    }
}
