package refocus.proving.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import refocus.eventsourcing.servers.Tokens;

/// The public API as a client sees it.
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int NOT_NOW = 503;
    private static final int TRIES = 10;

    /// What was answered.
    ///
    /// @param consistency the token by which a reader sees this change
    public record Answer(int status, JsonNode body, Optional<String> consistency) {

        public String id() {
            return body.path("id").asText();
        }

        /// The stream and the version that the change is, as in `case/…` and 3.
        public String stream() {
            return parts()[1];
        }

        public long version() {
            return Long.parseLong(parts()[2]);
        }

        private String[] parts() {
            var token = Base64.getUrlDecoder().decode(consistency.orElseThrow());
            return new String(token, StandardCharsets.UTF_8).split(";", -1);
        }
    }

    private final Tokens tokens;
    private final UUID worker;
    private final Duration patience;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /// A client with tokens for one worker.
    ///
    /// @param worker who asks
    public Api(Tokens tokens, UUID worker) {
        this(tokens, worker, PATIENCE);
    }

    /// A client that gives up on an answer after so long.
    public Api(Tokens tokens, UUID worker, Duration patience) {
        this.tokens = tokens;
        this.worker = worker;
        this.patience = patience;
    }

    /// A token for a role, asked for once.
    public String token(String role) {
        return known.computeIfAbsent(role, asked -> tokens.of(asked, worker.toString()));
    }

    public Answer post(String url, String role, String key, String body) throws IOException, InterruptedException {
        return post(url, role, key, body, Optional.empty());
    }

    /// Posts under a key and, where one is given, on a version that was seen.
    public Answer post(String url, String role, String key, String body, Optional<String> seen)
            throws IOException, InterruptedException {
        var request = request(url, role)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        seen.ifPresent(version -> request.header("If-Match", version));
        return answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    public Answer post(String url, String role, String body) throws IOException, InterruptedException {
        return post(url, role, UUID.randomUUID().toString(), body);
    }

    /// Posts and says what was made; asks again, under the same key, while the service says that it cannot yet.
    ///
    /// @throws IOException where it was refused
    public Answer make(String url, String role, String body) throws IOException, InterruptedException {
        var key = UUID.randomUUID().toString();
        var answer = post(url, role, key, body);
        for (int again = 0; answer.status() == NOT_NOW && again < TRIES; again++) {
            Thread.sleep(PAUSE);
            answer = post(url, role, key, body);
        }
        if (answer.status() >= 300) {
            throw new IOException("%s answers %d: %s".formatted(url, answer.status(), answer.body()));
        }
        return answer;
    }

    public Answer get(String url, String role, Optional<String> consistency) throws IOException, InterruptedException {
        var request = request(url, role).GET();
        consistency.ifPresent(token -> request.header("Consistency-Token", token));
        return answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String url, String role) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(patience)
                .header("Authorization", "Bearer " + token(role));
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        var body = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        return new Answer(response.statusCode(), body, response.headers().firstValue("Consistency-Token"));
    }
}
