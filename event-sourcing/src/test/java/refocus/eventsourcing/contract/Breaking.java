package refocus.eventsourcing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What in a new schema would break a reader of the one before.
///
/// A property may be added if it may be absent, and an enum may gain a word. Nothing may go, be renamed, change its
/// kind, or become required or optional.
final class Breaking {

    private static final Set<String> OF_NO_CONSEQUENCE = Set.of("$schema", "$id", "title", "description");

    private final List<String> found = new ArrayList<>();

    private Breaking() {}

    static List<String> between(JsonNode before, JsonNode after) {
        var breaking = new Breaking();
        breaking.compare("", before, after);
        return breaking.found;
    }

    private void compare(String place, JsonNode before, JsonNode after) {
        before.properties().forEach(entry -> {
            String keyword = entry.getKey();
            JsonNode was = entry.getValue();
            Optional<JsonNode> is = Optional.ofNullable(after.get(keyword));
            switch (keyword) {
                case "properties", "$defs" -> named(place + "/" + keyword, was, is);
                case "items", "additionalProperties" ->
                    is.ifPresentOrElse(now -> compare(place + "/" + keyword, was, now), () -> gone(place, keyword));
                case "required" -> required(place, was, is);
                case "enum" -> words(place + "/enum", was, is);
                case "oneOf" -> choices(place + "/oneOf", was, is);
                default -> same(place, keyword, was, is);
            }
        });
        after.properties().forEach(entry -> {
            if (!before.has(entry.getKey())
                    && !OF_NO_CONSEQUENCE.contains(entry.getKey())
                    && !entry.getKey().equals("$defs")) {
                found.add("%s is now held to %s".formatted(place, entry.getKey()));
            }
        });
    }

    private void named(String place, JsonNode before, Optional<JsonNode> after) {
        before.properties()
                .forEach(entry -> after.map(now -> now.get(entry.getKey()))
                        .ifPresentOrElse(
                                now -> compare(place + "/" + entry.getKey(), entry.getValue(), now),
                                () -> gone(place, entry.getKey())));
    }

    private void required(String place, JsonNode before, Optional<JsonNode> after) {
        List<String> was = texts(before);
        List<String> is = after.map(Breaking::texts).orElse(List.of());
        was.stream()
                .filter(name -> !is.contains(name))
                .forEach(name -> found.add(place + "/" + name + " may now be absent"));
        is.stream()
                .filter(name -> !was.contains(name))
                .forEach(name -> found.add(place + "/" + name + " is now required"));
    }

    private void words(String place, JsonNode before, Optional<JsonNode> after) {
        List<String> is = after.map(Breaking::texts).orElse(List.of());
        texts(before).stream().filter(word -> !is.contains(word)).forEach(word -> gone(place, word));
    }

    private void choices(String place, JsonNode before, Optional<JsonNode> after) {
        before.forEach(was -> {
            String name = choice(was);
            after.stream()
                    .flatMap(JsonNode::valueStream)
                    .filter(is -> choice(is).equals(name))
                    .findFirst()
                    .ifPresentOrElse(is -> compare(place + "/" + name, was, is), () -> gone(place, name));
        });
    }

    private void same(String place, String keyword, JsonNode before, Optional<JsonNode> after) {
        if (!OF_NO_CONSEQUENCE.contains(keyword) && !after.equals(Optional.of(before))) {
            found.add("%s: %s was %s".formatted(place, keyword, before));
        }
    }

    private void gone(String place, String name) {
        found.add("%s/%s is gone".formatted(place, name));
    }

    private static String choice(JsonNode schema) {
        return schema.at("/properties/@type/const").asText();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
