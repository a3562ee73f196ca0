package refocus.eventsourcing.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Runs the servers of one test run: says on one line where they are, and stops when its standard input ends.
final class ServersProcess {

    /// A server that was started, where it is found and how it is stopped.
    record Running(String address, AutoCloseable server) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    private ServersProcess() {}

    public static void main(String... args) throws Exception {
        var answer = System.out;
        System.setOut(new PrintStream(System.err, true));
        var home = Files.createTempDirectory("refocus-servers");
        var containers = args[0].equals("containers");
        Callable<Running> kafka = containers ? Containers::kafka : () -> embeddedKafka(home);
        Callable<Running> postgres = containers ? Containers::postgres : () -> embeddedPostgres(home);
        try (var starting = Executors.newFixedThreadPool(2);
                var issuer = LocalIssuer.start(home, 0)) {
            var startedKafka = starting.submit(kafka);
            var startedPostgres = starting.submit(postgres);
            try (var broker = startedKafka.get();
                    var database = startedPostgres.get()) {
                answer.println(new Servers(database.address(), broker.address(), issuer.url()));
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        } finally {
            delete(home);
        }
        System.exit(0);
    }

    private static Running embeddedKafka(Path home) throws Exception {
        var kafka = EmbeddedKafka.start(home, 0, 0);
        return new Running(kafka.bootstrapServers(), kafka);
    }

    private static Running embeddedPostgres(Path home) throws Exception {
        var postgres = EmbeddedPostgres.start(home, 0);
        return new Running(postgres.adminUrl(), postgres);
    }

    static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
