package refocus.eventsourcing.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// What a service's description promises of its replies: their status, their media type, their body.
///
/// An object may have no property that is not described. What the description does not name at all (health, metrics)
/// promises nothing.
public final class ApiPromise {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String DESCRIPTION = "/q/openapi?format=json";

    private final JsonNode description;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private ApiPromise(JsonNode description) {
        this.description = description;
    }

    /// @param service any address of it
    public static ApiPromise of(URI service) {
        URI address = service.resolve(DESCRIPTION);
        try (var text = address.toURL().openStream()) {
            return new ApiPromise(JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("no description of the API at " + address, e);
        }
    }

    /// How a reply breaks the promise; empty where it keeps it.
    public Optional<String> brokenBy(String method, String path, int status, String contentType, String body) {
        return item(path)
                .map(item -> item.get(method.toLowerCase(Locale.ROOT)))
                .flatMap(operation -> broken(operation, status, contentType, body));
    }

    private Optional<String> broken(JsonNode operation, int status, String contentType, String body) {
        JsonNode described = described(operation, status);
        if (described.isMissingNode()) {
            return Optional.of("the status %d is not described".formatted(status));
        }
        if (body.isEmpty() || !described.has("content")) {
            return body.isEmpty() ? Optional.empty() : Optional.of("no body is described");
        }
        String type = contentType.replaceFirst(";.*", "");
        JsonNode media = described.get("content").path(type);
        if (media.isMissingNode()) {
            return Optional.of("the media type %s is not described".formatted(type));
        }
        return type.endsWith("json") && media.has("schema") ? mismatch(media.get("schema"), body) : Optional.empty();
    }

    private Optional<String> mismatch(JsonNode open, String body) {
        try {
            List<Error> errors = schemas.computeIfAbsent(open, schema -> SCHEMAS.getSchema(closed(schema)))
                    .validate(JSON.readTree(body));
            return errors.isEmpty() ? Optional.empty() : Optional.of(errors.toString());
        } catch (JsonProcessingException _) {
            return Optional.of("the body is not JSON");
        }
    }

    private JsonNode described(JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode found = responses.path(Integer.toString(status));
        if (found.isMissingNode() && status >= 400) {
            found = responses.path("default");
        }
        return found.has("$ref") ? description.at(found.get("$ref").textValue().substring(1)) : found;
    }

    /// The path as it stands, or the template with the fewest variables that fits it.
    private Optional<JsonNode> item(String path) {
        return description.path("paths").properties().stream()
                .filter(entry -> Pattern.matches(entry.getKey().replaceAll("\\{[^}]*}", "[^/]+"), path))
                .min(Comparator.comparingLong(
                        entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(Map.Entry::getValue);
    }

    /// The schema and those it refers to, with no room for properties that they do not name.
    private JsonNode closed(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", description.at("/components/schemas"));
        try {
            JsonNode own = JSON.readTree(whole.toString().replace("#/components/schemas/", "#/$defs/"));
            close(own);
            return own;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")
                && !schema.has("allOf")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(ApiPromise::close);
    }
}
