package refocus.eventsourcing.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.personal.Sealed;

/// The JSON Schema of one event, told from its record.
///
/// What is not an `Optional` or a collection is required. More properties are always welcome: a reader ignores them.
final class EventSchema {

    static final String SEALED = "^sealed:1:";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions = JSON.objectNode();

    private EventSchema() {}

    static ObjectNode of(EventTypes.Type<?> type) {
        var made = new EventSchema();
        ObjectNode schema = JSON.objectNode()
                .put("$schema", DIALECT)
                .put("$id", "/events/%s/v%d".formatted(type.name(), type.version()))
                .put("title", type.name());
        schema.setAll(made.record(type.record()));
        if (!made.definitions.isEmpty()) {
            schema.set("$defs", made.definitions);
        }
        return schema;
    }

    private ObjectNode record(Class<?> record) {
        ObjectNode properties = JSON.objectNode();
        var required = JSON.arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), type(component.getGenericType()));
            if (!mayBeAbsent(component.getType())) {
                required.add(component.getName());
            }
        }
        ObjectNode schema = JSON.objectNode().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema;
    }

    private ObjectNode type(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic((Class<?>) generic.getRawType(), generic);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalArgumentException("an event cannot hold a " + type);
        };
    }

    private ObjectNode generic(Class<?> raw, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return type(arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return JSON.objectNode().put("type", "object").set("additionalProperties", type(arguments[1]));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return JSON.objectNode().put("type", "array").set("items", type(arguments[0]));
        }
        throw new IllegalArgumentException("an event cannot hold a " + type);
    }

    private ObjectNode plain(Class<?> type) {
        if (Sealed.class.isAssignableFrom(type)) {
            return JSON.objectNode().put("type", "string").put("pattern", SEALED);
        }
        if (type.isEnum()) {
            var names = JSON.arrayNode();
            Arrays.stream(type.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            return JSON.objectNode().set("enum", names);
        }
        if (isText(type)) {
            return JSON.objectNode().put("type", "string");
        }
        if (type.isRecord()) {
            return defined(type, () -> record(type));
        }
        if (type.isSealed()) {
            return defined(type, () -> choice(type));
        }
        return simple(type);
    }

    private ObjectNode choice(Class<?> type) {
        var choices = JSON.arrayNode();
        records(type).forEach(record -> {
            ObjectNode schema = record(record);
            schema.withObject("/properties").putObject("@type").put("const", record.getSimpleName());
            schema.withArray("/required").add("@type");
            choices.add(schema);
        });
        return JSON.objectNode().set("oneOf", choices);
    }

    /// Written once, so that a record may hold its own kind.
    private ObjectNode defined(Class<?> type, java.util.function.Supplier<ObjectNode> schema) {
        String name = type.getSimpleName();
        if (!definitions.has(name)) {
            definitions.putObject(name);
            definitions.set(name, schema.get());
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode simple(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        return switch (type.getName()) {
            case "int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short" ->
                schema.put("type", "integer");
            case "double", "float", "java.lang.Double", "java.lang.Float" -> schema.put("type", "number");
            case "boolean", "java.lang.Boolean" -> schema.put("type", "boolean");
            case "java.lang.String" -> schema.put("type", "string");
            default -> formatted(type, schema);
        };
    }

    private static ObjectNode formatted(Class<?> type, ObjectNode schema) {
        Map<Class<?>, String> formats = Map.of(
                UUID.class, "uuid",
                LocalDate.class, "date",
                LocalTime.class, "time",
                Instant.class, "date-time",
                Duration.class, "duration");
        if (type == BigDecimal.class) {
            return schema.put("type", "number");
        }
        if (!formats.containsKey(type)) {
            throw new IllegalArgumentException("an event cannot hold a " + type);
        }
        return schema.put("type", "string").put("format", formats.get(type));
    }

    /// Written as one text, by a method of its own.
    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static boolean mayBeAbsent(Class<?> type) {
        return type == Optional.class || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventSchema::records)
                : Stream.of(type);
    }
}
