package refocus.eventsourcing.servers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The servers a test run shares: where PostgreSQL's superuser, Kafka's clients and the services find them.
///
/// `refocus.infra` chooses: *embedded* starts them from jars, *containers* starts PostgreSQL and Kafka with
/// Testcontainers, *external* takes `refocus.postgres`, `refocus.kafka` and `refocus.issuer` as they are, and
/// *auto*, the default, is external where those are given, else embedded. What is started runs in one process of its
/// own, so that no test's class loader holds it, and ends with the test run however that ends.
public record Servers(String postgres, String kafka, String issuer) {

    private static final String FOUND = "refocus.servers";

    /// The servers of this JVM, started by whoever asks first.
    public static Servers ofThisRun() throws IOException {
        // System properties are the one place all of a test run's class loaders see.
        synchronized (System.getProperties()) {
            var found = Optional.ofNullable(System.getProperty(FOUND));
            var servers = found.isPresent() ? parse(found.get()) : choose(System.getProperty("refocus.infra", "auto"));
            System.setProperty(FOUND, servers.toString());
            return servers;
        }
    }

    private static Servers choose(String infra) throws IOException {
        return switch (infra) {
            case "external" -> external();
            case "embedded", "containers" -> start(infra);
            case "auto" -> System.getProperty("refocus.postgres") == null ? start("embedded") : external();
            default ->
                throw new IllegalArgumentException(
                        "refocus.infra is auto, embedded, containers or external, not " + infra);
        };
    }

    private static Servers external() {
        return new Servers(given("refocus.postgres"), given("refocus.kafka"), given("refocus.issuer"));
    }

    private static String given(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .orElseThrow(() -> new IllegalStateException("refocus.infra=external needs -D" + property));
    }

    private static Servers start(String infra) throws IOException {
        var log = Files.createDirectories(Path.of("target")).resolve("servers.log");
        var process = new ProcessBuilder(command(infra))
                .redirectError(Redirect.to(log.toFile()))
                .start();
        // Not closed: its end would tell the servers that the test run is over.
        var line = process.inputReader().readLine();
        if (line == null) {
            throw new IllegalStateException("the servers did not start, see " + log.toAbsolutePath());
        }
        return parse(line);
    }

    private static List<String> command(String infra) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                ServersProcess.class.getName(),
                infra);
    }

    private static Servers parse(String line) {
        var parts = line.split(" ");
        return new Servers(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
        return String.join(" ", postgres, kafka, issuer);
    }
}
