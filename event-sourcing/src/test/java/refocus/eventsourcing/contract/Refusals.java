package refocus.eventsourcing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;

/// Asks for what must be refused, in both languages, and notes every answer that is not a refusal as it should be.
record Refusals(SoftAssertions found, Described operation) {

    static final String ANY = "";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BOTH = List.of("en", "cy");

    /// Sends a request that is ready but for its reader's language.
    interface Sending {
        Response send(RequestSpecification request);
    }

    /// @param code [ANY] where the rule has one of several
    void refused(String what, int status, String code, Supplier<RequestSpecification> caller, Sending sending) {
        refused(what, status, code, BOTH, caller, sending);
    }

    /// For what is asked of field after field: the words of its code were heard in English elsewhere.
    void refusedInWelsh(String what, int status, String code, Supplier<RequestSpecification> caller, Sending sending) {
        refused(what, status, code, List.of("cy"), caller, sending);
    }

    private void refused(
            String what,
            int status,
            String code,
            List<String> languages,
            Supplier<RequestSpecification> caller,
            Sending sending) {
        List<Response> answers = languages.stream()
                .map(language -> sending.send(caller.get().header("Accept-Language", language)))
                .toList();
        if (answers.stream().anyMatch(answer -> answer.statusCode() != status)) {
            found.fail(
                    "%s: %s is answered %d and not %d: %s",
                    operation,
                    what,
                    answers.getFirst().statusCode(),
                    status,
                    answers.getFirst().asString());
            return;
        }
        List<String> codes = words(answers, "code");
        found.assertThat(codes).as("%s: %s, its codes", operation, what).allMatch(codes.getFirst()::equals);
        if (!code.equals(ANY)) {
            found.assertThat(codes).as("%s: %s", operation, what).containsOnly(code);
        }
        found.assertThat(answers.stream().map(answer -> answer.header("Content-Language")))
                .as("%s: %s, its languages", operation, what)
                .containsExactlyElementsOf(languages);
        for (String part : List.of("title", "detail")) {
            found.assertThat(words(answers, part))
                    .as("%s: %s, its %s", operation, what, part)
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        }
    }

    /// The same for a caller who says which version was seen.
    void refusedHavingSeen(String what, int status, String code, Api caller, Sending sending) {
        refused(what, status, code, () -> seen(caller), sending);
    }

    static RequestSpecification seen(Api caller) {
        return caller.request().header("If-Match", "\"1\"");
    }

    Sending sending(String path, String body) {
        return request -> request.body(body).request(operation.method(), path);
    }

    Sending getting(String path) {
        return request -> request.get(path);
    }

    Sending with(UnaryOperator<RequestSpecification> more, Sending sending) {
        return request -> sending.send(more.apply(request));
    }

    private static List<String> words(List<Response> answers, String part) {
        return answers.stream().map(answer -> json(answer).path(part).asText()).toList();
    }

    /// Rest Assured's own paths are scripts, each compiled anew: too slow for thousands.
    static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
