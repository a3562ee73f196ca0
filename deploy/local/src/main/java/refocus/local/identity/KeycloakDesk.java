package refocus.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.eventsourcing.servers.LocalIssuer;

/// Tokens from Keycloak. Whoever is asked for has an identity of its own for that role, made when it is first asked
/// for; who asks for a worker's token in another role gives nobody a role they did not have.
public final class KeycloakDesk implements TokenDesk {

    private static final int TRIES = 20;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String issuer;
    private final Secrets secrets;

    public KeycloakDesk(String issuer, Secrets secrets) {
        this.issuer = issuer;
        this.secrets = secrets;
    }

    @Override
    public String token(String role, String worker) {
        if (!LocalIssuer.isRole(role)) {
            throw new IllegalArgumentException(
                    "there is no role %s; there are %s".formatted(role, LocalIssuer.roles()));
        }
        if (!LocalIssuer.isWorker(worker)) {
            throw new IllegalArgumentException(
                    "a worker is called by 1 to 64 letters, digits, dots, underscores or hyphens");
        }
        var id = LocalIssuer.workerId(worker);
        var name = worker.equals(role) ? role : role + "." + id;
        return granted(role, name).orElseGet(() -> {
            create(role, name, id);
            return Stream.generate(() -> granted(role, name))
                    .limit(TRIES)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("identity gives no token to " + name));
        });
    }

    /// Empty where nobody is called that, and where somebody of that name is signing in at this very moment: against
    /// guessing, one attempt waits for no other.
    private Optional<String> granted(String role, String name) {
        return grant(Map.of(
                "grant_type",
                "password",
                "client_id",
                role,
                "client_secret",
                secrets.of("tokens"),
                "username",
                name,
                "password",
                secrets.of("people")));
    }

    private void create(String role, String name, String id) {
        var identity = Map.of(
                "username", name,
                "enabled", true,
                "attributes", Map.of("worker", List.of(id)),
                "groups", List.of("/" + role),
                "credentials", List.of(Map.of("type", "password", "value", secrets.of("people"))));
        var desk = grant(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "identity-desk",
                        "client_secret", secrets.of("desk")))
                .orElseThrow(() -> new IllegalStateException("the secrets are not those of %s".formatted(issuer)));
        var request = HttpRequest.newBuilder(URI.create(issuer.replace("/realms/", "/admin/realms/") + "/users"))
                .header("Authorization", "Bearer " + desk)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(identity)))
                .build();
        var reply = send(request);
        // Two who ask for the same at the same time get the same.
        if (reply.statusCode() != CREATED && reply.statusCode() != CONFLICT) {
            throw new IllegalStateException("identity answers %d: %s".formatted(reply.statusCode(), reply.body()));
        }
    }

    private Optional<String> grant(Map<String, String> asked) {
        var form = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = read(send(request).body());
        if (answer.path("error").asText().equals("invalid_grant")) {
            return Optional.empty();
        }
        if (!answer.has("access_token")) {
            throw new IllegalStateException("identity gives no token: " + answer);
        }
        return Optional.of(answer.path("access_token").asText());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException("identity does not answer at " + issuer, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
