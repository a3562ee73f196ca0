package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/// Bearer tokens as a client gets them from a [LocalIssuer], by HTTP.
public record Tokens(String issuer) {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    /// A token for a role, and for the worker who stands for it when nobody is named.
    public String of(String role) {
        return of(role, role);
    }

    /// A token for a role and a worker.
    public String of(String role, String worker) {
        var form = "grant_type=client_credentials&client_id=%s&worker=%s".formatted(encoded(role), encoded(worker));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            var found = TOKEN.matcher(answer);
            if (!found.find()) {
                throw new IllegalArgumentException(answer);
            }
            return found.group(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
