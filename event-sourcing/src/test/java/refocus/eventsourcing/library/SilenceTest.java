package refocus.eventsourcing.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.servers.ServersResource;

/// A database that says nothing, here because it sleeps.
@QuarkusTest
@TestProfile(SilenceTest.Impatient.class)
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "library"))
class SilenceTest {

    private static final String SLEEP = "select pg_sleep(60)::text as said";
    private static final String TOLD =
            "select current_setting('tcp_keepalives_idle') || current_setting('transaction_timeout') as said";

    /// Gives up after two seconds.
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("refocus.database.silence-seconds", "2");
        }
    }

    record Said(String said) {}

    @Inject
    Views views;

    @Inject
    DataSource database;

    @Test
    void is_not_waited_for_by_whoever_reads_a_view() {
        assertThatThrownBy(() -> query(SLEEP)).isInstanceOf(ClosedConnectionException.class);
        // The pool may hand out the closed connection once more before it has heard of it.
        await().ignoreException(CompletionException.class)
                .untilAsserted(() -> assertThat(query("select 'awake' as said")).containsExactly(new Said("awake")));
    }

    @Test
    void is_not_waited_for_by_whoever_follows_or_relays() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(SLEEP)).hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
        assertThat(told()).isNotEmpty();
    }

    @Test
    void of_a_service_is_noticed_by_the_database() throws SQLException {
        assertThat(query(TOLD)).containsExactly(new Said("1015s"));
        assertThat(told()).isEqualTo("1015s");
    }

    private List<Said> query(String sql) {
        return views.query(sql, Said.class).await().atMost(Duration.ofSeconds(20));
    }

    private String told() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(TOLD)) {
            row.next();
            return row.getString(1);
        }
    }
}
