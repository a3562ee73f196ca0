package refocus.eventsourcing.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// PostgreSQL 18 from a jar, on the loopback interface only, with every durable setting on.
///
/// The directory is kept when the server closes; opening it again gives everything back.
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process server;
    private final int port;

    private EmbeddedPostgres(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /// Starts a server on `home/postgres`; port 0 takes a free one.
    public static EmbeddedPostgres start(Path home, int port) throws IOException, InterruptedException {
        var programs = Path.of(System.getProperty("java.io.tmpdir"), "refocus-postgresql-18.1");
        var program = PostgresProgram.prepare(programs, home.resolve("postgres"));
        var taken = port == 0 ? FreePort.pick() : port;
        var server = new ProcessBuilder(program.command(taken))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("postgres.log").toFile()))
                .start();
        var postgres = new EmbeddedPostgres(server, taken);
        postgres.awaitReady();
        return postgres;
    }

    /// Where the superuser reaches the `postgres` database.
    public String adminUrl() {
        return adminUrl(port);
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
