package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An OpenID Connect issuer for one machine: whoever asks for a role gets a token for it.
///
/// `client_id` is the role; `worker` names the worker, an id not heard of before is as good as any.
/// Never for production: it listens on the loopback interface only and keeps no secret but its key.
public final class LocalIssuer implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(8);

    private static final Set<String> ROLES = Set.of(
            "practitioner",
            "senior-practitioner",
            "team-manager",
            "service-manager",
            "head-of-service",
            "duty",
            "business-support",
            "recruiter",
            "panel-member",
            "analyst",
            "records-manager",
            "auditor",
            "reviewing-officer",
            "personal-adviser",
            "support-worker",
            "hr-officer",
            "barrier-owner",
            "system");

    private final HttpServer server;
    private final SigningKey key;

    private LocalIssuer(HttpServer server, SigningKey key) {
        this.server = server;
        this.key = key;
    }

    /// Starts an issuer whose key is kept in `home/issuer.key`; port 0 takes a free one.
    public static LocalIssuer start(Path home, int port) throws IOException, GeneralSecurityException {
        var key = SigningKey.keptIn(home.resolve("issuer.key"));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var issuer = new LocalIssuer(HttpServer.create(address, 0), key);
        issuer.server.createContext("/.well-known/openid-configuration", issuer::discovery);
        issuer.server.createContext("/keys", answer -> reply(answer, 200, key.published()));
        issuer.server.createContext("/token", issuer::token);
        issuer.server.createContext("/health", answer -> reply(answer, 200, "{\"status\":\"UP\"}"));
        issuer.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        issuer.server.start();
        return issuer;
    }

    /// Runs an issuer until the process is told to stop: `home port`.
    public static void main(String... args) throws IOException, GeneralSecurityException {
        start(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// A token as the endpoint would give it, without asking by HTTP.
    public String token(String role, String worker) throws GeneralSecurityException {
        return signed(key, url(), role, worker, LIFETIME);
    }

    /// A token of the issuer at `url` whose key is kept in `home`, for a life of this length.
    public static String token(Path home, String url, String role, String worker, Duration lifetime)
            throws IOException, GeneralSecurityException {
        return signed(SigningKey.keptIn(home.resolve("issuer.key")), url, role, worker, lifetime);
    }

    private static String signed(SigningKey key, String url, String role, String worker, Duration lifetime)
            throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        return key.sign(
                """
                {"iss":"%s","aud":"refocus","sub":"%s","azp":"%s","groups":["%s"],"worker":"%s",\
                "jti":"%s","iat":%d,"exp":%d}""".formatted(url, worker, role, role, worker, UUID.randomUUID(), now, now + lifetime.toSeconds()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        reply(exchange, 200, """
                {"issuer":"%1$s","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",\
                "grant_types_supported":["client_credentials"],"response_types_supported":["token"],\
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url()));
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = form(exchange);
        var role = asked.getOrDefault("client_id", "");
        var worker = asked.getOrDefault("worker", role);
        if (!"client_credentials".equals(asked.get("grant_type"))) {
            refuse(exchange, "unsupported_grant_type", "grant_type must be client_credentials");
        } else if (!ROLES.contains(role)) {
            refuse(exchange, "invalid_client", "client_id must be one of " + String.join(", ", new TreeSet<>(ROLES)));
        } else if (!worker.matches("[A-Za-z0-9._-]{1,64}")) {
            refuse(exchange, "invalid_request", "worker must be 1 to 64 letters, digits, dots, underscores or hyphens");
        } else {
            grant(exchange, role, id(worker));
        }
    }

    private void grant(HttpExchange exchange, String role, String worker) throws IOException {
        try {
            reply(exchange, 200, """
                    {"access_token":"%s","token_type":"Bearer","expires_in":%d}""".formatted(token(role, worker), LIFETIME.toSeconds()));
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    /// Workers have UUIDs; another name for one stands for a UUID of its own, always the same.
    private static String id(String worker) {
        return worker.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? worker
                : UUID.nameUUIDFromBytes(worker.getBytes(UTF_8)).toString();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readNBytes(10_000), UTF_8);
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, _) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static void refuse(HttpExchange exchange, String error, String description) throws IOException {
        reply(exchange, 400, "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
