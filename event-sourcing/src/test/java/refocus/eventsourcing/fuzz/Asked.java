package refocus.eventsourcing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import refocus.eventsourcing.contract.Api;

/// One request as it goes over the wire.
///
/// @param path with its query, encoded
/// @param caller empty for one who says nothing of who asks
/// @param body its bytes: not all that is sent is text
record Asked(String method, String path, Optional<Api> caller, Map<String, String> headers, Optional<byte[]> body) {

    static final String LANGUAGE = "Accept-Language";

    static Asked of(String method, String path, Optional<Api> caller) {
        return new Asked(method, path, caller, Map.of(), Optional.empty());
    }

    Asked saying(String json) {
        return with("Content-Type", "application/json").saying(json.getBytes(UTF_8));
    }

    Asked saying(byte[] bytes) {
        return new Asked(method, path, caller, headers, Optional.of(bytes));
    }

    Asked silent() {
        return new Asked(method, path, caller, headers, Optional.empty());
    }

    Asked with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Asked(method, path, caller, more, body);
    }

    Asked at(String other) {
        return new Asked(method, other, caller, headers, body);
    }

    Asked by(String other) {
        return new Asked(other, path, caller, headers, body);
    }

    String text() {
        return body.map(bytes -> new String(bytes, UTF_8)).orElse("");
    }

    /// The language in which a refusal must be told.
    String language() {
        return headers.getOrDefault(LANGUAGE, "en").startsWith("cy") ? "cy" : "en";
    }

    /// The same by hand.
    String curl() {
        String token = caller.map(who -> " -H \"Authorization: Bearer $(./refocus token %s --worker %s)\""
                        .formatted(who.role(), who.worker()))
                .orElse("");
        String more = headers.entrySet().stream()
                .map(header -> " -H " + quoted((header.getKey() + ": " + header.getValue()).getBytes(UTF_8)))
                .collect(Collectors.joining());
        String data = body.map(bytes -> " --data-binary " + quoted(bytes)).orElse("");
        return "curl -i -X %s \"$SERVICE\"%s%s%s%s".formatted(method, quoted(path.getBytes(UTF_8)), token, more, data);
    }

    private static String quoted(byte[] bytes) {
        var text = new StringBuilder("$'");
        for (byte b : bytes) {
            if (b == '\'' || b == '\\') {
                text.append('\\').append((char) b);
            } else if (b >= ' ' && b < 0x7F) {
                text.append((char) b);
            } else {
                text.append("\\x%02x".formatted(b));
            }
        }
        return text.append('\'').toString();
    }
}
