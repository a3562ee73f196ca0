package refocus.eventsourcing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// An example of what a schema describes, the same every time: a start for a sample, to be made sensible by hand.
final class Example {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode root;
    private final Set<String> within = new HashSet<>();

    private Example(JsonNode root) {
        this.root = root;
    }

    static JsonNode of(JsonNode schema) {
        return new Example(schema).value("", schema);
    }

    private JsonNode value(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            return referred(name, schema.get("$ref").textValue());
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        if (schema.has("oneOf")) {
            return value(name, schema.get("oneOf").get(0));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(name, schema);
            case "array" -> array(value(name, schema.get("items")));
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(name, schema));
        };
    }

    /// Missing where a record would hold its own kind without end.
    private JsonNode referred(String name, String reference) {
        if (!within.add(reference)) {
            return MissingNode.getInstance();
        }
        JsonNode value = value(name, root.at(reference.substring(1)));
        within.remove(reference);
        return value;
    }

    private ArrayNode array(JsonNode item) {
        return item.isMissingNode() ? JSON.arrayNode() : JSON.arrayNode().add(item);
    }

    private ObjectNode object(String name, JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(entry -> {
            JsonNode value = value(entry.getKey(), entry.getValue());
            if (!value.isMissingNode()) {
                object.set(entry.getKey(), value);
            }
        });
        if (schema.has("additionalProperties")) {
            object.set("key", value(name, schema.get("additionalProperties")));
        }
        return object;
    }

    private static String text(String name, JsonNode schema) {
        if (schema.has("pattern")) {
            return "sealed:1:%s:%s:/%s:AAAA".formatted(id("subject"), id("event"), name);
        }
        return switch (schema.path("format").asText()) {
            case "uuid" -> id(name).toString();
            case "date" -> "2026-11-02";
            case "time" -> "09:10:00";
            case "date-time" -> "2026-11-02T09:10:00Z";
            case "duration" -> "PT1H";
            default -> name;
        };
    }

    /// Equal names stand for equal ids, so that what one event names another one can end.
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
