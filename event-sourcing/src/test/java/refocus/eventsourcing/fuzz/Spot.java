package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import refocus.eventsourcing.contract.Described;

/// One field of a body, with what its description says of it.
///
/// @param schema what it must be, nothing left to choose; missing where there is a choice
/// @param required whether its object must have it, and must have it be something
record Spot(ObjectNode owner, String name, JsonNode schema, boolean required) {

    /// Every field that a body has, however deep.
    static List<Spot> all(Described operation, JsonNode body) {
        var spots = new ArrayList<Spot>();
        walk(operation, operation.schema(), body, spots);
        return spots;
    }

    private static void walk(Described operation, JsonNode described, JsonNode value, List<Spot> spots) {
        JsonNode schema = operation.actual(described);
        if (value instanceof ArrayNode items) {
            items.forEach(item -> walk(operation, schema.path("items"), item, spots));
        } else if (value instanceof ObjectNode object && !hasChoice(operation, described)) {
            var required = new ArrayList<String>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            object.properties().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                if (!property.isMissingNode() && !hasChoice(operation, property)) {
                    spots.add(new Spot(
                            object, field.getKey(), operation.actual(property), required.contains(field.getKey())));
                    walk(operation, property, field.getValue(), spots);
                }
            });
        }
    }

    /// More than something or nothing.
    private static boolean hasChoice(Described operation, JsonNode property) {
        JsonNode schema = operation.referred(property);
        if (schema.path("anyOf").size() == 2) {
            return hasChoice(operation, schema.path("anyOf").get(0));
        }
        return schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
    }

    String type() {
        return schema.has("type") || schema.has("enum") ? (schema.has("type") ? Described.type(schema) : "string") : "";
    }

    String format() {
        return schema.path("format").asText();
    }
}
