package refocus.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.relay.OtherTopic;
import refocus.eventsourcing.servers.ServersResource;

/// The service's stories through HTTP, PostgreSQL and Kafka: teams become one, a need is met, a resource is
/// found, a hire becomes a worker, and cases make workload. What was said about a person stands nowhere in clear.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class StaffFlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CANARY = "Caneri-Melyn-4711";

    private final Api hr = new Api("hr-officer", UUID.randomUUID().toString());
    private final Api manager = new Api("team-manager", UUID.randomUUID().toString());

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void two_teams_become_one_and_everyone_moves_along() {
        String base = manager.made("/v1/bases", """
                {"name": {"en": "Old base", "cy": "Hen safle"}, "openedOn": "2014-04-01"}""");
        String north = team("North", base);
        String south = team("South", base);
        String one = team("One team", base);
        String worker = hr.made("/v1/workers", """
                {"name": "%s", "role": "practitioner", "fte": 1, "team": "%s", "base": "%s", "startsOn": "2014-05-01"}""".formatted(CANARY, north, base));
        String merging = """
                {"from": ["%s", "%s"], "into": "%s", "effectiveOn": "2015-04-01"}""".formatted(north, south, one);
        manager.post("/v1/teams/merges", merging).then().statusCode(428);
        String version = manager.get("/v1/structure").header("ETag");
        seeing(version, "/v1/teams/merges", merging.replace(south, one), 409);
        seeing(version, "/v1/teams/merges", merging, 200);

        manager.get("/v1/structure?on=2015-03-31").then().statusCode(200).body("teams.id", hasItems(north, south, one));
        manager.request()
                .header("Accept-Language", "cy")
                .get("/v1/structure?on=2015-04-01")
                .then()
                .body("teams.id", not(hasItem(north)))
                .body("teams.find { it.id == '%s' }.formerly.id".formatted(one), containsInAnyOrder(north, south))
                .body("teams.find { it.id == '%s' }.name".formatted(one), equalTo("Tîm One team"))
                .body("bases.name", hasItem("Hen safle"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.get("/v1/workers?team=" + one)
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(worker))
                        .body("items[0].team", equalTo(one))
                        .body("items[0].name", equalTo(CANARY)));
        hr.get("/v1/workers?team=" + north).then().body("items", hasSize(0));
        String posts = "/v1/establishment/%s/practitioner".formatted(one);
        hr.request().body("{\"fte\": 6.5}").put(posts).then().statusCode(200);
        hr.request().body("{\"fte\": 7}").put(posts).then().statusCode(428);
        manager.post("/v1/milestones", """
                        {"name": {"en": "One team"}, "date": "2015-04-01"}""").then().statusCode(400).body("violations.field", contains("name.cy"));
        manager.made("/v1/milestones", """
                {"name": {"en": "One team", "cy": "Un tîm"}, "date": "2015-04-01"}""");
    }

    @Test
    void the_structure_is_known_as_it_is_and_as_it_was_known() {
        String team = team("Early help", manager.made("/v1/bases", """
                {"name": {"en": "Quay", "cy": "Cei"}, "openedOn": "2014-04-01"}"""));
        String known = Instant.now().toString();
        seeing(manager.get("/v1/structure").header("ETag"), "/v1/teams/%s/dissolution".formatted(team), """
                {"dissolvedOn": "2015-04-01"}""", 200);
        manager.get("/v1/structure?on=2016-01-01").then().statusCode(200).body("teams.id", not(hasItem(team)));
        manager.get("/v1/structure?asOf=2016-01-01").then().statusCode(200).body("teams.id", not(hasItem(team)));
        manager.get("/v1/structure?on=2016-01-01&asOf=" + known)
                .then()
                .statusCode(200)
                .body("on", equalTo("2016-01-01"))
                .body("teams.id", hasItem(team));
        manager.get("/v1/structure?asOf=2014-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("teams", hasSize(0));
        manager.get("/v1/structure?asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(422)
                .body("code", equalTo("in-the-future"));
        manager.get("/v1/structure?asOf=lately").then().statusCode(400);
    }

    @Test
    void a_need_is_met() throws SQLException {
        var rhian = new Api("practitioner", UUID.randomUUID().toString());
        var tomos = new Api("practitioner", UUID.randomUUID().toString());
        String need = rhian.made("/v1/support-needs", """
                {"theme": "TOOL", "urgency": "SOON", "text": "%s"}""".formatted(CANARY));
        manager.done("/v1/support-needs/%s/acknowledgement".formatted(need), "{}");
        manager.post("/v1/support-needs/%s/delivery".formatted(need), "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("need-not-sourced"));
        manager.done("/v1/support-needs/%s/sourcing".formatted(need), """
                {"with": "TOOL", "note": "%s"}""".formatted(CANARY));
        manager.done("/v1/support-needs/%s/delivery".formatted(need), "{}");
        tomos.post("/v1/support-needs/%s/confirmation".formatted(need), "{\"useful\": true}")
                .then()
                .statusCode(403);
        tomos.get("/v1/support-needs/" + need).then().statusCode(403);
        String token = rhian.done("/v1/support-needs/%s/confirmation".formatted(need), "{\"useful\": true}")
                .extract()
                .header("Consistency-Token");
        rhian.request()
                .header("Consistency-Token", token)
                .get("/v1/support-needs?mine=true")
                .then()
                .statusCode(200)
                .body("items.id", contains(need))
                .body("items[0].status", equalTo("USEFUL"))
                .body("items[0].text", equalTo(CANARY))
                .body("items[0].note", equalTo(CANARY));
        tomos.get("/v1/support-needs").then().body("items", hasSize(0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(published("support-need/" + need))
                        .containsExactly(
                                "refocus.staff.support-need-raised",
                                "refocus.staff.support-need-acknowledged",
                                "refocus.staff.support-sourced",
                                "refocus.staff.support-delivered",
                                "refocus.staff.support-confirmed-useful"));
        assertThat(inClear()).isEmpty();
    }

    @Test
    void a_resource_is_found_in_either_language() {
        var support = new Api("business-support", UUID.randomUUID().toString());
        var rhian = new Api("practitioner", UUID.randomUUID().toString());
        String cards = support.made("/v1/resources", """
                {"title": {"en": "Feelings cards", "cy": "Cardiau teimladau"},
                 "summary": {"en": "For talking at home", "cy": "Ar gyfer siarad yn y tŷ"},
                 "topics": ["DIRECT_WORK"], "reviewBy": "2026-01-31"}""");
        rhian.done("/v1/resources/%s/uses".formatted(cards), "{}");
        rhian.done("/v1/resources/%s/ratings".formatted(cards), "{\"stars\": 4}");
        String token = rhian.done("/v1/resources/%s/ratings".formatted(cards), "{\"stars\": 5}")
                .extract()
                .header("Consistency-Token");
        for (String words : List.of("feeling talk", "cardiau ty", "CARDIAU", "")) {
            rhian.request()
                    .header("Consistency-Token", token)
                    .queryParam("q", words)
                    .queryParam("topic", "DIRECT_WORK")
                    .get("/v1/resources")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(cards))
                    .body("items[0].overdue", is(true))
                    .body("items[0].uses", equalTo(1))
                    .body("items[0].ratings", equalTo(1))
                    .body("items[0].rating", equalTo(5.0f));
        }
        rhian.get("/v1/resources?q=dinosaurs").then().statusCode(200).body("items", hasSize(0));
        token = support.done("/v1/resources/%s/retirement".formatted(cards), "{\"reason\": \"OUT_OF_DATE\"}")
                .extract()
                .header("Consistency-Token");
        rhian.request()
                .header("Consistency-Token", token)
                .get("/v1/resources?q=cardiau")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_hire_becomes_one_worker_whatever_repeats() {
        var application = new StreamId("application", UUID.randomUUID());
        UUID event = UUID.randomUUID();
        String hired = """
                {"vacancy": "%1$s", "candidate": "%1$s", "role": "senior-practitioner", "fte": 0.8,
                 "startsOn": "2026-10-05", "checks": [{"kind": "DBS_ENHANCED"},
                 {"kind": "REGISTRATION", "validUntil": "2030-03-31"}], "earlyStart": false}""".formatted(UUID.randomUUID());
        try (var recruitment = new OtherTopic(kafka, "recruitment")) {
            recruitment.say(application, 1, UUID.randomUUID(), "application-submitted", "{}");
            recruitment.say(application, 2, event, "hire-confirmed", hired);
            recruitment.say(application, 3, event, "hire-confirmed", hired);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.get("/v1/workers?application=" + application.id())
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].role", equalTo("senior-practitioner"))
                        .body("items[0].level", equalTo(1))
                        .body("items[0].name", nullValue())
                        .body("items[0].registeredTo", equalTo("2030-03-31")));
        String worker = hr.get("/v1/workers?application=" + application.id()).path("items[0].id");
        hr.done("/v1/workers/%s/name".formatted(worker), "{\"name\": \"%s\"}".formatted(CANARY));
        hr.get("/v1/workers/" + worker)
                .then()
                .statusCode(200)
                .body("name", equalTo(CANARY))
                .body("registration.renewalOn", equalTo("2030-03-31"));
    }

    @Test
    void cases_make_workload() {
        String worker = UUID.randomUUID().toString();
        var carys = new Api("practitioner", worker);
        hr.made("/v1/workers", """
                {"id": "%s", "name": "%s", "role": "practitioner", "fte": 0.6, "startsOn": "2026-01-05"}""".formatted(worker, CANARY));
        hr.done("/v1/workers/%s/capacity".formatted(worker), """
                {"fte": 0.8, "from": "2026-03-02", "points": 40}""");
        var first = new StreamId("case", UUID.randomUUID());
        var second = new StreamId("case", UUID.randomUUID());
        try (var cases = new OtherTopic(kafka, "case")) {
            cases.say(first, 1, UUID.randomUUID(), "case-opened", "{}");
            cases.say(first, 2, UUID.randomUUID(), "worker-allocated", allocated(first, worker));
            cases.say(second, 1, UUID.randomUUID(), "worker-allocated", allocated(second, worker));
            cases.say(second, 2, UUID.randomUUID(), "allocation-ended", """
                    {"child": "%1$s", "allocation": "%1$s", "worker": "%2$s", "role": "LEAD", "to": "2026-06-01"}""".formatted(second.id(), worker));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> carys.get("/v1/workers/%s/workload".formatted(worker))
                        .then()
                        .statusCode(200)
                        .body("cases", equalTo(1))
                        .body("points", equalTo(7.5f))
                        .body("fte", equalTo(0.8f))
                        .body("capacityPoints", equalTo(40))
                        .body("allocations.caseId", contains(first.id().toString())));
        new Api("practitioner", UUID.randomUUID().toString())
                .get("/v1/workers/%s/workload".formatted(worker))
                .then()
                .statusCode(403);
    }

    @Test
    void a_session_that_was_called_off_takes_nobody() {
        String session = manager.made("/v1/training-sessions", """
                {"title": {"en": "Play", "cy": "Chwarae"}, "topic": "DIRECT_WORK", "places": 2,
                 "startsAt": "2030-05-01T09:00:00Z"}""");
        var rhian = new Api("practitioner", UUID.randomUUID().toString());
        rhian.done("/v1/training-sessions/%s/bookings".formatted(session), "{}").body("mine", equalTo("BOOKED"));
        rhian.get("/v1/training-sessions?mine=true&open=true").then().statusCode(200);
        String token = manager.done(
                        "/v1/training-sessions/%s/cancellation".formatted(session), "{\"reason\": \"TRAINER_ILL\"}")
                .extract()
                .header("Consistency-Token");
        rhian.request()
                .header("Accept-Language", "cy")
                .body("{}")
                .post("/v1/training-sessions/%s/bookings".formatted(session))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-cancelled"))
                .body("title", equalTo("Cafodd y sesiwn ei chanslo"));
        rhian.request()
                .header("Consistency-Token", token)
                .get("/v1/training-sessions?open=false")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.cancelled".formatted(session), is(true));
    }

    private String team(String name, String base) {
        return manager.made("/v1/teams", """
                {"name": {"en": "%1$s", "cy": "Tîm %1$s"}, "base": "%2$s", "formedOn": "2014-04-01"}""".formatted(name, base));
    }

    private void seeing(String version, String path, String body, int status) {
        manager.request()
                .header("If-Match", version)
                .body(body)
                .post(path)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(status);
    }

    private static String allocated(StreamId theCase, String worker) {
        return """
                {"child": "%1$s", "allocation": "%1$s", "worker": "%2$s", "role": "LEAD", "from": "2026-05-01",
                 "reason": "NEW_CASE", "points": 7.5}""".formatted(theCase.id(), worker);
    }

    private List<String> published(String stream) {
        var types = new ArrayList<String>();
        try (var consumer = consumer()) {
            consumer.assign(consumer.partitionsFor("refocus.staff.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    assertThat(message.value() == null ? "" : message.value()).doesNotContain(CANARY);
                    if (stream.equals(message.key())) {
                        types.add(new String(
                                message.headers().lastHeader("ce_type").value(), UTF_8));
                    }
                });
            }
        }
        return types;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_committed",
                        "group.id",
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /// The tables of the service's database in which the planted words can be read.
    private List<String> inClear() throws SQLException {
        var tables = new ArrayList<String>();
        var found = new ArrayList<String>();
        try (Connection connection = database.getConnection()) {
            try (ResultSet table = connection.createStatement().executeQuery("""
                    select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                      and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')""")) {
                while (table.next()) {
                    tables.add(table.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*) from %s t where t::text ilike '%%%s%%'".formatted(table, CANARY))) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(10);
        return found;
    }
}
