package refocus.eventsourcing.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/// Adds what every operation has in common to the description of the API: problems, the headers of a command, tokens.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        components.addSchema(PROBLEM, problem());
        components.addResponse(
                PROBLEM,
                OASFactory.createAPIResponse()
                        .description("Refused; the code says why, in the reader's language")
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(PROBLEM)))));
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        api.setComponents(components);
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        Optional.ofNullable(api.getPaths())
                .ifPresent(paths -> paths.getPathItems().forEach(ApiDescription::describe));
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            answers(responses(operation));
            if (method != PathItem.HttpMethod.GET) {
                header(
                        operation,
                        Caller.IDEMPOTENCY_KEY,
                        "Makes the command repeatable: the same key and body give the same answer");
                header(operation, Seen.HEADER, "The version the change was decided on, as in \"7\"");
            }
            if (path.startsWith("/problems")) {
                operation.setSecurity(List.of());
            }
        });
    }

    /// Whatever is refused is a problem, and what makes something answers 201.
    private static void answers(APIResponses responses) {
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .toList()
                .forEach(responses::removeAPIResponse);
        responses.setDefaultValue(OASFactory.createAPIResponse().ref(PROBLEM));
        Optional.ofNullable(responses.getAPIResponse("200"))
                .filter(ApiDescription::creates)
                .ifPresent(response -> {
                    responses.removeAPIResponse("200");
                    responses.addAPIResponse("201", response.description("Created"));
                });
    }

    /// By the name of what it answers: `Created`, or `…Created` where there is more to say.
    private static boolean creates(APIResponse response) {
        return Stream.ofNullable(response.getContent())
                .flatMap(content -> content.getMediaTypes().values().stream())
                .flatMap(media -> Stream.ofNullable(media.getSchema()))
                .flatMap(schema -> Stream.ofNullable(schema.getRef()))
                .anyMatch(ref -> ref.endsWith(Replies.Created.class.getSimpleName()));
    }

    private static APIResponses responses(Operation operation) {
        APIResponses responses =
                Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        operation.setResponses(responses);
        return responses;
    }

    private static void header(Operation operation, String name, String description) {
        boolean described = Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> name.equals(parameter.getName()));
        if (!described) {
            operation.addParameter(OASFactory.createParameter()
                    .in(Parameter.In.HEADER)
                    .name(name)
                    .description(description)
                    .schema(text(null)));
        }
    }

    private static Schema problem() {
        Schema violation =
                object(Map.of("field", text("where in the request"), "message", text("what is wrong there")));
        return object(Map.of(
                        "type", text("resolves to a page that explains the code"),
                        "title", text(null),
                        "status", OASFactory.createSchema().addType(SchemaType.INTEGER),
                        "detail", text(null),
                        "code", text("names the rule, for programs"),
                        "instance", text("names this one occurrence"),
                        "facts", array(text(null)),
                        "violations", array(violation)))
                .required(List.of("type", "title", "status", "detail", "code", "instance"))
                // A kind of problem may have members of its own (RFC 9457, extension members).
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
    }

    private static Schema object(Map<String, Schema> properties) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        // Sorted, so that the description is the same at every build.
        new TreeMap<>(properties).forEach(schema::addProperty);
        return schema;
    }

    private static Schema array(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text(@Nullable String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
