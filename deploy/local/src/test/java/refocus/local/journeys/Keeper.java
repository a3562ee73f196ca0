package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;
import refocus.local.identity.Secrets;

/// Who keeps the identity provider, by its admin API; and anybody else who asks it for tokens.
record Keeper(String issuer, Secrets secrets) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// A token of that realm for what the form asks.
    String token(String realm, Map<String, String> asked) throws IOException, InterruptedException {
        String form = asked.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(root() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        JsonNode answer = send(request);
        if (!answer.has("access_token")) {
            throw new IOException("no token: " + answer);
        }
        return answer.path("access_token").asText();
    }

    /// A council system's token, by its own secret.
    String systemToken(String client) throws IOException, InterruptedException {
        return clientToken(client, secrets.of(client));
    }

    String clientToken(String client, String secret) throws IOException, InterruptedException {
        return token(
                "refocus", Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    /// The keeper's own token: of another realm than the one the services believe.
    String ownToken() throws IOException, InterruptedException {
        return token(
                "master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "keeper",
                        "password", secrets.of("keeper")));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(admin(path).build());
    }

    void post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        send(admin(path)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    void put(String path, JsonNode body) throws IOException, InterruptedException {
        send(admin(path)
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder admin(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(root() + "/admin/realms/refocus" + path))
                .header("Authorization", "Bearer " + ownToken())
                .header("Content-Type", "application/json");
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        try (var http = client()) {
            var reply = http.send(request, BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new IOException("%d: %s".formatted(reply.statusCode(), reply.body()));
            }
            return reply.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(reply.body());
        }
    }

    /// In HTTP/1.1: an answer of more than 16 KiB may stop half way where HTTP/2 is offered and taken.
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private String root() {
        return issuer.substring(0, issuer.indexOf("/realms/"));
    }
}
