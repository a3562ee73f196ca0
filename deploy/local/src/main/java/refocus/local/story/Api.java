package refocus.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import refocus.local.identity.TokenDesk;

/// The public API of a service, as a caller with tokens uses it.
///
/// Every command has a key of its own, the same in every telling: a story that was cut off is told again and only the
/// rest takes effect. What is busy is asked again a little later.
final class Api {

    /// Who asks: a role and the worker it is asked for.
    record As(String role, String worker) {}

    /// A command that the rules refused.
    static final class Refused extends IOException {

        Refused(String asked, HttpResponse<String> reply) {
            super("%s was answered with %d: %s".formatted(asked, reply.statusCode(), reply.body()));
        }
    }

    private static final int AT_ONCE = 24;
    private static final int TRIES = 100;
    private static final int BUSY = 503;
    private static final int CONFLICT = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    // Sorted, so that the same command has the same bytes in every telling.
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final String service;
    private final TokenDesk desk;

    Api(String service, TokenDesk desk) {
        this.service = service;
        this.desk = desk;
    }

    /// Sends a command and gives the reply's body; `seen` is the version for `If-Match`, 0 for none.
    JsonNode post(As as, String key, String path, long seen, Map<String, Object> body)
            throws IOException, InterruptedException {
        return command("POST", as, key, path, seen, body);
    }

    JsonNode put(As as, String key, String path, long seen, Map<String, Object> body)
            throws IOException, InterruptedException {
        return command("PUT", as, key, path, seen, body);
    }

    JsonNode get(As as, String path) throws IOException, InterruptedException {
        return send("GET " + path, request(path, "Bearer " + token(as)).GET().build());
    }

    /// Draws the token of a survey: a command without a key, for nobody draws twice.
    String draw(As as, String survey, Map<String, Object> body) throws IOException, InterruptedException {
        var path = "/v1/surveys/%s/tokens".formatted(survey);
        var request = request(path, "Bearer " + token(as)).POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        return send("POST " + path, request.build()).path("token").asText();
    }

    /// Answers a survey: by the token alone, as nobody.
    void answer(String survey, String token, Map<String, Object> body) throws IOException, InterruptedException {
        var path = "/v1/surveys/%s/responses".formatted(survey);
        var request =
                request(path, "SurveyToken " + token).POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        send("POST " + path, request.build());
    }

    private JsonNode command(String method, As as, String key, String path, long seen, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = request(path, "Bearer " + token(as))
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
        if (seen > 0) {
            request.header("If-Match", "\"%d\"".formatted(seen));
        }
        return send(method + " " + path, request.build());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private JsonNode send(String asked, HttpRequest request) throws IOException, InterruptedException {
        for (var tries = 1; true; tries++) {
            var reply = inTurn(request);
            if (reply.statusCode() < 300) {
                return json.readTree(reply.body());
            }
            if (reply.statusCode() != BUSY || tries == TRIES) {
                throw reply.statusCode() == CONFLICT
                        ? new Refused(asked, reply)
                        : new IOException(
                                "%s was answered with %d: %s".formatted(asked, reply.statusCode(), reply.body()));
            }
            Thread.sleep(100);
        }
    }

    private HttpResponse<String> inTurn(HttpRequest request) throws IOException, InterruptedException {
        turns.acquire();
        try {
            return http.send(request, BodyHandlers.ofString());
        } finally {
            turns.release();
        }
    }

    private String token(As as) {
        return desk.token(as.role(), as.worker());
    }
}
