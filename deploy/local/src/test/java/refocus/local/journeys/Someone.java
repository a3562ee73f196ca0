package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import refocus.local.journeys.RunningSystem.Reply;

/// Someone who asks the services: a role, and the worker it stands for. What does not answer is asked again, under the
/// same key.
record Someone(RunningSystem system, String role, UUID worker) {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    static Someone of(RunningSystem system, String role) {
        return new Someone(system, role, UUID.randomUUID());
    }

    /// Says what the service must take.
    JsonNode says(String service, String path, String body) {
        return taken(path, asks("POST", service, path, 0, body));
    }

    /// The same, having seen that version.
    JsonNode says(String service, String path, long seen, String body) {
        return taken(path, asks("POST", service, path, seen, body));
    }

    JsonNode sets(String service, String path, long seen, String body) {
        return taken(path, asks("PUT", service, path, seen, body));
    }

    /// Says what gets an id, and gives that.
    String makes(String service, String path, String body) {
        return says(service, path, body).path("id").asText();
    }

    /// Asks for what the rules refuse, and gives the code of the refusal.
    String isRefused(String service, String path, String body) {
        return isRefused(409, service, path, body);
    }

    /// The same for what others may.
    String isNotAllowed(String service, String path, String body) {
        return isRefused(403, service, path, body);
    }

    private String isRefused(int status, String service, String path, String body) {
        Reply reply = asks("POST", service, path, 0, body);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(status);
        return reply.body().path("code").asText();
    }

    JsonNode reads(String service, String path) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> system.get(service, path, role, worker, Optional.empty()), reply -> reply.status() == 200)
                .body();
    }

    /// A single attempt, for who must be there.
    int asksOnce(String service, String path, String body) throws IOException, InterruptedException {
        return system.post(service, path, role, worker, body).status();
    }

    private Reply asks(String method, String service, String path, long seen, String body) {
        String key = UUID.randomUUID().toString();
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> system.command(method, service, path, role, worker, key, seen, body),
                        reply -> reply.status() < 500);
    }

    private static JsonNode taken(String path, Reply reply) {
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isLessThan(300);
        return reply.body();
    }
}
