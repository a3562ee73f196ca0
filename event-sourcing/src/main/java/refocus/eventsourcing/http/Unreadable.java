package refocus.eventsourcing.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import refocus.eventsourcing.Impossible;

/// A body that is not JSON, or not the JSON that its place takes.
class Unreadable {

    /// What a field of ours looks like. A caller's own names are not repeated: there may be anything in them.
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,40}");

    @ServerExceptionMapper
    public RestResponse<String> mismatched(MismatchedInputException mismatched, RoutingContext request) {
        return reply(mismatched, request);
    }

    static RestResponse<String> reply(JacksonException unreadable, RoutingContext request) {
        return switch (unreadable) {
            case ValueInstantiationException made
            when made.getCause() instanceof Impossible impossible -> Problems.tell(impossible, request);
            case UnrecognizedPropertyException unknown -> at("unknown-field", unknown, request);
            case MismatchedInputException mistyped -> at("mistyped-field", mistyped, request);
            case JsonMappingException mapped
            when !mapped.getPath().isEmpty() && !(mapped.getCause() instanceof StreamReadException) ->
                at("mistyped-field", mapped, request);
            default -> Problem.of(request, 400, "malformed-json").reply();
        };
    }

    private static RestResponse<String> at(String code, JsonMappingException fault, RoutingContext request) {
        String place = fault.getPath().stream().map(Unreadable::step).collect(Collectors.joining("."));
        return Problem.of(request, 400, code)
                .at(place.isEmpty() ? "body" : place)
                .reply();
    }

    private static String step(Reference step) {
        String field = step.getFieldName();
        if (field == null) {
            return Integer.toString(step.getIndex());
        }
        return FIELD.matcher(field).matches() ? field : "?";
    }
}
