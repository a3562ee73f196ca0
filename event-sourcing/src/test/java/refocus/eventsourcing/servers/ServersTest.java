package refocus.eventsourcing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each server is started for real and asked for what the services rely on.
class ServersTest {

    @TempDir
    Path home;

    @Test
    void postgres_is_durable_and_keeps_its_data_when_restarted() throws Exception {
        try (var postgres = EmbeddedPostgres.start(home, 0);
                var admin = DriverManager.getConnection(postgres.adminUrl())) {
            assertThat(value(admin, "show fsync")).isEqualTo("on");
            assertThat(value(admin, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(admin, "show server_version")).startsWith("18");
            new Database(postgres.adminUrl(), "kept", "kept").create();
            assertThat(postgres.process().isAlive()).isTrue();
        }
        try (var postgres = EmbeddedPostgres.start(home, 0);
                var admin = DriverManager.getConnection(postgres.adminUrl())) {
            assertThat(value(admin, "select count(*) from pg_database where datname = 'kept'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void the_application_uses_what_the_owner_makes_and_cannot_change_a_log_it_was_refused() throws Exception {
        var servers = Servers.ofThisRun();
        var database = new Database(servers.postgres(), "case", "case");
        database.create();
        database.create();
        try (var owner = connect(database, database.owner());
                var application = connect(database, database.application())) {
            run(owner, "create table event (pos bigint generated always as identity, what text)");
            run(owner, "revoke update, delete, truncate on event from " + database.application());
            run(application, "insert into event (what) values ('happened')");
            assertThat(value(application, "select what from event")).isEqualTo("happened");
            assertThat(value(application, "show transaction_timeout")).isEqualTo("15s");
            for (var change : List.of("update event set what = 'other'", "delete from event", "truncate event")) {
                assertThatThrownBy(() -> run(application, change)).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void kafka_has_the_topics_and_makes_none_by_itself() throws Exception {
        var servers = Servers.ofThisRun();
        Topics.renew(servers.kafka(), List.of("case"));
        Topics.create(servers.kafka(), List.of("case"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
            var topics = List.of("refocus.case.events", "refocus.access", "refocus.case.relay-position");
            // A broker hears of what its controller has made a moment later.
            var described = await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.describeTopics(topics).allTopicNames().get(), Objects::nonNull);
            assertThat(described.get("refocus.case.events").partitions()).hasSize(12);
            assertThat(described.get("refocus.access").partitions()).hasSize(12);
            assertThat(described.get("refocus.case.relay-position").partitions())
                    .hasSize(1);
            var events = new ConfigResource(Type.TOPIC, "refocus.case.events");
            var config = admin.describeConfigs(List.of(events)).all().get().get(events);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
        }
    }

    @Test
    void the_issuer_gives_a_token_for_a_known_role_only() throws Exception {
        try (var issuer = LocalIssuer.start(home, 0);
                var http = HttpClient.newHttpClient()) {
            var granted = ask(http, issuer, "grant_type=client_credentials&client_id=practitioner&worker=w-1");
            assertThat(granted.statusCode()).isEqualTo(200);
            assertThat(granted.body()).contains("\"access_token\":\"ey");
            assertThat(ask(http, issuer, "grant_type=client_credentials&client_id=root")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_browser_signs_in_and_its_code_is_good_once_and_for_its_own_page_only() throws Exception {
        try (var issuer = LocalIssuer.start(home, 0);
                var http = HttpClient.newHttpClient()) {
            // The verifier and challenge of RFC 7636, appendix B.
            var request = "response_type=code&client_id=pages&state=s%26t&nonce=n%22&scope=openid"
                    + "&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fback&code_challenge_method=S256"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
            var page = get(http, issuer, "/authorize?" + request);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Mewngofnodi", "<option value=\"analyst\"", "value=\"n&quot;\"");
            var back = code(http, issuer, request);
            assertThat(back).startsWith("http://localhost:9/back?code=").endsWith("&state=s%26t");
            var redeeming =
                    "grant_type=authorization_code&client_id=pages&redirect_uri=http%3A%2F%2Flocalhost%3A9%2Fback&code=";
            var code = back.replaceAll(".*code=([^&]+).*", "$1");
            var verifier = "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
            var granted = ask(http, issuer, redeeming + code + verifier);
            assertThat(granted.statusCode()).isEqualTo(200);
            assertThat(granted.body()).contains("\"access_token\":\"ey", "\"id_token\":\"ey");
            assertThat(ask(http, issuer, redeeming + code + verifier).body()).contains("invalid_grant");
            var stolen = code(http, issuer, request).replaceAll(".*code=([^&]+).*", "$1");
            assertThat(ask(http, issuer, redeeming + stolen + "&code_verifier=guessed")
                            .body())
                    .contains("invalid_grant");
        }
    }

    @Test
    void pages_elsewhere_get_no_code() throws Exception {
        try (var issuer = LocalIssuer.start(home, 0);
                var http = HttpClient.newHttpClient()) {
            var request = "response_type=code&client_id=pages&redirect_uri=https%3A%2F%2Felsewhere.example%2F"
                    + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
            assertThat(get(http, issuer, "/authorize?" + request).statusCode()).isEqualTo(400);
            assertThat(get(http, issuer, "/sign-out?post_logout_redirect_uri=https%3A%2F%2Felsewhere.example%2F")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    /// Where the browser is sent once the form is filled in.
    private static String code(HttpClient http, LocalIssuer issuer, String request)
            throws IOException, InterruptedException {
        return post(http, issuer, "/authorize", request + "&role=analyst&worker=")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static HttpResponse<String> get(HttpClient http, LocalIssuer issuer, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer.url() + path)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> ask(HttpClient http, LocalIssuer issuer, String form)
            throws IOException, InterruptedException {
        return post(http, issuer, "/token", form);
    }

    private static HttpResponse<String> post(HttpClient http, LocalIssuer issuer, String path, String form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static Connection connect(Database database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, role);
    }

    private static String value(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
