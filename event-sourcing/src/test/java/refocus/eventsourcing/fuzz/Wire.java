package refocus.eventsourcing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Sends requests one after the other, as they are: an ordinary client would mend half of them.
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Wire(String service) {
        this.service = service;
    }

    Answer send(Asked asked) {
        var request = HttpRequest.newBuilder(URI.create(service + asked.path()))
                .timeout(PATIENCE)
                .method(
                        asked.method(),
                        asked.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        asked.caller().ifPresent(caller -> request.header("Authorization", "Bearer " + caller.token()));
        asked.headers().forEach(request::setHeader);
        try {
            HttpResponse<String> response = sent(request.build());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + asked.curl(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Once more on a connection of its own where the last one was closed: who refuses a body need not read it.
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException _) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
