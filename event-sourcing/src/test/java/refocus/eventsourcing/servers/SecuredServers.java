package refocus.eventsourcing.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/// The servers of a production: PostgreSQL and Kafka by TLS only, a password for each role and each service, and a
/// list of what each may do with which topic. Secrets are drawn anew for each run.
///
/// The service under test is called `library`; the five of Refocus are known to Kafka beside it.
public final class SecuredServers implements QuarkusTestResourceLifecycleManager {

    private static final List<String> SERVICES =
            List.of("library", "case", "staff", "recruitment", "feedback", "reporting");

    private Process servers;

    @Override
    public Map<String, String> start() {
        try {
            Path home = Files.createTempDirectory("secured");
            Certificates certificates = Certificates.make(home);
            var users = new TreeMap<String, String>(Map.of("broker", secret()));
            SERVICES.forEach(service -> users.put(service, secret()));
            String[] found = launch(home, certificates, users).split(" ");
            var settings = new HashMap<String, String>();
            settings.putAll(postgres(found[0], certificates));
            settings.putAll(kafka(found[1], certificates, users));
            settings.put("refocus.master-key", Base64.getEncoder().encodeToString(bytes()));
            settings.put("refocus.security-contact", "https://council.example/security");
            settings.put("test.authority", certificates.authority().toString());
            settings.put("test.stranger", certificates.stranger().toString());
            users.forEach((name, password) -> settings.put("test.users." + name, password));
            return settings;
        } catch (Exception failed) {
            throw new IllegalStateException("no secured servers to test on", failed);
        }
    }

    @Override
    public void stop() {
        try {
            // Killed, they would leave PostgreSQL running.
            servers.outputWriter().close();
            if (!servers.waitFor(30, TimeUnit.SECONDS)) {
                servers.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> postgres(String adminUrl, Certificates certificates) throws SQLException {
        var settings = new HashMap<String, String>();
        for (String datasource : List.of("", "keys")) {
            String purpose = datasource.isEmpty() ? "library" : "library_keys";
            var database = new Database(adminUrl, purpose, purpose);
            database.create();
            settings.putAll(database.settings(datasource));
            String named = datasource.isEmpty() ? "" : "." + datasource;
            settings.put(
                    "quarkus.datasource%s.jdbc.url".formatted(named),
                    database.jdbcUrl() + "?" + EmbeddedPostgres.tls(certificates));
            String reactive = "quarkus.datasource%s.reactive.".formatted(named);
            settings.put(reactive + "postgresql.ssl-mode", "verify-full");
            settings.put(reactive + "hostname-verification-algorithm", "HTTPS");
            settings.put(reactive + "trust-certificate-pem", "true");
            settings.put(
                    reactive + "trust-certificate-pem.certs",
                    certificates.authority().toString());
            settings.put("quarkus.datasource%s.password".formatted(named), password(adminUrl, database.application()));
            settings.put("quarkus.flyway%s.password".formatted(named), password(adminUrl, database.owner()));
        }
        return settings;
    }

    /// Another one than its name.
    private static String password(String adminUrl, String role) throws SQLException {
        String drawn = secret();
        try (var admin = DriverManager.getConnection(adminUrl);
                var statement = admin.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(role, drawn));
        }
        return drawn;
    }

    private static Map<String, String> kafka(String broker, Certificates certificates, Map<String, String> users)
            throws Exception {
        var admin = new HashMap<String, Object>(
                EmbeddedKafka.client(certificates.authority(), "broker", users.get("broker")));
        admin.put("bootstrap.servers", broker);
        Topics.create(
                admin,
                SERVICES.stream().filter(name -> !name.equals("reporting")).toList());
        try (var kafka = Admin.create(admin)) {
            kafka.createAcls(SERVICES.stream()
                            .flatMap(service -> TopicRights.of(service).stream())
                            .toList())
                    .all()
                    .get();
        }
        return EmbeddedKafka.client(certificates.authority(), "library", users.get("library")).entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> "kafka." + setting.getKey(),
                        Map.Entry::getValue,
                        (one, _) -> one,
                        () -> new TreeMap<>(Map.of("kafka.bootstrap.servers", broker))));
    }

    private String launch(Path home, Certificates certificates, Map<String, String> users) throws IOException {
        servers = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecuredServers.class.getName())
                .redirectError(Redirect.to(home.resolve("servers.log").toFile()))
                .start();
        // Not closed yet: its end tells the servers that the test is over.
        var told = servers.outputWriter();
        told.write("%s%n%s%n%s%n%s%n%s%n%s%n"
                .formatted(
                        home,
                        certificates.keys(),
                        certificates.key(),
                        certificates.chain(),
                        certificates.authority(),
                        users.entrySet().stream()
                                .map(user -> user.getKey() + ":" + user.getValue())
                                .collect(Collectors.joining(" "))));
        told.flush();
        String line = servers.inputReader().readLine();
        if (line == null) {
            throw new IOException("the servers did not start, see " + home.resolve("servers.log"));
        }
        return line;
    }

    /// Runs the servers until standard input ends; it is told there where, and with which secrets.
    public static void main(String... args) throws Exception {
        var answer = System.out;
        System.setOut(new PrintStream(System.err, true));
        Path home = Path.of(IO.readln());
        var certificates = new Certificates(
                Path.of(IO.readln()), Path.of(IO.readln()), Path.of(IO.readln()), Path.of(IO.readln()), home);
        Map<String, String> users = List.of(IO.readln().split(" ")).stream()
                .map(user -> user.split(":", 2))
                .collect(Collectors.toMap(user -> user[0], user -> user[1]));
        try (var postgres = EmbeddedPostgres.startSecured(home, certificates);
                var kafka = EmbeddedKafka.startSecured(home, certificates, users)) {
            answer.println(postgres.adminUrl() + " " + kafka.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        ServersProcess.delete(home);
        System.exit(0);
    }

    private static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private static byte[] bytes() {
        var drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }
}
