package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import refocus.eventsourcing.servers.Servers;

/// What a service promises of reads that are put on record: all or nothing.
///
/// While readers read, the table of accesses is taken away, closed to the service, and its connections are cut; then
/// every answer is looked at.
///
/// ```java
/// DisclosureContract.of(correlation -> manager.request()
///                 .header("Correlation-Id", correlation)
///                 .get("/v1/loans/" + loan))
///         .showing("Nia")
///         .holds();
/// ```
public final class DisclosureContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READERS = 4;
    private static final int ENOUGH = 10;

    private record Answer(String correlation, int status, String type, String retryAfter, String body) {

        boolean shown() {
            return status == 200;
        }
    }

    private final Function<String, Response> read;
    private final String secret;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean(true);

    private DisclosureContract(Function<String, Response> read, String secret) {
        this.read = read;
        this.secret = secret;
    }

    /// @param read one read, with the correlation id it is given
    public static DisclosureContract of(Function<String, Response> read) {
        return new DisclosureContract(read, "");
    }

    /// @param secret what a successful answer shows, and no other may
    public DisclosureContract showing(String secret) {
        return new DisclosureContract(read, secret);
    }

    public void holds() throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> at = IntStream.range(0, READERS)
                    .<Future<?>>mapToObj(_ -> readers.submit(this::readOn))
                    .toList();
            try {
                awaitMore(Answer::shown);
                breakAndMend(
                        "alter table access_record rename to taken_away",
                        "alter table taken_away rename to access_record");
                String application = setting("quarkus.datasource.username");
                breakAndMend(
                        "revoke insert on access_record from " + application,
                        "grant insert on access_record to " + application);
                for (int i = 0; i < 3; i++) {
                    cutConnections(application);
                    awaitMore(Answer::shown);
                }
            } finally {
                reading.set(false);
            }
            for (Future<?> one : at) {
                one.get();
            }
        }
        // Whoever tests next is not to be given a connection that was cut.
        CDI.current().select(AgroalDataSource.class).get().flush(AgroalDataSource.FlushMode.GRACEFUL);
        judge();
    }

    private void readOn() {
        while (reading.get()) {
            String correlation = UUID.randomUUID().toString();
            Response response = read.apply(correlation);
            answers.add(new Answer(
                    correlation,
                    response.statusCode(),
                    String.valueOf(response.contentType()),
                    String.valueOf(response.header("Retry-After")),
                    response.asString()));
        }
    }

    private void breakAndMend(String breaking, String mending) throws SQLException {
        asOwner(breaking);
        try {
            awaitMore(Predicate.not(Answer::shown));
        } finally {
            asOwner(mending);
        }
        awaitMore(Answer::shown);
    }

    private void awaitMore(Predicate<Answer> wanted) {
        long before = answers.stream().filter(wanted).count();
        await().atMost(PATIENCE).until(() -> answers.stream().filter(wanted).count() >= before + ENOUGH);
    }

    private void judge() throws SQLException {
        Set<String> recorded = recorded();
        assertThat(answers).allSatisfy(answer -> {
            if (answer.shown()) {
                assertThat(answer.body()).contains(secret);
                assertThat(recorded).contains(answer.correlation());
            } else {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.type()).startsWith("application/problem+json");
                assertThat(answer.retryAfter()).matches("[0-9]+");
                assertThat(answer.body()).doesNotContain(secret);
            }
        });
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("\"audit-unavailable\""))
                .isNotEmpty();
    }

    private static Set<String> recorded() throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("select correlation from access_record where basis <> 'DENIED'")) {
            var recorded = new HashSet<String>();
            while (row.next()) {
                recorded.add(row.getString(1));
            }
            return recorded;
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A connection of its own to the service's database, as its owner: those of the service are being cut.
    public static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    private static void cutConnections(String application) throws Exception {
        String database = URI.create(setting("quarkus.datasource.jdbc.url").substring("jdbc:".length()))
                .getPath()
                .substring(1);
        try (Connection admin = DriverManager.getConnection(Servers.ofThisRun().postgres());
                var cut = admin.prepareStatement(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = ? and datname = ?")) {
            cut.setString(1, application);
            cut.setString(2, database);
            cut.execute();
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
