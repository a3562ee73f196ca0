package refocus.eventsourcing.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// What every error answers (RFC 9457), in the reader's language. It never shows what the caller had sent.
///
/// @param type resolves to a page that explains the code
/// @param instance names this one occurrence, by the id its request is traced by
/// @param facts what the sentence mentions, for programs
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        List<String> facts,
        List<Violation> violations,
        @JsonAnyGetter Map<String, Object> members,
        @JsonIgnore Language language) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What is wrong with one field of the request.
    record Violation(String field, String message) {}

    static Problem of(RoutingContext request, int status, String code, List<?> facts) {
        Language language = Optional.ofNullable(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .map(Language::preferredBy)
                .orElse(Language.EN);
        Wording wording = Wording.of(code, language, facts);
        return new Problem(
                "/problems/" + code,
                wording.title(),
                status,
                wording.detail(),
                code,
                "urn:uuid:" + Correlation.of(request),
                facts.stream().map(Object::toString).toList(),
                List.of(),
                Map.of(),
                language);
    }

    static Problem of(RoutingContext request, int status, String code) {
        return of(request, status, code, List.of());
    }

    /// The same, pointing at the field that is at fault.
    Problem at(String field) {
        return with(List.of(new Violation(field, title)));
    }

    Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, code, instance, facts, found, members, language);
    }

    /// The same, with members of this kind of problem's own.
    Problem telling(Map<String, Object> more) {
        return new Problem(type, title, status, detail, code, instance, facts, violations, more, language);
    }

    RestResponse<String> reply() {
        return replying().build();
    }

    RestResponse<String> replyWith(String header, Object value) {
        return replying().header(header, value).build();
    }

    /// For an error outside of any resource.
    void send(RoutingContext request) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .end(json());
    }

    private ResponseBuilder<String> replying() {
        return ResponseBuilder.<String>create(status)
                .entity(json())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
    }

    private String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
