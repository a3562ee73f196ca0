package refocus.eventsourcing.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// PostgreSQL 18 from a jar, on the loopback interface only, with every durable setting on.
///
/// The directory is kept when the server closes; opening it again gives everything back.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process server;
    private final String adminUrl;

    private EmbeddedPostgres(Process server, String adminUrl) {
        this.server = server;
        this.adminUrl = adminUrl;
    }

    /// Starts a server on `home/postgres`; port 0 takes a free one.
    public static EmbeddedPostgres start(Path home, int port) throws IOException, InterruptedException {
        var programs = Path.of(System.getProperty("java.io.tmpdir"), "refocus-postgresql-18.1");
        var program = PostgresProgram.prepare(programs, home.resolve("postgres"));
        var taken = port == 0 ? FreePort.pick() : port;
        return start(home, program.command(taken), adminUrl(taken));
    }

    /// Starts a server that speaks TLS only, and to all but its superuser only after a password.
    public static EmbeddedPostgres startSecured(Path home, Certificates certificates)
            throws IOException, InterruptedException {
        var programs = Path.of(System.getProperty("java.io.tmpdir"), "refocus-postgresql-18.1");
        var program = PostgresProgram.prepare(programs, home.resolve("postgres"));
        var port = FreePort.pick();
        return start(home, program.securedCommand(port, certificates), adminUrl(port) + "&" + tls(certificates));
    }

    /// What JDBC needs to believe this authority's servers and no others.
    public static String tls(Certificates certificates) {
        return "sslmode=verify-full&sslrootcert=" + certificates.authority();
    }

    private static EmbeddedPostgres start(Path home, List<String> command, String adminUrl)
            throws IOException, InterruptedException {
        var server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .start();
        var postgres = new EmbeddedPostgres(server, adminUrl);
        postgres.awaitReady();
        return postgres;
    }

    /// Where the superuser reaches the `postgres` database.
    public String adminUrl() {
        return adminUrl;
    }

    /// Where the superuser of a server on this port reaches the `postgres` database.
    public static String adminUrl(int port) {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
    }

    /// Whether a server answers there.
    public static boolean answers(String adminUrl) {
        try (var connection = DriverManager.getConnection(adminUrl)) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /// The process that owns the data directory; its children end with it.
    public ProcessHandle process() {
        return server.toHandle();
    }

    @Override
    public void close() throws IOException {
        PostgresProgram.stop(server);
        server.onExit().join();
    }

    private void awaitReady() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers(adminUrl())) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("PostgreSQL did not start");
            }
            Thread.sleep(50);
        }
    }
}
