package refocus.local.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import refocus.local.identity.Token;

/// The packaged system as `./refocus run` starts it, beside any other: ports and data of its own.
final class RunningSystem implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Optional<RunningSystem> shared = Optional.empty();

    private final Path home;
    private final Process launcher;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Set<String> headersThatRepeat = ConcurrentHashMap.newKeySet();

    private RunningSystem(Path home, Process launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /// The one that all journeys without a story share: started by the first, stopped with the tests.
    static synchronized RunningSystem shared() throws IOException, InterruptedException {
        if (shared.isEmpty()) {
            var system = start(Files.createTempDirectory("refocus-journeys"), "--empty");
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            shared = Optional.of(system);
        }
        return shared.get();
    }

    /// A system on data that may be there from an earlier run. Journeys are not about who somebody is, and start often:
    /// with the small issuer, unless the options say otherwise.
    static RunningSystem start(Path home, String... options) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.SEVERE); // Kafka's clients tell every step
        Files.deleteIfExists(home.resolve("stack.json"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Drefocus.source=" + source(),
                "-cp",
                System.getProperty("java.class.path"),
                "refocus.local.LocalSystem",
                "--data",
                home.toString(),
                "--ports",
                Integer.toString(freeBase()),
                "--identity",
                "local"));
        command.addAll(List.of(options));
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("launcher.log").toFile()))
                .start();
        var system = new RunningSystem(home, launcher);
        long patience = System.nanoTime() + READY.toNanos();
        while (!Files.exists(home.resolve("stack.json"))) {
            if (!launcher.isAlive() || System.nanoTime() > patience) {
                launcher.destroy();
                throw new IllegalStateException(
                        "the system did not start:\n" + Files.readString(home.resolve("launcher.log")));
            }
            launcher.waitFor(100, TimeUnit.MILLISECONDS);
        }
        return system;
    }

    Path home() {
        return home;
    }

    Process launcher() {
        return launcher;
    }

    /// Every process of the system, the launcher apart.
    List<ProcessHandle> processes() throws IOException {
        return stack().path("pids")
                .valueStream()
                .flatMap(pid -> ProcessHandle.of(pid.asLong()).stream())
                .toList();
    }

    /// The process of a part, as in `case`, `Kafka` or `PostgreSQL`.
    ProcessHandle process(String part) throws IOException {
        return ProcessHandle.of(stack().path("pids").path(part).asLong())
                .orElseThrow(() -> new IllegalStateException(part + " does not run"));
    }

    String postgres() throws IOException {
        return stack().path("postgres").asText();
    }

    String issuer() throws IOException {
        return stack().path("issuer").asText();
    }

    String address(String service) throws IOException {
        return stack().path("services").path(service).asText();
    }

    String kafka() throws IOException {
        return stack().path("kafka").asText();
    }

    /// What a service answered: its status, its body and the token to read one's own write with.
    record Reply(int status, JsonNode body, Optional<String> consistency) {

        String id() {
            return body.path("id").asText();
        }
    }

    Reply get(String service, String path, String role, Optional<String> consistency)
            throws IOException, InterruptedException {
        return get(service, path, role, UUID.randomUUID(), consistency);
    }

    Reply get(String service, String path, String role, UUID worker, Optional<String> consistency)
            throws IOException, InterruptedException {
        var request = request(service, path, role, worker).GET();
        consistency.ifPresent(token -> request.header("Consistency-Token", token));
        return reply(http.send(request.build(), BodyHandlers.ofString()));
    }

    Reply post(String service, String path, String role, UUID worker, String body)
            throws IOException, InterruptedException {
        return post(service, path, role, worker, UUID.randomUUID().toString(), body);
    }

    Reply post(String service, String path, String role, UUID worker, String key, String body)
            throws IOException, InterruptedException {
        return command("POST", service, path, role, worker, key, 0, body);
    }

    /// Sends a command; `seen` is the version for `If-Match`, 0 for none.
    Reply command(
            String method, String service, String path, String role, UUID worker, String key, long seen, String body)
            throws IOException, InterruptedException {
        var request = request(service, path, role, worker)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(body));
        if (seen > 0) {
            request.header("If-Match", "\"%d\"".formatted(seen));
        }
        return reply(http.send(request.build(), BodyHandlers.ofString()));
    }

    /// Asks without any identity, or with the token of a survey.
    HttpResponse<String> open(String service, String path, Optional<String> token, Optional<String> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address(service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        token.ifPresent(known -> request.header("Authorization", "SurveyToken " + known));
        body.ifPresent(text -> request.POST(BodyPublishers.ofString(text)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// What an address answers to a role, as it stands.
    HttpResponse<String> text(String service, String path, String role) throws IOException, InterruptedException {
        return http.send(request(service, path, role, UUID.randomUUID()).GET().build(), BodyHandlers.ofString());
    }

    /// The headers of replies in which anything stood that a journey had planted.
    Set<String> headersThatRepeat() {
        return Set.copyOf(headersThatRepeat);
    }

    /// The address of a database for one who may do anything.
    String database(String name) {
        try {
            return postgres().replace("/postgres?", "/" + name + "?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first column of what a database of the system says.
    List<String> query(String database, String sql) throws IOException, SQLException {
        try (var select = connection(database).createStatement();
                var row = select.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    /// One for each database, and a new one where the server was gone meanwhile.
    private Connection connection(String database) throws IOException, SQLException {
        var known = connections.get(database);
        if (known != null && known.isValid(5)) {
            return known;
        }
        var opened = DriverManager.getConnection(database(database));
        connections.put(database, opened);
        return opened;
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException _) {
            launcher.destroyForcibly();
        }
    }

    private HttpRequest.Builder request(String service, String path, String role, UUID worker) throws IOException {
        return HttpRequest.newBuilder(URI.create(address(service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token(role, worker));
    }

    private String token(String role, UUID worker) throws IOException {
        String key = role + " " + worker;
        String known = tokens.get(key);
        if (known != null) {
            return known;
        }
        String token = Token.desk(home).token(role, worker.toString());
        tokens.put(key, token);
        return token;
    }

    private Reply reply(HttpResponse<String> response) throws IOException {
        String headers = response.headers().map().toString();
        Planted.CANARY.in(headers).ifPresent(_ -> headersThatRepeat.add(headers));
        return new Reply(
                response.statusCode(),
                response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body()),
                response.headers().firstValue("Consistency-Token"));
    }

    private JsonNode stack() throws IOException {
        return JSON.readTree(home.resolve("stack.json").toFile());
    }

    /// Maven runs a module's tests in the module's folder.
    static Path source() {
        return Path.of("").toAbsolutePath().getParent().getParent();
    }

    /// A stretch of ports nobody uses: identity, five services, PostgreSQL, Kafka and its controller.
    private static int freeBase() throws IOException {
        for (int base = 21080; base < 30000; base += 100) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("no stretch of free ports");
    }

    private static boolean allFree(int base) {
        for (int port = base; port < base + 13; port++) {
            try (var _ = new ServerSocket(port)) {
                // free
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }
}
