package refocus.eventsourcing.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// PostgreSQL 18 from a jar, on the loopback interface only, with every durable setting on.
///
/// The directory is kept when the server closes; opening it again gives everything back.
public final class EmbeddedPostgres implements AutoCloseable {

    private final Path data;
    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(Path data, io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /// Starts a server on `home/postgres`; port 0 takes a free one.
    public static EmbeddedPostgres start(Path home, int port) throws IOException {
        var data = Files.createDirectories(home).resolve("postgres");
        var log = Redirect.appendTo(home.resolve("postgres.log").toFile());
        return new EmbeddedPostgres(
                data,
                io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPort(port == 0 ? FreePort.pick() : port)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        // The jar's own defaults give durability away for speed.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "128MB")
                        .setServerConfig("max_wal_size", "512MB")
                        .setServerConfig("timezone", "UTC")
                        .setOutputRedirector(log)
                        .setErrorRedirector(log)
                        .start());
    }

    /// Where the superuser reaches the `postgres` database.
    public String adminUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /// The process that owns the data directory; its children end with it.
    public ProcessHandle process() throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
