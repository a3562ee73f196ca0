package refocus.eventsourcing.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.servers.EmbeddedKafka;
import refocus.eventsourcing.servers.SecuredServers;

/// As in production: by TLS to PostgreSQL and to Kafka, each service under its own name, with secrets that were
/// drawn. What comes without is refused, and so is a service that reaches for another's topic.
@QuarkusTest
@TestProfile(SecuredTest.Production.class)
class SecuredTest {

    /// The profile a packaged service has: with development's secrets it would not start.
    public static final class Production implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.tenant-enabled", "false", "quarkus.http.port", "0");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SecuredServers.class));
        }
    }

    // Longer than the relay takes to give a broker up and begin again.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Desks desks;

    @Inject
    Views views;

    @Inject
    Loans.FromTopic heard;

    @Inject
    DataSource database;

    @Test
    void a_command_goes_all_the_way_from_the_log_through_the_topic_to_a_view() throws SQLException {
        UUID loan = UUID.randomUUID();
        now(desks.of(Loan.STREAM).handle(loan, new Loan.Command.Lend(UUID.randomUUID()), asking()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(views.list(heard.loans(), "where t.loan = $1", loan)))
                        .hasSize(1));
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select count(*) filter (where ssl and version = 'TLSv1.3'), count(*) from pg_stat_ssl
                        join pg_stat_activity using (pid) where usename is not null and client_addr is not null""")) {
            rows.next();
            assertThat(rows.getLong(1)).isPositive().isEqualTo(rows.getLong(2));
        }
    }

    @Nested
    class PostgreSQL {

        @ParameterizedTest
        @CsvSource({"sslmode=disable, no encryption", "sslmode=verify-full&sslrootcert=STRANGER, PKIX"})
        void is_reached_by_tls_only_and_by_nobody_who_believes_another_authority(String how, String why) {
            String url = setting("quarkus.datasource.jdbc.url")
                    .replaceFirst("\\?.*", "?" + how.replace("STRANGER", setting("test.stranger")));
            assertThatThrownBy(() -> connect(url, setting("quarkus.datasource.password")))
                    .hasStackTraceContaining(why);
        }

        @Test
        void takes_no_password_that_is_a_name() {
            String url = setting("quarkus.datasource.jdbc.url");
            assertThatThrownBy(() -> connect(url, "library_app"))
                    .hasMessageContaining("password authentication failed");
        }

        private void connect(String url, String password) throws SQLException {
            DriverManager.getConnection(url, setting("quarkus.datasource.username"), password)
                    .close();
        }
    }

    @Nested
    class Kafka {

        @Test
        void speaks_to_nobody_in_clear() {
            refused(Map.of("request.timeout.ms", "500", "default.api.timeout.ms", "1000"), ApiException.class);
        }

        @Test
        void is_believed_by_nobody_who_believes_another_authority() {
            refused(
                    with(EmbeddedKafka.client(Path.of(setting("test.stranger")), "case", password("case"))),
                    SslAuthenticationException.class);
        }

        @Test
        void knows_nobody_by_another_ones_password() {
            refused(with(client("case", password("staff"))), SaslAuthenticationException.class);
            refused(with(client("nobody", "nobody")), SaslAuthenticationException.class);
        }

        @Test
        void lets_each_service_tell_on_its_own_topic_and_hear_those_it_listens_to() {
            tell("case", "refocus.case.events");
            tell("feedback", "refocus.feedback.events");
            for (String topic : List.of("case", "staff", "recruitment", "feedback")) {
                hear("reporting", "refocus.%s.events".formatted(topic));
            }
            hear("staff", "refocus.case.events");
        }

        @ParameterizedTest
        @CsvSource({
            "reporting, refocus.case.events",
            "reporting, refocus.access",
            "staff, refocus.case.events",
            "case, refocus.staff.events",
            "feedback, refocus.recruitment.events",
            "case, refocus.staff.relay-position"
        })
        void lets_none_tell_on_anothers(String service, String topic) {
            assertThatThrownBy(() -> tell(service, topic)).hasRootCauseInstanceOf(AuthorizationException.class);
        }

        @ParameterizedTest
        @CsvSource({
            "case, refocus.recruitment.events",
            "recruitment, refocus.case.events",
            "feedback, refocus.case.events",
            "reporting, refocus.access",
            "case, refocus.access"
        })
        void lets_none_hear_what_it_has_no_business_with(String service, String topic) {
            assertThatThrownBy(() -> hear(service, topic)).isInstanceOf(TopicAuthorizationException.class);
        }

        @Test
        void lets_none_fence_off_anothers_relay() {
            var settings = with(client("staff", password("staff")));
            settings.put("transactional.id", "refocus.case.relay");
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                assertThatThrownBy(producer::initTransactions)
                        .isInstanceOf(TransactionalIdAuthorizationException.class);
            }
        }

        private void tell(String service, String topic) {
            try (var producer = new KafkaProducer<>(
                    with(client(service, password(service))), new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(topic, 0, new byte[1], new byte[1]))
                        .get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private void hear(String service, String topic) {
            try (var consumer = new KafkaConsumer<>(
                    with(client(service, password(service))),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                var partition = new TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                consumer.poll(Duration.ofMillis(200));
                consumer.endOffsets(List.of(partition));
            }
        }

        private void refused(Map<String, Object> settings, Class<? extends Exception> how) {
            var all = new HashMap<>(settings);
            all.put("bootstrap.servers", setting("kafka.bootstrap.servers"));
            try (var admin = Admin.create(all)) {
                assertThatThrownBy(() -> admin.listTopics().names().get())
                        .cause()
                        .isInstanceOf(how);
            }
        }

        private Map<String, String> client(String service, String password) {
            return EmbeddedKafka.client(Path.of(setting("test.authority")), service, password);
        }

        private HashMap<String, Object> with(Map<String, String> client) {
            var settings = new HashMap<String, Object>(client);
            settings.put("bootstrap.servers", setting("kafka.bootstrap.servers"));
            settings.put("auto.offset.reset", "earliest");
            return settings;
        }
    }

    private static String password(String user) {
        return setting("test.users." + user);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static Asking asking() {
        return new Asking(
                Uuids.next(),
                Optional.empty(),
                Optional.empty(),
                Instant.now(),
                new Metadata("a test", UUID.randomUUID(), Optional.empty(), Optional.empty()));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
