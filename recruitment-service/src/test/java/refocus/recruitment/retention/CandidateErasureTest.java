package refocus.recruitment.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// A candidate nobody hired is erased when the six months are over, and not before.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "recruitment"))
class CandidateErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api hr = new Api("hr-officer", UUID.randomUUID().toString());

    @Inject
    DataSource database;

    @Test
    void a_candidate_is_erased_by_the_clock_when_nothing_keeps_them_any_more() {
        String mari = hr.made("/v1/candidates", """
                {"name": "Mari Llwyd", "contact": "mari@example.org", "history": []}""");
        String erasure = "/v1/candidates/%s/erasure".formatted(mari);
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.post(erasure, "{\"reason\": \"SUBJECT_ASKED\"}")
                        .then()
                        .statusCode(409)
                        .body("code", equalTo("candidate-kept")));

        await().atMost(PATIENCE).until(() -> sixMonthsPass(mari) == 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> hr.get("/v1/candidates/{id}", mari)
                        .then()
                        .statusCode(200)
                        .body("erased", is(true))
                        .body("name", nullValue()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(erasedEvents(mari)).isEqualTo(1));
    }

    /// The view's row is made as old as it would be then.
    private int sixMonthsPass(String candidate) throws SQLException {
        return run("update views.candidates_kept set kept_until = '2020-01-01' where candidate = '%s'"
                .formatted(candidate));
    }

    private long erasedEvents(String candidate) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from event where type = 'candidate-erased' and stream_id = 'candidate/%s'"
                                .formatted(candidate))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private int run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
