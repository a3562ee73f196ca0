package refocus.recruitment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// One recruitment from the wish for a colleague to the hire, through HTTP, PostgreSQL and Kafka: nobody sees another's
/// scores before the reveal, nobody starts with a check open, and nothing said about the candidate stands anywhere in
/// clear.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class VacancyToHireIT {

    private static final String SIAN = "0193a0de-0000-7000-8000-0000000000a1";
    private static final String OWEN = "0193a0de-0000-7000-8000-0000000000a2";
    private static final String STRANGER = "0193a0de-0000-7000-8000-0000000000a3";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CANARY = "Caneri-Melyn-4711";

    private final Api manager = new Api("team-manager", "0193a0de-0000-7000-8000-0000000000e1");
    private final Api head = new Api("head-of-service", "0193a0de-0000-7000-8000-0000000000e2");
    private final Api recruiter = new Api("recruiter", "0193a0de-0000-7000-8000-0000000000e3");
    private final Api hr = new Api("hr-officer", "0193a0de-0000-7000-8000-0000000000e4");
    private final Api sian = new Api("panel-member", SIAN);
    private final Api owen = new Api("panel-member", OWEN);
    private final Api stranger = new Api("panel-member", STRANGER);

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void a_vacancy_is_filled_safely() throws SQLException {
        String vacancy = advertised();
        String mari = candidate();
        String application = recruiter.made("/v1/vacancies/%s/applications".formatted(vacancy), """
                {"candidate": "%s"}""".formatted(mari));
        String at = "/v1/applications/" + application;
        recruiter.done(at + "/submission", """
                {"statement": "%s"}""".formatted(CANARY));
        manager.done("/v1/vacancies/%s/closing".formatted(vacancy), "{}");

        sian.get(at).then().statusCode(200).body("candidate", nullValue()).body("statement", equalTo(CANARY));
        stranger.get(at).then().statusCode(404);
        notAllowed(stranger.post(at + "/scores", score("direct-work", 5)).then(), "not-on-panel");

        sian.done(at + "/scores", score("direct-work", 4));
        owen.get(at + "/scorecard")
                .then()
                .statusCode(200)
                .body("candidate", nullValue())
                .body("stages[0].revealed", is(false))
                .body("stages[0].awaited", is(1))
                .body("stages[0].weighted", nullValue())
                .body("stages[0].criteria[0].scores", empty());
        recruiter
                .get(at + "/scorecard")
                .then()
                .body("stages[0].criteria[0].scores", empty())
                .body("stages[0].criteria[0].result", nullValue());
        sian.get(at + "/scorecard").then().body("stages[0].criteria[0].scores.assessor", contains(SIAN));
        refused(manager.post(at + "/shortlisting", "{\"shortlisted\": true}").then(), "scores-not-revealed");

        owen.done(at + "/scores", score("direct-work", 2));
        refused(sian.post(at + "/scores", score("direct-work", 5)).then(), "stage-revealed");
        owen.get(at + "/scorecard")
                .then()
                .body("stages[0].revealed", is(true))
                .body("stages[0].weighted", is(3.0f))
                .body("stages[0].criteria[0].spread", is(2))
                .body("stages[0].criteria[0].scores.evidence", contains(CANARY, CANARY));
        sian.done(at + "/moderation", """
                {"criterion": "direct-work", "score": 4, "reason": "%s"}""".formatted(CANARY));
        manager.done(at + "/shortlisting", """
                {"shortlisted": true, "reasons": ["CRITERIA_MET"]}""");
        owen.get(at).then().body("candidate", equalTo(mari)).body("status", equalTo("SHORTLISTED"));

        recruiter.done(at + "/interview", """
                {"scheduledFor": "%s"}""".formatted(Instant.now().plusSeconds(86_400)));
        recruiter.done(at + "/interview/held", "{}");
        sian.done(at + "/scores", score("listening", 4));
        owen.done(at + "/scores", score("listening", 5));
        recruiter.done(at + "/ranking", "{\"rank\": 1}");
        recruiter.done(at + "/feedback", """
                {"feedback": "%s"}""".formatted(CANARY));
        recruiter.done(at + "/offer", """
                {"startsOn": "%s"}""".formatted(LocalDate.now().plusDays(30)));
        recruiter.done(at + "/offer/acceptance", "{}");

        String hire = """
                {"startsOn": "%s"}""".formatted(LocalDate.now().plusDays(30));
        refused(hr.post(at + "/hire", hire).then(), "checks-open")
                .body("detail", containsString("IDENTITY, DBS_ENHANCED, REFERENCE"))
                .body("checks", contains("IDENTITY", "DBS_ENHANCED", "REFERENCE"));
        hr.request()
                .header("Accept-Language", "cy")
                .body(hire)
                .post(at + "/hire")
                .then()
                .statusCode(409)
                .body("title", equalTo("Ni ellir dechrau tra bo gwiriadau ar agor"));
        checked(at);
        String token = hr.done(at + "/hire", hire).extract().header("Consistency-Token");
        hr.done(at + "/hire", hire);
        hr.get(at)
                .then()
                .body("rank", is(1))
                .body("checks.find { it.kind == 'DBS_ENHANCED' }.verifier", equalTo(hr.worker()))
                .body("checks.find { it.kind == 'DBS_ENHANCED' }.issuedOn", equalTo("2026-01-05"))
                .body("checks.find { it.kind == 'DBS_ENHANCED' }.evidence", equalTo(CANARY));
        sian.get(at).then().statusCode(200).body("checks.evidence", everyItem(nullValue()));
        refused(
                hr.post(at + "/probation", "{\"month\": 6, \"choseWell\": true}")
                        .then(),
                "not-started");

        hr.request()
                .header("Consistency-Token", token)
                .get("/v1/vacancies/%s/applications".formatted(vacancy))
                .then()
                .statusCode(200)
                .body("items.id", contains(application))
                .body("items[0].status", equalTo("HIRED"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        hr.get("/v1/vacancies?status=FILLED&limit=200").then().body("items.id", hasItem(vacancy)));
        hr.get("/v1/vacancies/%s/comparison".formatted(vacancy))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].stages[1].weighted", is(4.5f))
                .body("items[0].checksOutstanding", empty());
        hr.get("/v1/checks?expiringBefore=%s&limit=200"
                        .formatted(LocalDate.now().plusYears(4)))
                .then()
                .statusCode(200)
                .body("items.findAll { it.application == '%s' }.kind".formatted(application), contains("DBS_ENHANCED"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> refused(
                        hr.post("/v1/candidates/%s/erasure".formatted(mari), "{\"reason\": \"SUBJECT_ASKED\"}")
                                .then(),
                        "candidate-hired"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(published("application/" + application))
                        .containsSubsequence(
                                "refocus.recruitment.application-started",
                                "refocus.recruitment.criterion-scored",
                                "refocus.recruitment.scores-revealed",
                                "refocus.recruitment.shortlisted",
                                "refocus.recruitment.offer-accepted",
                                "refocus.recruitment.check-verified",
                                "refocus.recruitment.hire-confirmed"));
        assertThat(inClear()).isEmpty();
        assertThat(looks(mari))
                .contains(
                        "application PANEL " + SIAN,
                        "application DENIED " + STRANGER,
                        "application RECRUITMENT " + hr.worker(),
                        "scorecard PANEL " + OWEN,
                        "scorecard RECRUITMENT " + recruiter.worker(),
                        "shortlist RECRUITMENT " + hr.worker(),
                        "checks RECRUITMENT " + hr.worker(),
                        "comparison RECRUITMENT " + hr.worker());
    }

    /// Who looked at a candidate, as it is on record.
    private List<String> looks(String candidate) throws SQLException {
        var looks = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select what, basis, actor from access_record where subject = ?::uuid")) {
            select.setString(1, candidate);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    looks.add("%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return looks;
    }

    @Test
    void a_hire_for_a_cancelled_vacancy_is_refused_whole() {
        String vacancy = advertised();
        String application = accepted(vacancy);
        String at = "/v1/applications/" + application;
        checked(at);
        manager.done("/v1/vacancies/%s/cancellation".formatted(vacancy), """
                {"reason": "NO_FUNDING"}""");
        refused(hr.post(at + "/hire", """
                        {"startsOn": "%s"}""".formatted(LocalDate.now())).then(), "vacancy-cancelled");
        hr.get(at).then().body("status", equalTo("ACCEPTED"));
    }

    @Test
    void a_candidate_who_is_not_taken_is_told_why() {
        String vacancy = advertised();
        String application =
                recruiter.made("/v1/vacancies/%s/applications".formatted(vacancy), """
                {"candidate": "%s"}""".formatted(candidate()));
        String at = "/v1/applications/" + application;
        String feedback = """
                {"feedback": "%s"}""".formatted(CANARY);
        recruiter.done(at + "/submission", "{}");
        refused(recruiter.post(at + "/feedback", feedback).then(), "not-decided");
        manager.done(at + "/shortlisting", """
                {"shortlisted": false, "reasons": ["OTHERS_STRONGER"]}""");
        recruiter.done(at + "/feedback", feedback);
        sian.post(at + "/feedback", feedback).then().statusCode(403);
    }

    @Test
    void who_stands_back_neither_scores_nor_sees() {
        String application =
                recruiter.made("/v1/vacancies/%s/applications".formatted(advertised()), """
                {"candidate": "%s"}""".formatted(candidate()));
        String at = "/v1/applications/" + application;
        recruiter.done(at + "/submission", "{}");
        sian.done(at + "/recusal", "{\"reason\": \"KNOWS_CANDIDATE\"}");
        notAllowed(sian.post(at + "/scores", score("direct-work", 4)).then(), "assessor-recused");
        sian.get(at + "/scorecard").then().statusCode(404);
    }

    @Test
    void a_hire_is_looked_back_on() {
        String vacancy = advertised();
        String at = "/v1/applications/" + accepted(vacancy);
        checked(at);
        hr.done(at + "/hire", """
                {"startsOn": "%s"}""".formatted(LocalDate.now()));
        String review = """
                {"month": 6, "choseWell": true, "note": "%s"}""".formatted(CANARY);
        manager.done(at + "/probation", review);
        manager.done(at + "/probation", review);
        manager.post(at + "/probation", review.replace("6", "7"))
                .then()
                .statusCode(422)
                .body("code", equalTo("no-review-month"));
        recruiter.post(at + "/probation", review).then().statusCode(403);
    }

    @Test
    void an_early_start_is_approved_by_the_head_of_service_alone() {
        String at = "/v1/applications/" + accepted(advertised());
        manager.done(at + "/early-start", """
                {"assessment": "%s"}""".formatted(CANARY));
        manager.post(at + "/early-start/approval", "{}").then().statusCode(403);
        head.done(at + "/early-start/approval", "{}");
        hr.done(at + "/hire", """
                {"startsOn": "%s"}""".formatted(LocalDate.now()));
    }

    @Test
    void a_check_lapses_by_the_clock() {
        String at = "/v1/applications/" + accepted(advertised());
        hr.done(at + "/checks/HEALTH/verification", """
                {"issuedOn": "2025-01-01", "validUntil": "2025-12-31", "evidence": "%s"}""".formatted(CANARY));
        await().atMost(PATIENCE).untilAsserted(() -> hr.get(at).then().body("checks[0].state", equalTo("EXPIRED")));
    }

    @Test
    void an_advert_ends_by_the_clock_and_what_comes_later_is_late() {
        String vacancy = approved();
        manager.done("/v1/vacancies/%s/advert".formatted(vacancy), """
                {"advert": {"en": "Come", "cy": "Dewch"}, "closesAt": "2026-03-01T12:00:00Z",
                 "occurredAt": "2026-02-01T12:00:00Z"}""");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> manager.get("/v1/vacancies/" + vacancy).then().body("status", equalTo("CLOSED")));
        String mari = candidate();
        String applications = "/v1/vacancies/%s/applications".formatted(vacancy);
        refused(recruiter.post(applications, """
                        {"candidate": "%s"}""".formatted(mari)).then(), "application-late");
        recruiter.made(applications, """
                {"candidate": "%s", "occurredAt": "2026-02-20T12:00:00Z"}""".formatted(mari));
    }

    @Test
    void bad_input_is_answered_and_nothing_is_half_done() {
        manager.post("/v1/vacancies", """
                {"post": {"en": "x", "cy": "x"}, "role": "wizard", "fte": 1, "reason": "NEW"}""").then().statusCode(422);
        manager.post("/v1/vacancies", "{}").then().statusCode(400);
        String vacancy = approved();
        manager.request()
                .body("{\"criteria\": []}")
                .put("/v1/vacancies/%s/criteria".formatted(vacancy))
                .then()
                .statusCode(400);
        manager.request()
                .body(CRITERIA)
                .put("/v1/vacancies/%s/criteria".formatted(vacancy))
                .then()
                .statusCode(428);
        manager.request()
                .header("If-Match", "\"1\"")
                .body(CRITERIA)
                .put("/v1/vacancies/%s/criteria".formatted(vacancy))
                .then()
                .statusCode(412);
        recruiter
                .post("/v1/vacancies/%s/applications".formatted(vacancy), """
                        {"candidate": "%s"}""".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422);
        recruiter.get("/v1/applications/" + UUID.randomUUID()).then().statusCode(404);
        manager.get("/v1/candidates/" + candidate()).then().statusCode(403);
        hr.get("/v1/checks?expiring=x").then().statusCode(400);
    }

    private static final String CRITERIA = """
            {"criteria": [
              {"id": "direct-work", "title": {"en": "Direct work", "cy": "Gwaith uniongyrchol"}, "essential": true,
               "weight": 3, "stage": "SIFT", "minimum": 3},
              {"id": "listening", "title": {"en": "Listening", "cy": "Gwrando"}, "essential": true, "weight": 2,
               "stage": "INTERVIEW"}]}""";

    private String approved() {
        String vacancy = manager.made("/v1/vacancies", """
                {"post": {"en": "Practitioner", "cy": "Ymarferydd"}, "role": "practitioner", "fte": 1,
                 "reason": "REPLACEMENT", "checks": ["IDENTITY", "DBS_ENHANCED", "REFERENCE"]}""");
        notAllowed(
                manager.post("/v1/vacancies/%s/approval".formatted(vacancy), "{}")
                        .then(),
                "approver-is-raiser");
        head.done("/v1/vacancies/%s/approval".formatted(vacancy), "{}");
        put(vacancy, "criteria", CRITERIA);
        put(vacancy, "panel", """
                {"members": [{"assessor": "%s", "saferRecruitment": true}, {"assessor": "%s"}]}""".formatted(SIAN, OWEN));
        return vacancy;
    }

    private String advertised() {
        String vacancy = approved();
        manager.done("/v1/vacancies/%s/advert".formatted(vacancy), """
                {"advert": {"en": "Come", "cy": "Dewch"}, "closesAt": "%s"}""".formatted(
                        Instant.now().plusSeconds(86_400)));
        return vacancy;
    }

    private void put(String vacancy, String what, String body) {
        String version = manager.get("/v1/vacancies/" + vacancy).header("ETag");
        manager.request()
                .header("If-Match", version)
                .body(body)
                .put("/v1/vacancies/%s/%s".formatted(vacancy, what))
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }

    private String candidate() {
        String id = recruiter.made("/v1/candidates", """
                {"name": "%1$s", "contact": "%1$s", "language": "cy", "history": [
                  {"what": "%1$s", "from": "2019-09-01", "to": "2024-03-01"},
                  {"what": "%1$s", "from": "2024-09-01"}]}""".formatted(CANARY));
        String gap = recruiter
                .get("/v1/candidates/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(CANARY))
                .body("gaps", hasSize(1))
                .extract()
                .path("gaps[0].id");
        recruiter.done("/v1/candidates/%s/gaps/%s/explanation".formatted(id, gap), """
                {"explanation": "%s"}""".formatted(CANARY));
        return id;
    }

    private String accepted(String vacancy) {
        String application =
                recruiter.made("/v1/vacancies/%s/applications".formatted(vacancy), """
                {"candidate": "%s"}""".formatted(candidate()));
        String at = "/v1/applications/" + application;
        recruiter.done(at + "/submission", "{}");
        for (Api assessor : List.of(sian, owen)) {
            assessor.done(at + "/scores", score("direct-work", 4));
        }
        manager.done(at + "/shortlisting", "{\"shortlisted\": true}");
        recruiter.done(at + "/interview/held", "{}");
        for (Api assessor : List.of(sian, owen)) {
            assessor.done(at + "/scores", score("listening", 4));
        }
        recruiter.done(at + "/offer", "{}");
        recruiter.done(at + "/offer/acceptance", "{}");
        return application;
    }

    private void checked(String at) {
        recruiter.done(at + "/checks/IDENTITY", "{}");
        hr.done(at + "/checks/IDENTITY/verification", """
                {"issuedOn": "2026-01-05", "evidence": "%s"}""".formatted(CANARY));
        hr.done(at + "/checks/DBS_ENHANCED/verification", """
                {"issuedOn": "2026-01-05", "validUntil": "%s", "evidence": "%s"}""".formatted(
                        LocalDate.now().plusYears(3), CANARY));
        for (String relationship : List.of("CURRENT_EMPLOYER", "CHARACTER")) {
            String reference = recruiter
                    .post(at + "/references", """
                    {"name": "%1$s", "contact": "%1$s", "relationship": "%2$s"}""".formatted(CANARY, relationship))
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            hr.done(reference + "/receipt", "{\"satisfactory\": true}");
            hr.get(reference)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("SATISFACTORY"))
                    .body("relationship", equalTo(relationship))
                    .body("verifier", equalTo(hr.worker()));
        }
    }

    private static String score(String criterion, int score) {
        return """
                {"criterion": "%s", "score": %d, "evidence": "%s"}""".formatted(criterion, score, CANARY);
    }

    /// Others may, and this caller may not.
    private static void notAllowed(ValidatableResponse response, String code) {
        response.log().ifValidationFails().statusCode(403).body("code", equalTo(code));
    }

    private static ValidatableResponse refused(ValidatableResponse response, String code) {
        return response.log().ifValidationFails().statusCode(409).body("code", equalTo(code));
    }

    private List<String> published(String stream) {
        var types = new ArrayList<String>();
        try (var consumer = consumer()) {
            consumer.assign(consumer.partitionsFor("refocus.recruitment.events").stream()
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

    /// The tables of the service's database in which the planted text can be read.
    private List<String> inClear() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<String> tables = tables(connection);
            assertThat(tables).hasSizeGreaterThan(5);
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
            return found;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (ResultSet table = connection.createStatement().executeQuery("""
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                  and has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')""")) {
            while (table.next()) {
                tables.add(table.getString(1));
            }
        }
        return tables;
    }
}
