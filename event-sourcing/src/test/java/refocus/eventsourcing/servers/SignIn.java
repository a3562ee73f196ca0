package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// How a browser signs in at the local issuer (OpenID Connect code flow with PKCE): whoever sits at this machine says
/// who they are, and the page that sent them gets a code for it, good once and for a minute.
final class SignIn {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /// Only pages of this machine get codes.
    private static final Pattern HERE = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?(/\\S*)?");

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /// Who signed in, at which client's request.
    ///
    /// @param nonce goes into the ID token, so that the client knows it for its own
    record Person(String role, String worker, String client, String nonce) {}

    private record Promise(Person person, String redirect, String challenge, Instant until) {}

    private final Map<String, Promise> promises = new ConcurrentHashMap<>();

    /// GET shows the page, POST is its answer.
    void authorize(HttpExchange exchange) throws IOException {
        var post = exchange.getRequestMethod().equals("POST");
        var asked = post ? Form.body(exchange) : Form.query(exchange);
        var role = asked.getOrDefault("role", "");
        var worker = Optional.of(asked.getOrDefault("worker", ""))
                .filter(name -> !name.isBlank())
                .orElse(role);
        if (!isSound(asked)) {
            SignInPage.refuse(exchange);
        } else if (post && LocalIssuer.ROLES.containsKey(role) && LocalIssuer.isWorker(worker)) {
            SignInPage.redirect(exchange, with(asked, promise(asked, role, worker)));
        } else {
            SignInPage.show(exchange, asked);
        }
    }

    /// There is no session here to end: the next sign-in asks again.
    void signOut(HttpExchange exchange) throws IOException {
        var asked = Form.query(exchange);
        var back = asked.getOrDefault("post_logout_redirect_uri", "");
        if (HERE.matcher(back).matches()) {
            var state = Optional.ofNullable(asked.get("state"));
            SignInPage.redirect(
                    exchange,
                    back + state.map(value -> "?state=" + encoded(value)).orElse(""));
        } else {
            SignInPage.refuse(exchange);
        }
    }

    /// The person a code stands for; it stands for nobody a second time.
    Optional<Person> redeem(Map<String, String> asked) {
        return Optional.ofNullable(promises.remove(asked.getOrDefault("code", "")))
                .filter(promise -> Instant.now().isBefore(promise.until()))
                .filter(promise -> promise.redirect().equals(asked.get("redirect_uri")))
                .filter(promise -> promise.challenge().equals(challenge(asked.getOrDefault("code_verifier", ""))))
                .map(Promise::person);
    }

    private static boolean isSound(Map<String, String> asked) {
        return "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && CHALLENGE.matcher(asked.getOrDefault("code_challenge", "")).matches()
                && HERE.matcher(asked.getOrDefault("redirect_uri", "")).matches()
                && asked.containsKey("client_id");
    }

    private String promise(Map<String, String> asked, String role, String worker) {
        promises.values().removeIf(promise -> Instant.now().isAfter(promise.until()));
        var code = UUID.randomUUID().toString();
        var person = new Person(role, worker, asked.get("client_id"), asked.getOrDefault("nonce", ""));
        var until = Instant.now().plus(A_MINUTE);
        promises.put(code, new Promise(person, asked.get("redirect_uri"), asked.get("code_challenge"), until));
        return code;
    }

    private static String with(Map<String, String> asked, String code) {
        var redirect = asked.get("redirect_uri");
        return "%s%scode=%s&state=%s"
                .formatted(
                        redirect, redirect.contains("?") ? "&" : "?", code, encoded(asked.getOrDefault("state", "")));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
