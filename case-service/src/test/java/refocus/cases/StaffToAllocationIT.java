package refocus.cases;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.relay.OtherTopic;
import refocus.eventsourcing.servers.ServersResource;

/// What staff-service tells on its topic decides who is given a case: spoken in Kafka as its relay does, seen in the
/// answers of the API.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class StaffToAllocationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Api duty = new Api("duty", UUID.randomUUID().toString());
    private final Api manager = new Api("team-manager", UUID.randomUUID().toString());
    private final UUID worker = UUID.randomUUID();
    private final StreamId stream = new StreamId("worker", worker);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_worker_who_has_left_is_given_no_case_and_those_they_lead_are_there_to_hand_over() {
        UUID team = UUID.randomUUID();
        UUID merged = UUID.randomUUID();
        try (var staff = new OtherTopic(kafka, "staff")) {
            staff.say(stream, 1, UUID.randomUUID(), "worker-joined", joined(team));
            // What is not declared here passes by.
            staff.say(stream, 2, UUID.randomUUID(), "worker-named", "{\"name\": \"sealed\"}");
            String theCase = opened();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> allocated(theCase, "LEAD", "")
                            .then()
                            .statusCode(201)
                            .body("warnings", hasSize(0)));
            await().atMost(PATIENCE).untilAsserted(() -> listed("team=" + team, hasItem(theCase)));
            staff.say(new StreamId("structure", UUID.randomUUID()), 1, UUID.randomUUID(), "teams-merged", """
                    {"from": ["%s"], "into": "%s", "effectiveOn": "2026-02-01"}""".formatted(
                            team, merged));
            await().atMost(PATIENCE).untilAsserted(() -> listed("team=" + merged, contains(theCase)));
            listed("team=" + UUID.randomUUID(), hasSize(0));
            listed("leadHasLeft=true&limit=200", not(hasItem(theCase)));

            LocalDate lastDay = Wales.today().minusDays(1);
            staff.say(stream, 3, UUID.randomUUID(), "worker-left", "{\"lastDay\": \"%s\"}".formatted(lastDay));
            await().atMost(PATIENCE).untilAsserted(() -> listed("leadHasLeft=true&limit=200", hasItem(theCase)));
            listed("leadHasLeft=false&limit=200", not(hasItem(theCase)));
            allocated(opened(), "LEAD", "").then().statusCode(409).body("code", equalTo("worker-left"));
            manager.request()
                    .header("Accept-Language", "cy")
                    .body(body("CO", ""))
                    .post("/v1/cases/%s/allocations".formatted(opened()))
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("Diwrnod olaf y gweithiwr yw"));
            // Decided while they were here, and told late.
            allocated(opened(), "CO", ", \"occurredAt\": \"%sT12:00:00Z\"".formatted(lastDay.minusDays(1)))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void a_worker_whose_registration_lapsed_is_given_no_case_until_it_is_renewed() {
        LocalDate renewal = Wales.today().minusDays(3);
        try (var staff = new OtherTopic(kafka, "staff")) {
            staff.say(stream, 1, UUID.randomUUID(), "worker-joined", joined(UUID.randomUUID()));
            staff.say(stream, 2, UUID.randomUUID(), "registration-lapsed", """
                    {"renewalOn": "%s", "lapsedAt": "2026-11-02T00:00:00Z"}""".formatted(renewal));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> allocated(opened(), "LEAD", "")
                            .then()
                            .statusCode(409)
                            .body("code", equalTo("registration-lapsed")));
            staff.say(stream, 3, UUID.randomUUID(), "registration-recorded", """
                    {"renewalOn": "%s"}""".formatted(renewal.plusYears(1)));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> allocated(opened(), "LEAD", "").then().statusCode(201));
        }
    }

    @Test
    void more_than_a_worker_has_room_for_is_given_with_a_warning() {
        try (var staff = new OtherTopic(kafka, "staff")) {
            staff.say(stream, 1, UUID.randomUUID(), "worker-joined", joined(UUID.randomUUID()));
            staff.say(stream, 2, UUID.randomUUID(), "capacity-changed", """
                    {"fte": 1, "from": "2026-01-05", "points": 10}""");
            staff.say(stream, 3, UUID.randomUUID(), "worker-left", """
                    {"lastDay": "2999-12-31"}""");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> allocated(opened(), "LEAD", ", \"points\": 10.5")
                            .then()
                            .statusCode(201)
                            .body("warnings.code", contains("worker-leaving", "over-capacity")));
        }
    }

    @Test
    void a_worker_of_whom_nothing_was_heard_is_given_the_case_with_a_warning() {
        manager.request()
                .header("Accept-Language", "cy")
                .body(body("LEAD", ""))
                .post("/v1/cases/%s/allocations".formatted(opened()))
                .then()
                .statusCode(201)
                .body("warnings.code", contains("worker-unknown"))
                .body("warnings[0].message", containsString("Gwiriwch mai’r gweithiwr cywir a enwyd"));
    }

    private void listed(String filter, Matcher<?> matching) {
        manager.get("/v1/cases?" + filter).then().statusCode(200).body("items.id", matching);
    }

    private Response allocated(String theCase, String role, String more) {
        return manager.post("/v1/cases/%s/allocations".formatted(theCase), body(role, more));
    }

    private String body(String role, String more) {
        return """
                {"worker": "%s", "role": "%s", "from": "2026-01-05", "reason": "NEW_CASE"%s}""".formatted(worker, role, more);
    }

    private static String joined(UUID team) {
        return """
                {"fte": 1, "agency": false, "team": "%s", "startsOn": "2026-01-05", "checks": []}""".formatted(team);
    }

    private String opened() {
        String child = duty.made(
                "/v1/children", """
                {"givenName": "Heledd", "familyName": "Cadwaladr", "dateOfBirth": {"date": "%s"}}""".formatted(LocalDate.parse("2013-01-01").plusDays(DAYS.incrementAndGet())));
        return manager.made("/v1/cases", """
                {"child": "%s"}""".formatted(child));
    }
}
