package refocus.eventsourcing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One operation as an API describes itself, and requests that fit the description.
public record Described(JsonNode api, String method, String path, JsonNode operation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /// A role that a setting names, with what it is where nothing is set.
    private static final Pattern SETTING = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");

    /// What a description names under `/v1`.
    public static List<Described> all(URI description) {
        try (var text = description.toURL().openStream()) {
            JsonNode api = JSON.readTree(text);
            return api.path("paths").properties().stream()
                    .filter(path -> path.getKey().startsWith("/v1/"))
                    .flatMap(path -> path.getValue().properties().stream()
                            .filter(item -> METHODS.contains(item.getKey()))
                            .map(item -> new Described(
                                    api, item.getKey().toUpperCase(Locale.ROOT), path.getKey(), item.getValue())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no description of the API at " + description, e);
        }
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /// For those who keep the service running: nothing of it is recorded in the log.
    public boolean isOperators() {
        return path.startsWith("/v1/operations/");
    }

    boolean makes() {
        return operation.path("responses").has("201");
    }

    public List<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /// The parameters of the query, each with its schema.
    public Stream<JsonNode> filters() {
        return parameters().filter(parameter -> parameter.path("in").asText().equals("query"));
    }

    boolean isId(String variable) {
        return parameters()
                .filter(parameter -> parameter.path("name").asText().equals(variable))
                .anyMatch(parameter ->
                        actual(parameter.path("schema")).path("format").asText().equals("uuid"));
    }

    /// The roles it names; none where it is for whoever has signed in, or for anyone.
    public Set<String> roles() {
        var roles = new TreeSet<String>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(names -> names.forEach(
                        name -> roles.add(SETTING.matcher(name.asText()).replaceAll("$1")))));
        return roles;
    }

    /// The schema of a variable of its path; missing where it says nothing of it.
    public JsonNode variable(String name) {
        return parameters()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .map(parameter -> actual(parameter.path("schema")))
                .orElseGet(MissingNode::getInstance);
    }

    /// What the body may have, by name.
    public ObjectNode fields() {
        return schema().withObject("/properties");
    }

    Set<String> required() {
        var names = new TreeSet<String>();
        schema().path("required").forEach(name -> names.add(name.textValue()));
        return names;
    }

    /// A body that says what it must and no more.
    ObjectNode leastBody() {
        return (ObjectNode) value(schema());
    }

    /// A value of another kind than a field's.
    JsonNode mistyped(String field) {
        return type(actual(fields().path(field))).equals("string")
                ? JSON.createArrayNode().add(1)
                : TextNode.valueOf("not of this kind");
    }

    /// What a schema comes to: what it refers to, and the first of what it may be that is not nothing.
    public JsonNode actual(JsonNode schema) {
        if (schema.has("$ref")) {
            return actual(referred(schema));
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(choice)) {
                if (!one.path("type").asText().equals("null")) {
                    return actual(one);
                }
            }
        }
        return schema;
    }

    /// What a schema refers to, with all that it may be.
    public JsonNode referred(JsonNode schema) {
        return schema.has("$ref")
                ? referred(api.at(schema.get("$ref").textValue().substring(1)))
                : schema;
    }

    public static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText("object");
    }

    /// What the body must be; missing where there is none.
    public JsonNode schema() {
        return actual(operation.at("/requestBody/content/application~1json/schema"));
    }

    private Stream<JsonNode> parameters() {
        return operation.path("parameters").valueStream();
    }

    private JsonNode value(JsonNode described) {
        JsonNode schema = actual(described);
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> JSON.createArrayNode().add(value(schema.path("items")));
            case "integer" ->
                JsonNodeFactory.instance.numberNode(schema.path("minimum").asInt(1));
            case "number" ->
                JsonNodeFactory.instance.numberNode(schema.path("maximum").asInt(1));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
            default -> TextNode.valueOf(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("required")
                .forEach(name -> object.set(
                        name.textValue(), value(schema.path("properties").path(name.textValue()))));
        if (schema.has("additionalProperties")) {
            object.set("a", value(schema.get("additionalProperties")));
        }
        return object;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "00000000-0000-7000-8000-000000000001";
            case "date" -> "2026-03-02";
            case "date-time" -> "2026-03-02T09:10:00Z";
            default ->
                Stream.of("a", "A")
                        .filter(text -> text.matches(schema.path("pattern").asText(".*")))
                        .findFirst()
                        .orElse("a");
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /// The path with a value for each variable.
    public String at(UnaryOperator<String> values) {
        return VARIABLE.matcher(path).replaceAll(match -> values.apply(match.group(1)));
    }
}
