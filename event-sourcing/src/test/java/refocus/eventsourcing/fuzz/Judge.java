package refocus.eventsourcing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import refocus.eventsourcing.canary.Canary;
import refocus.eventsourcing.contract.ApiPromise;
import refocus.eventsourcing.contract.Described;

/// What every reply must be.
final class Judge {

    private static final List<String> MEMBERS = List.of("type", "title", "detail", "code", "instance");

    private final ApiPromise promise;
    private final Canary canary;
    private final Map<String, String> titles = new HashMap<>();

    private final Set<String> waits = new HashSet<>();

    Judge(ApiPromise promise, Canary canary) {
        this.promise = promise;
        this.canary = canary;
    }

    void expectToWait(Collection<String> codes) {
        waits.addAll(codes);
    }

    /// @param mustBeRefused as its description has it
    List<Finding> of(Described operation, String what, boolean mustBeRefused, Asked asked, Answer answer) {
        var found = new ArrayList<Finding>();
        var noting = new Noting(found, operation, what, asked);
        if (answer.status() >= 500
                && !(answer.status() == 503
                        && waits.contains(answer.json().path("code").asText()))) {
            noting.found("answers %d".formatted(answer.status()), answer.body());
        }
        if (mustBeRefused && answer.status() < 400) {
            noting.found("takes what its description refuses: " + what, answer.body());
        }
        if (answer.status() >= 400) {
            problem(noting, asked, answer);
            canary.in(answer.body()).ifPresent(form -> noting.found("repeats what was said, " + form, answer.body()));
        }
        canary.in(answer.headers().map().toString())
                .ifPresent(form -> noting.found(
                        "repeats it in a header, " + form, answer.headers().toString()));
        if (asked.method().equals(operation.method())) {
            promise.brokenBy(
                            asked.method(),
                            asked.path().replaceFirst("\\?.*", ""),
                            answer.status(),
                            answer.header("Content-Type"),
                            answer.body())
                    .ifPresent(broken -> noting.found(
                            "answers %d otherwise than described".formatted(answer.status()),
                            broken + " " + answer.body()));
        }
        return found;
    }

    private void problem(Noting noting, Asked asked, Answer answer) {
        JsonNode problem = answer.json();
        String code = problem.path("code").asText();
        if (!answer.header("Content-Type").startsWith("application/problem+json")
                || MEMBERS.stream()
                        .anyMatch(member -> problem.path(member).asText().isBlank())
                || problem.path("status").asInt() != answer.status()
                || !problem.path("type").asText().equals("/problems/" + code)) {
            noting.found("refuses without a problem document", answer.header("Content-Type") + " " + answer.body());
            return;
        }
        if (!answer.header("Content-Language").equals(asked.language())) {
            noting.found(
                    "refuses in another language than was asked for",
                    "%s for %s".formatted(answer.header("Content-Language"), asked.language()));
        }
        String title = problem.path("title").asText();
        titles.put(asked.language() + code, title);
        if (title.equals(titles.get((asked.language().equals("cy") ? "en" : "cy") + code))) {
            noting.found("has the same words in both languages", answer.body());
        }
        if (answer.status() == 503 && answer.header("Retry-After").isEmpty()) {
            noting.found("does not say when to come back", answer.body());
        }
    }

    private record Noting(List<Finding> all, Described operation, String what, Asked asked) {

        void found(String kind, String shows) {
            all.add(new Finding("%s %s".formatted(operation, kind), what, shows, asked));
        }
    }
}
