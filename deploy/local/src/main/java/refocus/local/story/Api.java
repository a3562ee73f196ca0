package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import refocus.eventsourcing.servers.Tokens;

/// The public API of a service, as a caller with tokens uses it.
///
/// Every command has a key of its own, the same in every telling: a story that was cut off is told again and only the
/// rest takes effect.
final class Api {

    /// Who asks: a role and the worker it is asked for.
    record As(String role, String worker) {}

    private static final int AT_ONCE = 24;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    // Sorted, so that the same command has the same bytes in every telling.
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final Map<As, String> tokens = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final String service;
    private final Tokens issuer;

    Api(String service, String issuer) {
        this.service = service;
        this.issuer = new Tokens(issuer);
    }

    /// Sends a command and gives the reply's body; `seen` is the version for `If-Match`, 0 for none.
    JsonNode post(As as, String key, String path, long seen, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token(as))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key);
        if (seen > 0) {
            request.header("If-Match", "\"%d\"".formatted(seen));
        }
        turns.acquire();
        try {
            var reply = http.send(
                    request.POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
            if (reply.statusCode() > 299) {
                throw new IOException(
                        "POST %s was answered with %d: %s".formatted(path, reply.statusCode(), reply.body()));
            }
            return json.readTree(reply.body());
        } finally {
            turns.release();
        }
    }

    private String token(As as) {
        return tokens.computeIfAbsent(as, asked -> issuer.of(asked.role(), asked.worker()));
    }
}
