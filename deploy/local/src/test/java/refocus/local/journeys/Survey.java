package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An open survey and those who are asked.
final class Survey {

    final Someone head;
    final List<Someone> people;
    final String path;
    private final RunningSystem system;
    private final int north;

    private Survey(RunningSystem system, Someone head, List<Someone> people, String path, int north) {
        this.system = system;
        this.head = head;
        this.people = people;
        this.path = path;
        this.north = north;
    }

    /// Opened to so many people, the first of them in the group NORTH and the others in SOUTH.
    static Survey opened(RunningSystem system, int count, int north) {
        var head = Someone.of(system, "head-of-service");
        var people = IntStream.range(0, count)
                .mapToObj(_ -> Someone.of(system, "practitioner"))
                .toList();
        var path = "/v1/surveys/" + head.makes("feedback", "/v1/surveys", """
                {"title": {"en": "Pulse", "cy": "Pwls"}, "questions": [
                  {"id": "heard", "text": {"en": "I am listened to.", "cy": "Mae rhywun yn gwrando."}, "kind": "SCALE"},
                  {"id": "recommend", "text": {"en": "I would recommend us.", "cy": "Byddwn yn ein hargymell."},
                   "kind": "RECOMMEND"}]}""");
        var survey = new Survey(system, head, people, path, north);
        head.says("feedback", path + "/opening", """
                {"closesOn": "2099-01-01", "audience": [%s]}""".formatted(survey.audience()));
        return survey;
    }

    /// A token for a person, drawn under their name.
    String draw(int person) {
        return people.get(person)
                .says("feedback", path + "/tokens", "{}")
                .path("token")
                .asText();
    }

    /// Answers as nobody, and gives the submission's id.
    String answer(String token, int recommend, int person) throws Exception {
        var submission = UUID.randomUUID().toString();
        var reply = system.open("feedback", path + "/responses", Optional.of(token), Optional.of("""
                {"submission": "%s", "group": "%s", "answers": {"heard": %d, "recommend": %d}}""".formatted(
                        submission, group(person), 1 + person % 5, recommend)));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return submission;
    }

    /// Closes it and gives the published result.
    JsonNode close() {
        head.says("feedback", path + "/closing", "{}");
        return await().atMost(Someone.PATIENCE)
                .until(
                        () -> head.reads("feedback", path),
                        survey -> survey.path("status").asText().equals("PUBLISHED"))
                .path("result");
    }

    UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private String audience() {
        return IntStream.range(0, people.size())
                .mapToObj(person -> "{\"worker\": \"%s\", \"group\": \"%s\"}"
                        .formatted(people.get(person).worker(), group(person)))
                .collect(Collectors.joining(", "));
    }

    private String group(int person) {
        return person < north ? "NORTH" : "SOUTH";
    }
}
