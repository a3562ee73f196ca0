package refocus.staff.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// A member of staff who left long ago is erased when a records manager asks and nothing keeps them, and not before.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class StaffErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ASKED = "{\"reason\": \"RETENTION_ENDED\"}";
    private static final String ENDED = "{\"reason\": \"ENDED\"}";
    private static final String LONG_AGO = "2015-06-30";

    private final Api hr = Api.someone("hr-officer");
    private final Api manager = Api.someone("team-manager");
    private final Api records = Api.someone("records-manager");
    private final Api carys = Api.someone("practitioner");
    private final Api tomos = Api.someone("practitioner");

    @Inject
    DataSource database;

    @Test
    void what_is_known_of_them_is_erased_everywhere_and_others_stay_as_they_are() throws SQLException {
        joined(carys, "Carys Yorath");
        joined(tomos, "Tomos Prys");
        hr.done(at(carys, "registration"), "{\"number\": \"W/1234567\", \"renewalOn\": \"2030-06-30\"}");
        String need = raised(carys, "My knee hurts");
        String other = raised(tomos, "A quiet room");
        said(carys);
        left(carys, LONG_AGO);
        keeping(carys).header("ETag", "\"0\"").body("status", equalTo("KEPT")).body("erasure", nullValue());

        records.done(at(carys, "erasure"), ASKED);
        keeping(carys).body("status", equalTo("ERASING")).body("erasure.erasedOn", nullValue());
        records.post(at(carys, "legal-hold"), "{\"reason\": \"CLAIM\"}").then().statusCode(409);
        erased(carys);
        records.request()
                .header("Accept-Language", "cy")
                .get(at(carys, "record-keeping"))
                .then()
                .statusCode(200)
                .body("erasure.readable", is(false))
                .body(
                        "erasure.places.place",
                        contains("KEY", "LOG", "TOPIC", "READ_MODELS", "SEARCH", "SNAPSHOTS", "PARKED", "EXPORTS"))
                .body("erasure.places.readable", everyItem(is(0)))
                // The name, the number, the need, the judgement of a session and that of a resource.
                .body("erasure.places.find { it.place == 'LOG' }.found", greaterThanOrEqualTo(5))
                .body("erasure.places.find { it.place == 'READ_MODELS' }.found", greaterThan(0))
                .body("erasure.places.find { it.place == 'KEY' }.label", equalTo("Allwedd y person"));

        hr.get("/v1/workers/{id}", carys.worker())
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("registration.number", nullValue())
                .body("role", equalTo("practitioner"))
                .body("lastDay", equalTo(LONG_AGO));
        hr.get("/v1/workers?inPost=false&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(carys.worker()))
                .body("items.find { it.id == '%s' }.name".formatted(carys.worker()), nullValue());
        manager.get("/v1/support-needs/{id}", need).then().statusCode(200).body("text", nullValue());
        manager.get("/v1/support-needs?limit=200")
                .then()
                .statusCode(200)
                .body("items.text", not(hasItem("My knee hurts")))
                .body("items.find { it.id == '%s' }.text".formatted(other), equalTo("A quiet room"));
        hr.get("/v1/workers/{id}", tomos.worker()).then().body("name", equalTo("Tomos Prys"));

        refused(hr.post(at(carys, "name"), "{\"name\": \"Carys Yorath\"}").then(), "erased");
        refused(carys.post("/v1/support-needs", need("A lift")).then(), "erased");
        refused(records.post(at(carys, "legal-hold"), "{\"reason\": \"CLAIM\"}").then(), "erased");
        records.done(at(carys, "erasure"), ASKED);
        assertThat(events(carys, "erasure-ordered")).isEqualTo(1);
        assertThat(events(carys, "personal-data-erased")).isEqualTo(1);
    }

    @Test
    void who_is_in_post_is_kept_and_who_left_is_for_six_years() {
        joined(carys, "Carys Yorath");
        refused(records.post(at(carys, "erasure"), ASKED).then(), "worker-in-post");
        var lastDay = Wales.today().minusYears(1);
        left(carys, lastDay.toString());
        refused(records.post(at(carys, "erasure"), ASKED).then(), "worker-kept");
        records.request()
                .header("Accept-Language", "cy")
                .body(ASKED)
                .post(at(carys, "erasure"))
                .then()
                .statusCode(409)
                .body("title", equalTo("Mae rheol gadw yn cadw'r cofnod hwn"))
                .body("facts", contains(lastDay.plusYears(6).toString()));
        hr.get("/v1/workers/{id}", carys.worker()).then().body("name", equalTo("Carys Yorath"));
    }

    @Test
    void a_legal_hold_keeps_a_record_for_as_long_as_it_lasts() {
        joined(carys, "Carys Yorath");
        left(carys, LONG_AGO);
        String placing = "{\"reason\": \"TRIBUNAL\", \"reference\": \"Claim 17\"}";
        String hold = placed(carys, placing);
        assertThat(placed(carys, placing)).isEqualTo(hold);
        refused(records.post(at(carys, "erasure"), ASKED).then(), "legal-hold");
        keeping(carys)
                .body("status", equalTo("KEPT"))
                .body("holds", hasSize(1))
                .body("holds[0].id", equalTo(hold))
                .body("holds[0].label", equalTo("Employment tribunal or early conciliation"))
                .body("holds[0].reference", equalTo("Claim 17"))
                .body("holds[0].liftedOn", nullValue());
        records.done(at(carys, "legal-hold/" + hold + "/lifting"), ENDED);
        records.done(at(carys, "legal-hold/" + hold + "/lifting"), ENDED);
        keeping(carys).body("holds[0].liftedOn", equalTo(Wales.today().toString()));
        records.done(at(carys, "erasure"), ASKED);
        erased(carys);
    }

    @Test
    void a_hold_on_all_staff_keeps_each_for_as_long_as_it_lasts() {
        joined(carys, "Carys Yorath");
        left(carys, LONG_AGO);
        String hold = records.made("/v1/legal-holds", """
                {"reason": "PUBLIC_INQUIRY", "reference": "Inquiry 4"}""");
        try {
            refused(records.post(at(carys, "erasure"), ASKED).then(), "service-hold");
            records.get("/v1/legal-holds")
                    .then()
                    .statusCode(200)
                    .header("ETag", containsString("\""))
                    .body("items.find { it.id == '%s' }.reference".formatted(hold), equalTo("Inquiry 4"))
                    .body("items.find { it.id == '%s' }.liftedOn".formatted(hold), nullValue());
        } finally {
            records.done("/v1/legal-holds/%s/lifting".formatted(hold), ENDED);
        }
        records.done(at(carys, "erasure"), ASKED);
        erased(carys);
    }

    @Test
    void while_the_view_of_traces_lacks_anything_nothing_is_erased() throws SQLException {
        joined(carys, "Carys Yorath");
        left(carys, LONG_AGO);
        String parked = "support-need/" + tomos.worker();
        run("insert into views.parked_staff_traces (stream_id, reason) values (?, 'a test')", parked);
        try {
            records.post(at(carys, "erasure"), ASKED)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("view-parked"));
        } finally {
            run("delete from views.parked_staff_traces where stream_id = ?", parked);
        }
        keeping(carys).body("status", equalTo("KEPT"));
        records.done(at(carys, "erasure"), ASKED);
    }

    @Test
    void all_of_it_is_a_records_managers_business_and_about_someone_on_record() {
        joined(carys, "Carys Yorath");
        hr.post(at(carys, "erasure"), ASKED).then().statusCode(403);
        manager.post(at(carys, "legal-hold"), "{\"reason\": \"CLAIM\"}").then().statusCode(403);
        manager.get(at(carys, "record-keeping")).then().statusCode(403);
        carys.get(at(carys, "record-keeping")).then().statusCode(403);
        hr.post("/v1/legal-holds", "{\"reason\": \"CLAIM\"}").then().statusCode(403);
        records.post(at(carys, "erasure"), "{\"reason\": \"BORED\"}").then().statusCode(422);
        records.post(at(carys, "legal-hold/" + UUID.randomUUID() + "/lifting"), ENDED)
                .then()
                .statusCode(404);
        records.post(at(tomos, "erasure"), ASKED).then().statusCode(404);
        records.post(at(tomos, "legal-hold"), "{\"reason\": \"CLAIM\"}").then().statusCode(404);
        records.get(at(tomos, "record-keeping")).then().statusCode(404);
    }

    private void joined(Api worker, String name) {
        hr.made("/v1/workers", """
                {"id": "%s", "name": "%s", "role": "practitioner", "fte": 1, "startsOn": "2010-05-04"}""".formatted(worker.worker(), name));
    }

    private void left(Api worker, String lastDay) {
        hr.done(at(worker, "departure"), "{\"lastDay\": \"%s\"}".formatted(lastDay));
    }

    private static String raised(Api worker, String text) {
        return worker.made("/v1/support-needs", need(text));
    }

    private static String need(String text) {
        return "{\"theme\": \"EQUIPMENT\", \"text\": \"%s\"}".formatted(text);
    }

    /// A judgement of a session and one of a resource.
    private void said(Api worker) {
        String session = "/v1/training-sessions/" + manager.made("/v1/training-sessions", """
                {"title": {"en": "Listening", "cy": "Gwrando"}, "topic": "SAFEGUARDING", "places": 5,
                 "startsAt": "2014-05-01T09:00:00Z"}""");
        manager.done(session + "/attendance", "{\"worker\": \"%s\", \"attended\": true}".formatted(worker.worker()));
        worker.done(session + "/evaluations", "{\"score\": 2, \"comment\": \"I could not hear\"}");
        String resource = "/v1/resources/" + manager.made("/v1/resources", """
                {"title": {"en": "Listening", "cy": "Gwrando"}, "summary": {"en": "How", "cy": "Sut"}}""");
        worker.done(resource + "/ratings", "{\"stars\": 2, \"comment\": \"Not for the deaf\"}");
    }

    private String placed(Api worker, String hold) {
        return records.request()
                .header("Idempotency-Key", "hold-" + worker.worker())
                .body(hold)
                .post(at(worker, "legal-hold"))
                .then()
                .statusCode(201)
                .header("Location", containsString(at(worker, "record-keeping")))
                .extract()
                .path("id");
    }

    private ValidatableResponse keeping(Api worker) {
        return records.get(at(worker, "record-keeping")).then().statusCode(200);
    }

    private void erased(Api worker) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> keeping(worker)
                        .body("status", equalTo("ERASED"))
                        .body("erasure.erasedOn", equalTo(Wales.today().toString())));
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.log().ifValidationFails().statusCode(409).body("code", equalTo(code));
    }

    private long events(Api worker, String type) throws SQLException {
        try (var connection = database.getConnection();
                var count =
                        connection.prepareStatement("select count(*) from event where stream_id = ? and type = ?")) {
            count.setString(1, "record-keeping/" + worker.worker());
            count.setString(2, type);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void run(String sql, String value) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static String at(Api worker, String what) {
        return "/v1/workers/%s/%s".formatted(worker.worker(), what);
    }
}
