package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import refocus.eventsourcing.contract.Described;

/// Bodies that fit a description, about things that are there.
///
/// @param share of a hundred fields that it need not have, how many it has
record Values(Described operation, String root, Known known, Texts texts, Random chance, int share) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String OCCURRED = "occurredAt";
    private static final int DEEPEST = 8;
    private static final int OFTEN = 10;
    private static final int USUAL_MOST = 10;

    String body() {
        return value("", operation.schema(), 0).toString();
    }

    /// What was taken elsewhere, about what is here.
    String bodyLike(JsonNode taken) {
        return renewed("", taken).toString();
    }

    private JsonNode renewed(String name, JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JSON.objectNode();
            value.properties().forEach(field -> {
                if (!field.getKey().equals(OCCURRED)) {
                    object.set(field.getKey(), renewed(field.getKey(), field.getValue()));
                }
            });
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JSON.arrayNode();
            value.forEach(item -> array.add(renewed(name, item)));
            return array;
        }
        if (!value.isTextual() || known.code(operation, name).isPresent()) {
            return value;
        }
        return Known.isId(value.asText())
                ? JSON.textNode(id(name))
                : known.near(root, name).<JsonNode>map(JSON::textNode).orElse(value);
    }

    /// One value, as in a filter.
    String one(String name, JsonNode schema) {
        return value(name, schema, 0).asText();
    }

    private JsonNode value(String field, JsonNode described, int depth) {
        JsonNode schema = choice(described);
        if (schema.has("enum")) {
            return schema.get("enum").get(chance.nextInt(schema.get("enum").size()));
        }
        return switch (Described.type(schema)) {
            case "object" -> object(field, schema, depth);
            case "array" -> array(field, schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(chance.nextBoolean());
            default -> JSON.textNode(text(field, schema));
        };
    }

    /// One of what it may be that is something.
    private JsonNode choice(JsonNode described) {
        JsonNode schema = operation.referred(described);
        var choices = new ArrayList<JsonNode>();
        for (String kind : List.of("anyOf", "oneOf", "allOf")) {
            schema.path(kind).forEach(one -> {
                if (!one.path("type").asText().equals("null")) {
                    choices.add(one);
                }
            });
        }
        return choices.isEmpty() ? schema : choice(choices.get(chance.nextInt(choices.size())));
    }

    private ObjectNode object(String field, JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || said(within(field, property.getKey()), depth)) {
                object.set(property.getKey(), value(within(field, property.getKey()), property.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (int entry = 0; entry <= chance.nextInt(3); entry++) {
                object.set(
                        known.about(root).orElse("a" + entry),
                        value(field, schema.get("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    /// What was refused before is seldom said, what was missed mostly is.
    private boolean said(String field, int depth) {
        if (field.equals(OCCURRED) || depth >= DEEPEST) {
            return chance.nextInt(OFTEN) == 0 && depth < DEEPEST;
        }
        int leaning = known.leaning(operation, field);
        return leaning == 0 ? chance.nextInt(100) < share : (chance.nextInt(OFTEN) == 0) == (leaning < 0);
    }

    private static String within(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    private ArrayNode array(String field, JsonNode schema, int depth) {
        int least = schema.path("minItems").asInt(share == 0 ? 0 : 1);
        int most = share == 0 ? 1 : Math.min(schema.path("maxItems").asInt(3), 3);
        ArrayNode array = JSON.arrayNode();
        for (int item = 0; item < Math.max(least, 1 + chance.nextInt(Math.max(1, most))); item++) {
            array.add(value(field, schema.path("items"), depth + 1));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum")
                .asLong(schema.path("exclusiveMinimum").asLong(0) + (schema.has("exclusiveMinimum") ? 1 : 0));
        long most = schema.path("maximum").asLong(Math.max(least, USUAL_MOST));
        return switch (chance.nextInt(6)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + chance.nextLong(Math.max(1, Math.min(most - least + 1, USUAL_MOST)));
        };
    }

    private BigDecimal number(JsonNode schema) {
        BigDecimal least = schema.path("minimum").decimalValue();
        BigDecimal most =
                schema.path("maximum").isNumber() ? schema.path("maximum").decimalValue() : BigDecimal.TEN;
        return switch (chance.nextInt(6)) {
            case 0 -> least.max(new BigDecimal("0.01"));
            case 1 -> most;
            case 2 -> most.multiply(new BigDecimal("0.333")).max(least);
            default -> BigDecimal.ONE.max(least).min(most);
        };
    }

    private String text(String field, JsonNode schema) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        var moments = new Moments(chance);
        return switch (schema.path("format").asText()) {
            case "uuid" -> id(name);
            case "date" -> moments.day();
            case "date-time" -> name.equals(OCCURRED) ? moments.past() : moments.moment();
            default -> word(field, name, schema);
        };
    }

    private String word(String field, String name, JsonNode schema) {
        int most = schema.path("maxLength").asInt(0);
        String pattern = schema.path("pattern").asText();
        return known.code(operation, field)
                .or(() -> known.inherited(root, name).filter(_ -> chance.nextInt(4) > 0))
                .or(() -> chance.nextInt(2) == 0
                        ? known.named(root, name)
                                .filter(word ->
                                        pattern.equals("\\S") || word.matches(pattern.isEmpty() ? ".*" : pattern))
                        : Optional.empty())
                .filter(word -> most == 0 || word.length() <= most)
                .orElseGet(() -> texts.fitting(pattern, most));
    }

    /// Of what its name says; else of what this operation's list is of, or of anyone.
    private String id(String name) {
        if (known.namesPeople(name) && chance.nextInt(OFTEN) > 0) {
            return known.person();
        }
        String collection = operation.path().split("/")[2];
        // What was made here once is mostly made with another the next time.
        boolean another = known.wasMade(operation, root) && chance.nextInt(4) > 0;
        return known.named(another ? "" : root, name)
                .filter(Known::isId)
                .or(() -> chance.nextInt(3) > 0 ? known.anyId(collection) : Optional.empty())
                .or(() -> known.named("", "worker"))
                .orElseGet(() -> new UUID(chance.nextLong(), chance.nextLong()).toString());
    }
}
