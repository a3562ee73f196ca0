package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.personal.EventJson;

/// What a consumer reads of another service's events is what that service promises: its own sample is read, and each
/// field that the consumer declares stands in its schema, of the same kind and as surely there.
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> what_case_service_says_is_what_we_hear() {
///     return HeardContract.of("case", CaseMessage.class);
/// }
/// ```
///
/// A field that its sender renames is found even where the consumer can do without it: it would be missing for ever.
public final class HeardContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HeardContract() {}

    public static <E> Stream<DynamicTest> of(String service, Class<E> messages) {
        return of(Path.of("..", service + "-service", "src"), messages);
    }

    static <E> Stream<DynamicTest> of(Path sender, Class<E> messages) {
        List<EventTypes.Type<E>> types = List.copyOf(EventTypes.of(messages).all());
        assertThat(types).as("what is heard").isNotEmpty();
        return types.stream().map(type -> dynamicTest(type.name(), () -> check(sender, type)));
    }

    static void check(Path sender, EventTypes.Type<?> type) throws IOException {
        String file = "%s.v%d.json".formatted(type.name(), type.version());
        JsonNode promised = JSON.readTree(
                Files.readString(sender.resolve("main/resources/events/schemas").resolve(file)));
        assertThat(missing(EventSchema.of(type), promised))
                .as("of what is read of %s", type.name())
                .isEmpty();
        String sample = Files.readString(sender.resolve("test/resources/events").resolve(file));
        assertThat((Object) EventJson.read(sample, type.record())).isNotNull();
    }

    /// What a consumer's schema counts on and its sender's does not promise.
    static List<String> missing(JsonNode heard, JsonNode promised) {
        var missing = new ArrayList<String>();
        compare("", heard, heard, promised, promised, missing);
        return missing;
    }

    private static void compare(
            String place, JsonNode root, JsonNode heard, JsonNode sender, JsonNode promised, List<String> missing) {
        JsonNode ours = resolved(root, heard);
        JsonNode theirs = resolved(sender, promised);
        if (!kind(ours).equals(kind(theirs))) {
            missing.add("%s is %s and not %s".formatted(place, kind(theirs), kind(ours)));
        }
        ours.path("properties").properties().forEach(field -> {
            String there = place + "/" + field.getKey();
            JsonNode found = theirs.path("properties").path(field.getKey());
            if (found.isMissingNode()) {
                missing.add(there + " is not there");
            } else {
                compare(there, root, field.getValue(), sender, found, missing);
            }
        });
        ours.path("required").forEach(name -> {
            if (StreamSupport.stream(theirs.path("required").spliterator(), false)
                    .noneMatch(name::equals)) {
                missing.add("%s/%s may be absent".formatted(place, name.asText()));
            }
        });
        if (ours.has("items")) {
            compare(place + "/items", root, ours.get("items"), sender, theirs.path("items"), missing);
        }
    }

    /// A fixed word is a text to who reads it as one.
    private static String kind(JsonNode schema) {
        String type = schema.has("enum") ? "string" : schema.path("type").asText();
        return (type + " " + schema.path("format").asText()).strip();
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").textValue().substring(1)) : schema;
    }
}
