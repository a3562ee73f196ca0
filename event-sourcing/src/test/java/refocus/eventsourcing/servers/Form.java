package refocus.eventsourcing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in a form, or in an address after the question mark. Of a name that stands twice, the first counts.
final class Form {

    private Form() {}

    static Map<String, String> body(HttpExchange exchange) throws IOException {
        return read(new String(exchange.getRequestBody().readNBytes(10_000), UTF_8));
    }

    static Map<String, String> query(HttpExchange exchange) {
        return read(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    private static Map<String, String> read(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (first, _) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
