package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An OpenID Connect issuer for one machine: whoever asks for a role gets a token for it.
///
/// For a program `client_id` is the role; `worker` names the worker, an id not heard of before is as good as any. A
/// browser is shown a page to choose both on, see [SignIn].
/// Never for production: it listens on the loopback interface only and keeps no secret but its key.
public final class LocalIssuer implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(8);

    /// Every role, and what it is called in Welsh.
    static final Map<String, String> ROLES = new TreeMap<>(Map.ofEntries(
            Map.entry("practitioner", "ymarferydd"),
            Map.entry("senior-practitioner", "uwch-ymarferydd"),
            Map.entry("team-manager", "rheolwr tîm"),
            Map.entry("service-manager", "rheolwr gwasanaeth"),
            Map.entry("head-of-service", "pennaeth gwasanaeth"),
            Map.entry("duty", "dyletswydd"),
            Map.entry("business-support", "cymorth busnes"),
            Map.entry("recruiter", "recriwtiwr"),
            Map.entry("panel-member", "aelod o banel"),
            Map.entry("analyst", "dadansoddwr"),
            Map.entry("records-manager", "rheolwr cofnodion"),
            Map.entry("auditor", "archwilydd"),
            Map.entry("reviewing-officer", "swyddog adolygu"),
            Map.entry("personal-adviser", "cynghorydd personol"),
            Map.entry("support-worker", "gweithiwr cymorth"),
            Map.entry("hr-officer", "swyddog adnoddau dynol"),
            Map.entry("barrier-owner", "perchennog rhwystr"),
            Map.entry("system", "system")));

    /// What another system of the council can be let do.
    private static final Set<String> SCOPES =
            new TreeSet<>(Set.of("referrals.send", "referrals.receipts", "reports.read", "operations.run"));

    private static final String ACT_FOR = "act-for";

    private static final String SYSTEM = "system";

    private final HttpServer server;
    private final SigningKey key;
    private final SignIn signIn = new SignIn();

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
        issuer.server.createContext("/authorize", issuer.signIn::authorize);
        issuer.server.createContext("/sign-out", issuer.signIn::signOut);
        issuer.server.createContext("/sign-in.css", answer -> reply(answer, 200, "text/css", SignInPage.STYLE));
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
        var asked = Asked.of(role);
        var now = Instant.now().getEpochSecond();
        return key.sign("""
                {"iss":"%s","aud":"refocus","sub":"%s","azp":"%s","groups":["%s"],"scope":"%s","worker":"%s",\
                "jti":"%s","iat":%d,"exp":%d}""".formatted(
                        url,
                        worker,
                        asked.role(),
                        asked.role(),
                        String.join(" ", asked.scopes()),
                        worker,
                        UUID.randomUUID(),
                        now,
                        now + lifetime.toSeconds()));
    }

    /// What a client asks for: a role, scopes, or both, with spaces between.
    ///
    /// Who names no role is a system with just those scopes; one that asks to be `system` has all there are.
    private record Asked(String role, Set<String> scopes) {

        static Asked of(String text) {
            var words = Stream.of(text.split(" ")).collect(Collectors.partitioningBy(Asked::isScope));
            var scopes = text.equals(SYSTEM) ? SCOPES : new TreeSet<>(words.get(true));
            return new Asked(words.get(false).stream().findFirst().orElse(SYSTEM), scopes);
        }

        static boolean isKnown(String text) {
            return Stream.of(text.split(" ")).allMatch(word -> ROLES.containsKey(word) || isScope(word));
        }

        private static boolean isScope(String word) {
            return SCOPES.contains(word) || word.equals(ACT_FOR);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void discovery(HttpExchange exchange) throws IOException {
        reply(exchange, 200, """
                {"issuer":"%1$s","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",\
                "authorization_endpoint":"%1$s/authorize","end_session_endpoint":"%1$s/sign-out",\
                "grant_types_supported":["client_credentials","authorization_code"],\
                "response_types_supported":["token","code"],"code_challenge_methods_supported":["S256"],\
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(url()));
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = Form.body(exchange);
        try {
            switch (asked.getOrDefault("grant_type", "")) {
                case "client_credentials" -> grantToClient(exchange, asked);
                case "authorization_code" -> grantToPerson(exchange, asked);
                default ->
                    refuse(
                            exchange,
                            "unsupported_grant_type",
                            "grant_type must be client_credentials or authorization_code");
            }
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    private void grantToClient(HttpExchange exchange, Map<String, String> asked)
            throws IOException, GeneralSecurityException {
        var role = asked.getOrDefault("client_id", "");
        var worker = asked.getOrDefault("worker", role);
        if (!Asked.isKnown(role)) {
            refuse(exchange, "invalid_client", "client_id must be one of " + roles());
        } else if (!isWorker(worker)) {
            refuse(exchange, "invalid_request", "worker must be 1 to 64 letters, digits, dots, underscores or hyphens");
        } else {
            grant(exchange, token(role, workerId(worker)), "");
        }
    }

    private void grantToPerson(HttpExchange exchange, Map<String, String> asked)
            throws IOException, GeneralSecurityException {
        var person = signIn.redeem(asked);
        if (person.isEmpty()) {
            refuse(exchange, "invalid_grant", "the code is unknown, used, too old, or of another page");
        } else {
            var who = person.get();
            var worker = workerId(who.worker());
            grant(exchange, token(who.role(), worker), ",\"id_token\":\"%s\"".formatted(idToken(who, worker)));
        }
    }

    /// Whether there is such a role.
    public static boolean isRole(String name) {
        return ROLES.containsKey(name);
    }

    /// The names of all roles, for a reader.
    public static String roles() {
        return String.join(", ", ROLES.keySet());
    }

    /// Whether a worker can be called that.
    public static boolean isWorker(String name) {
        return name.matches("[A-Za-z0-9._-]{1,64}");
    }

    /// The same claims as an access token's, for the client that asked who this is.
    private String idToken(SignIn.Person person, String worker) throws GeneralSecurityException {
        var now = Instant.now().getEpochSecond();
        return key.sign("""
                {"iss":"%s","aud":"%s","sub":"%s","azp":"%2$s","groups":["%s"],"worker":"%3$s","nonce":"%s",\
                "jti":"%s","iat":%d,"exp":%d}""".formatted(
                        url(),
                        quoted(person.client()),
                        worker,
                        person.role(),
                        quoted(person.nonce()),
                        UUID.randomUUID(),
                        now,
                        now + LIFETIME.toSeconds()));
    }

    private static String quoted(String text) {
        return text.replaceAll("\\p{Cntrl}", "").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static void grant(HttpExchange exchange, String token, String more) throws IOException {
        reply(exchange, 200, """
                {"access_token":"%s","token_type":"Bearer","expires_in":%d%s}""".formatted(token, LIFETIME.toSeconds(), more));
    }

    /// Workers have UUIDs; another name for one stands for a UUID of its own, always the same.
    public static String workerId(String worker) {
        return worker.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                ? worker
                : UUID.nameUUIDFromBytes(worker.getBytes(UTF_8)).toString();
    }

    private static void refuse(HttpExchange exchange, String error, String description) throws IOException {
        reply(exchange, 400, "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        reply(exchange, status, "application/json", json);
    }

    private static void reply(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
