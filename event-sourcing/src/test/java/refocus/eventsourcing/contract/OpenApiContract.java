package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Holds every response of a test to the running service's own description: its status, its media type, its body.
///
/// ```java
/// RestAssured.filters(new OpenApiContract());
/// ```
///
/// An object may have no property that is not described. What the description does not name at all (health, metrics)
/// passes by.
public final class OpenApiContract implements Filter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String DESCRIPTION = "/q/openapi?format=json";

    private final Map<String, JsonNode> descriptions = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI uri = URI.create(request.getURI());
        JsonNode description =
                descriptions.computeIfAbsent(uri.resolve(DESCRIPTION).toString(), OpenApiContract::load);
        check(description, request.getMethod(), uri.getPath(), response);
        return response;
    }

    private void check(JsonNode description, String method, String path, Response response) {
        Optional<JsonNode> operation = item(description, path).map(item -> item.get(method.toLowerCase(Locale.ROOT)));
        if (operation.isPresent()) {
            String what = "%s %s answering %d".formatted(method, path, response.statusCode());
            JsonNode described = described(description, operation.get(), response.statusCode());
            assertThat(described.isMissingNode()).as("%s is described", what).isFalse();
            body(description, described, response, what);
        }
    }

    private void body(JsonNode description, JsonNode described, Response response, String what) {
        String text = response.asString();
        if (text.isEmpty() || !described.has("content")) {
            assertThat(text).as("%s has no body", what).isEmpty();
            return;
        }
        String type = response.contentType().replaceFirst(";.*", "");
        JsonNode media = described.get("content").path(type);
        assertThat(media.isMissingNode()).as("%s may be %s", what, type).isFalse();
        if (type.endsWith("json") && media.has("schema")) {
            Schema schema =
                    schemas.computeIfAbsent(media.get("schema"), open -> SCHEMAS.getSchema(closed(description, open)));
            assertThat(schema.validate(json(text))).as(what).isEmpty();
        }
    }

    private static JsonNode described(JsonNode description, JsonNode operation, int status) {
        JsonNode responses = operation.path("responses");
        JsonNode found = responses.path(Integer.toString(status));
        if (found.isMissingNode() && status >= 400) {
            found = responses.path("default");
        }
        return found.has("$ref") ? description.at(found.get("$ref").textValue().substring(1)) : found;
    }

    /// The path as it stands, or the template with the fewest variables that fits it.
    private static Optional<JsonNode> item(JsonNode description, String path) {
        return description.path("paths").properties().stream()
                .filter(entry -> Pattern.matches(entry.getKey().replaceAll("\\{[^}]*}", "[^/]+"), path))
                .min(Comparator.comparingLong(
                        entry -> entry.getKey().chars().filter(c -> c == '{').count()))
                .map(Map.Entry::getValue);
    }

    /// The schema and those it refers to, with no room for properties that they do not name.
    private static JsonNode closed(JsonNode description, JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", description.at("/components/schemas"));
        JsonNode own = json(whole.toString().replace("#/components/schemas/", "#/$defs/"));
        close(own);
        return own;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")
                && !schema.has("allOf")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(OpenApiContract::close);
    }

    private static JsonNode load(String address) {
        try (var text = URI.create(address).toURL().openStream()) {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("no description of the API at " + address, e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return fail("the body is not JSON", e);
        }
    }
}
