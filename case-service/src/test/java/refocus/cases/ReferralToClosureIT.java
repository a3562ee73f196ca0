package refocus.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// One child's story from the referral to the closure, through HTTP, PostgreSQL and Kafka: every step is told to the
/// API, seen in the views, published on the topic, and nothing that was said about the child stands anywhere in clear.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ReferralToClosureIT {

    private static final String AMINA = "0193a0de-0000-7000-8000-0000000000a1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CANARY = "Caneri-Melyn-4711";

    private final Api duty = new Api("duty", "0193a0de-0000-7000-8000-0000000000d1");
    private final Api manager = new Api("team-manager", "0193a0de-0000-7000-8000-0000000000e1");
    private final Api amina = new Api("practitioner", AMINA);

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_childs_story() throws SQLException {
        String nia = duty.made("/v1/children", """
                {"givenName": "%1$s", "familyName": "%1$s",
                 "dateOfBirth": {"date": "2015-06-02", "precision": "DAY"}, "sex": "FEMALE",
                 "nhsNumber": "9990000018", "language": {"preferred": "cy", "offeredAt": "2026-11-02"},
                 "address": "%1$s", "area": "SA14"}""".formatted(CANARY));
        duty.get("/v1/children/" + nia)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("familyName", equalTo(CANARY))
                .body("dateOfBirth.date", equalTo("2015-06-02"))
                .body("erased", is(false));

        String referral = duty.made("/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "%s", "urgency": "ROUTINE",
                 "referrer": {"name": "%2$s", "organisation": "%2$s", "language": "en"}, "consent": "GIVEN"}""".formatted(nia, CANARY));
        await().atMost(PATIENCE)
                .untilAsserted(() -> duty.get("/v1/referrals?undecided=true&limit=200")
                        .then()
                        .body("items.id", hasItem(referral)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> deadlines(referral, Map.of("next-action", "OPEN", "acknowledgement", "OPEN")));

        manager.done("/v1/referrals/%s/triage".formatted(referral), """
                {"nextActions": ["ASSESSMENT"], "rationale": "%s"}""".formatted(CANARY));
        await().atMost(PATIENCE)
                .untilAsserted(() -> deadlines(referral, Map.of("next-action", "MET", "acknowledgement", "OPEN")));

        String theCase = manager.made("/v1/cases", """
                {"child": "%s", "referral": "%s"}""".formatted(nia, referral));
        String allocation = manager.made("/v1/cases/%s/allocations".formatted(theCase), """
                {"worker": "%s", "role": "LEAD", "from": "2026-01-05", "reason": "NEW_CASE"}""".formatted(AMINA));

        String token = amina.done("/v1/cases/%s/direct-work".formatted(theCase), """
                {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true, "summary": "%s", "childView": "%1$s",
                 "travelMinutes": 20}""".formatted(CANARY))
                .extract()
                .header("Consistency-Token");
        amina.request()
                .header("Consistency-Token", token)
                .get("/v1/cases?worker=" + AMINA + "&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", contains(theCase))
                .body("items[0].lead", equalTo(AMINA))
                .body("items[0].allocations[0].id", equalTo(allocation));
        amina.request()
                .header("Consistency-Token", token)
                .get("/v1/children/%s/chronology".formatted(nia))
                .then()
                .statusCode(200)
                .body("items[0].kind", equalTo("direct-work-held"))
                .body("items[0].text", equalTo(CANARY))
                .body("items[0].childView", equalTo(CANARY))
                .body("items.kind", hasItems("child-record-created", "referral-received", "case-opened"));
        amina.done("/v1/cases/%s/notes".formatted(theCase), """
                {"with": "SCHOOL", "mode": "CALL", "summary": "%s", "minutes": 15}""".formatted(CANARY));
        amina.done("/v1/work-time", """
                {"entries": [{"date": "2026-11-04", "category": "RECORDING", "minutes": 90},
                             {"date": "2026-11-05", "category": "TRAVEL", "minutes": 30}]}""");

        String closing = """
                {"reason": "NEEDS_MET", "outcome": "%s", "childView": "%1$s", "childTold": true}""".formatted(CANARY);
        manager.post("/v1/cases/%s/closure".formatted(theCase), closing).then().statusCode(428);
        String version = manager.get("/v1/cases/" + theCase).header("ETag");
        manager.request()
                .header("If-Match", version)
                .body(closing)
                .post("/v1/cases/%s/closure".formatted(theCase))
                .then()
                .statusCode(200);
        amina.get("/v1/cases/" + theCase)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("lead", nullValue());
        amina.done("/v1/cases/%s/direct-work".formatted(theCase), """
                {"minutes": 20, "mode": "IN_PERSON", "seenAlone": false, "summary": "%s"}""".formatted(CANARY));

        await().atMost(PATIENCE).untilAsserted(() -> {
            var published = published(theCase);
            assertThat(published)
                    .containsSubsequence(
                            "refocus.case.case-opened",
                            "refocus.case.worker-allocated",
                            "refocus.case.direct-work-held",
                            "refocus.case.case-note-recorded",
                            "refocus.case.allocation-ended",
                            "refocus.case.case-closed",
                            "refocus.case.direct-work-held");
        });
        assertThat(inClear()).isEmpty();
    }

    @Test
    void a_deadline_nobody_met_is_missed_by_the_clock_and_a_late_record_supersedes_it() {
        String child = duty.made("/v1/children", """
                {"familyName": "Rhy-hwyr", "dateOfBirth": {"date": "2014-01-09"}}""");
        String referral = duty.made("/v1/referrals", """
                {"children": ["%s"], "source": "POLICE", "reasons": ["DOMESTIC_ABUSE"], "text": "x", "urgency": "URGENT",
                 "occurredAt": "2026-11-02T09:00:00Z"}""".formatted(child));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> deadlines(referral, Map.of("next-action", "MISSED", "acknowledgement", "MISSED")));
        manager.done("/v1/referrals/%s/triage".formatted(referral), """
                {"nextActions": ["EARLY_HELP"], "rationale": "x", "occurredAt": "2026-11-03T12:00:00Z"}""");
        await().atMost(PATIENCE)
                .untilAsserted(() -> deadlines(referral, Map.of("next-action", "MET", "acknowledgement", "MISSED")));
    }

    private void deadlines(String referral, Map<String, String> expected) {
        List<Map<String, Object>> items = manager.get("/v1/deadlines?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        var states = new HashMap<String, Object>();
        items.stream()
                .filter(item -> referral.equals(item.get("referral")))
                .forEach(item -> states.put((String) item.get("rule"), item.get("state")));
        assertThat(states).isEqualTo(expected);
    }

    private List<String> published(String theCase) {
        var types = new ArrayList<String>();
        try (var consumer = consumer()) {
            consumer.assign(consumer.partitionsFor("refocus.case.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    assertThat(message.value() == null ? "" : message.value()).doesNotContain(CANARY);
                    if (("case/" + theCase).equals(message.key())) {
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

    /// The tables of the service's database in which the planted name can be read.
    private List<String> inClear() throws SQLException {
        var tables = new ArrayList<String>();
        try (Connection connection = database.getConnection()) {
            try (ResultSet table = connection.createStatement().executeQuery("""
                    select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                    where schemaname not in ('pg_catalog', 'information_schema')
                      and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')""")) {
                while (table.next()) {
                    tables.add(table.getString(1));
                }
            }
            var found = new ArrayList<String>();
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
            assertThat(tables).hasSizeGreaterThan(10);
            return found;
        }
    }
}
