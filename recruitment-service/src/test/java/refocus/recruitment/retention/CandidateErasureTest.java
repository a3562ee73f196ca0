package refocus.recruitment.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// A candidate nobody hired is erased when the six months are over and nothing holds them, and not before.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class CandidateErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api hr = Api.someone("hr-officer");
    private final Api manager = Api.someone("team-manager");
    private final Api head = Api.someone("head-of-service");
    private final Api recruiter = Api.someone("recruiter");
    private final Api records = Api.someone("records-manager");

    @Inject
    DataSource database;

    @Test
    void a_candidate_is_erased_by_the_clock_when_nothing_keeps_them_any_more() throws SQLException {
        String mari = candidate();
        refused(mari, "candidate-kept");
        sixMonthsPass(mari);
        erased(mari);
        hr.get("/v1/candidates/{id}", mari)
                .then()
                .body("contact", nullValue())
                .body("history.what", contains(nullValue()))
                .body("language", equalTo("cy"))
                .body("registeredOn", notNullValue());
        assertThat(events(mari, "candidate-registered")).isEqualTo(1);
        records.done(erasure(mari), "{\"reason\": \"SUBJECT_ASKED\"}");
        assertThat(events(mari, "candidate-erased")).isEqualTo(1);
    }

    @Test
    void an_application_keeps_them_until_its_vacancy_is_over_and_six_months_have_passed() throws SQLException {
        String vacancy = advertised();
        String mari = candidate();
        String applications = "/v1/vacancies/%s/applications".formatted(vacancy);
        String application = recruiter.made(applications, "{\"candidate\": \"%s\"}".formatted(mari));
        recruiter.done("/v1/applications/%s/submission".formatted(application), """
                {"statement": "Mari Llwyd likes children"}""");
        refused(mari, "application-running");

        manager.done("/v1/vacancies/%s/cancellation".formatted(vacancy), """
                {"reason": "NO_FUNDING"}""");
        refused(mari, "candidate-kept");
        sixMonthsPass(mari);
        assertThat(free(mari)).isZero();
        run("update views.candidates_kept_vacancies set kept_until = '2020-01-01' where vacancy = '%s'", vacancy);
        erased(mari);
        hr.get("/v1/applications/{id}", application).then().statusCode(200).body("statement", nullValue());
        hr.get(applications).then().statusCode(200).body("items.id", contains(application));

        String other = advertised();
        recruiter
                .post("/v1/vacancies/%s/applications".formatted(other), "{\"candidate\": \"%s\"}".formatted(mari))
                .then()
                .statusCode(409)
                .body("code", equalTo("erased"));
    }

    @Test
    void a_legal_hold_keeps_them_for_as_long_as_it_lasts() throws SQLException {
        String mari = candidate();
        String holds = "/v1/candidates/%s/legal-hold".formatted(mari);
        String hold = records.made(holds, """
                {"reason": "TRIBUNAL", "reference": "Claim 17"}""");
        refused(mari, "legal-hold");
        await().atMost(PATIENCE).until(() -> held(mari) == 1);
        sixMonthsPass(mari);
        assertThat(free(mari)).isZero();
        refused(mari, "legal-hold");
        hr.get("/v1/candidates/{id}", mari).then().body("held", is(true)).body("erased", is(false));
        records.get(holds)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(hold))
                .body("items[0].reference", equalTo("Claim 17"))
                .body("items[0].liftedOn", nullValue());
        hr.post(holds, "{\"reason\": \"TRIBUNAL\"}").then().statusCode(403);

        records.done("%s/%s/lifting".formatted(holds, hold), "{\"reason\": \"ENDED\"}");
        erased(mari);
        records.post(holds, "{\"reason\": \"TRIBUNAL\"}").then().statusCode(409).body("code", equalTo("erased"));
        records.get(holds).then().statusCode(200).body("items[0].reference", nullValue());
    }

    @Test
    void a_hold_on_all_candidates_keeps_each_for_as_long_as_it_lasts() throws SQLException {
        String mari = candidate();
        String hold = records.made("/v1/legal-holds", """
                {"reason": "PUBLIC_INQUIRY", "reference": "Inquiry 4"}""");
        try {
            refused(mari, "service-hold");
            sixMonthsPass(mari);
            assertThat(free(mari)).isZero();
            records.get("/v1/legal-holds")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.id == '%s' }.reference".formatted(hold), equalTo("Inquiry 4"))
                    .body("items.find { it.id == '%s' }.liftedOn".formatted(hold), nullValue());
            hr.post("/v1/legal-holds", "{\"reason\": \"TRIBUNAL\"}").then().statusCode(403);
        } finally {
            records.done("/v1/legal-holds/%s/lifting".formatted(hold), "{\"reason\": \"ENDED\"}");
        }
        erased(mari);
    }

    @Test
    void whoever_was_asked_about_them_is_erased_with_them() throws SQLException {
        String vacancy = advertised();
        String mari = candidate();
        String application = recruiter.made(
                "/v1/vacancies/%s/applications".formatted(vacancy), "{\"candidate\": \"%s\"}".formatted(mari));
        recruiter.done("/v1/applications/%s/submission".formatted(application), """
                {"statement": "Mari Llwyd likes children"}""");
        manager.done("/v1/applications/%s/shortlisting".formatted(application), """
                {"shortlisted": true}""");
        String reference = recruiter.made("/v1/applications/%s/references".formatted(application), """
                {"name": "Eirlys Pugh", "contact": "eirlys@example.org", "relationship": "CURRENT_EMPLOYER"}""");
        recruiter.done("/v1/applications/%s/withdrawal".formatted(application), "{}");
        sixMonthsPass(mari);
        await().atMost(PATIENCE)
                .until(() -> run(
                                "update views.candidates_kept_applications set kept_until = '2020-01-01' where application = '%s'",
                                application)
                        == 1);
        erased(mari);
        assertThat(count(
                        "select count(*) from event where type = 'candidate-erased' and data->'referees' ? '%s'",
                        reference))
                .isEqualTo(1);
        assertThat(count("select count(*) from sealed_subject where subject = '%s'", reference))
                .isEqualTo(1);
    }

    private void refused(String candidate, String code) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.post(erasure(candidate), "{\"reason\": \"SUBJECT_ASKED\"}")
                        .then()
                        .statusCode(409)
                        .body("code", equalTo(code)));
    }

    private void erased(String candidate) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.get("/v1/candidates/{id}", candidate)
                        .then()
                        .statusCode(200)
                        .body("erased", is(true))
                        .body("name", nullValue()));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(events(candidate, "candidate-erased")).isEqualTo(1));
    }

    private static String erasure(String candidate) {
        return "/v1/candidates/%s/erasure".formatted(candidate);
    }

    private String candidate() {
        return hr.made("/v1/candidates", """
                {"name": "Mari Llwyd", "contact": "mari@example.org", "language": "cy",
                 "history": [{"what": "Youth worker", "from": "2024-09-01"}]}""");
    }

    private String advertised() {
        String vacancy = manager.made("/v1/vacancies", """
                {"post": {"en": "Practitioner", "cy": "Ymarferydd"}, "role": "practitioner", "fte": 1, "reason": "NEW"}""");
        String at = "/v1/vacancies/" + vacancy;
        head.done(at + "/approval", "{}");
        manager.request()
                .header("If-Match", manager.get(at).header("ETag"))
                .body("""
                        {"criteria": [{"id": "listening", "title": {"en": "Listening", "cy": "Gwrando"},
                         "essential": true, "weight": 1, "stage": "INTERVIEW"}]}""")
                .put(at + "/criteria")
                .then()
                .statusCode(200);
        manager.done(at + "/advert", """
                {"advert": {"en": "Come", "cy": "Dewch"}, "closesAt": "%s"}""".formatted(Instant.now().plusSeconds(86_400)));
        return vacancy;
    }

    /// The view's row is made as old as it would be then.
    private void sixMonthsPass(String candidate) {
        await().atMost(PATIENCE)
                .until(() -> run(
                                "update views.candidates_kept set kept_until = '2020-01-01' where candidate = '%s'",
                                candidate)
                        == 1);
    }

    private long free(String candidate) throws SQLException {
        return count(
                "select count(*) from views.candidates_free where stream_id = 'candidate/%s' and due_at <= now()",
                candidate);
    }

    private long held(String candidate) throws SQLException {
        return count("select count(*) from views.candidates_kept_holds where candidate = '%s'", candidate);
    }

    private long events(String candidate, String type) throws SQLException {
        return count("select count(*) from event where stream_id = 'candidate/%s' and type = '%s'", candidate, type);
    }

    private long count(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(values))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int run(String sql, Object... values) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql.formatted(values));
        }
    }
}
