package refocus.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.canary.Heard;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;
import refocus.feedback.surveybox.Attacker;

/// A pulse survey from design to published result, and an attacker who has everything: all tables with the
/// marks of their transactions and places, the topic, the log, and even the survey's own key.
///
/// Everyone's answers are unlike anyone else's, so that each sheet names its person to whoever gave them.
/// Nothing stored, published or logged may lead there: neither by content, nor by order.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class PulseSurveyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PEOPLE = 40;

    /// A question's id with a number behind it, however it is written.
    private static final Pattern ANSWER = Pattern.compile("heard\\W{1,6}[0-9]");

    private final Api head = new Api("head-of-service", "0193a0de-0000-7000-8000-0000000000e3");

    @Inject
    DataSource database;

    @Inject
    Attacker attacker;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void nobody_learns_who_answered_what() throws SQLException {
        try (var log = new Heard()) {
            String survey = opened(PEOPLE);
            var tokens = new ArrayList<String>();
            var submissions = new ArrayList<String>();
            for (int person = 0; person < PEOPLE; person++) {
                String token = drawn(survey, person);
                String submission = UUID.randomUUID().toString();
                answer(survey, token, submission, person).then().statusCode(200).body("received", is(true));
                tokens.add(token);
                submissions.add(submission);
            }

            var stored = new Dump(database).everything();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(participations(survey)).isEqualTo(PEOPLE));
            var published = Topic.everything(kafka);
            assertThat(stored).hasSizeGreaterThan(10);
            for (String told :
                    List.of(String.join("\n", stored), String.join("\n", published), String.join("\n", log.lines()))) {
                assertThat(tokens).noneMatch(told::contains);
                assertThat(submissions).noneMatch(told::contains);
                assertThat(ANSWER.matcher(told).find()).isFalse();
            }

            // With the survey's key in hand: the sheets, in the order they lie, against the order they were given.
            List<Integer> found = attacker.sheets(UUID.fromString(survey)).stream()
                    .map(PulseSurveyIT::person)
                    .toList();
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, PEOPLE).boxed().toList());
            assertThat(Chance.isLikely(found))
                    .as("order of the sheets: %s", found)
                    .isTrue();
            // The hashes of the tokens, in the order they lie, against the order they were drawn.
            List<String> hashes = attacker.hashes(UUID.fromString(survey));
            List<Integer> drawn = tokens.stream()
                    .map(token -> attacker.hash(UUID.fromString(survey), token))
                    .map(hashes::indexOf)
                    .toList();
            assertThat(drawn).doesNotContain(-1);
            assertThat(Chance.isLikely(Chance.ranks(drawn)))
                    .as("places of the tokens: %s", drawn)
                    .isTrue();

            closed(survey);
            assertThat(new Dump(database).everything())
                    .noneMatch(row -> row.startsWith("public.survey_") && row.contains(survey));
            assertThat(attacker.keyIsDestroyed(UUID.fromString(survey))).isTrue();
            head.get("/v1/surveys/" + survey)
                    .then()
                    .body("result.responses", is(PEOPLE))
                    .body("result.groups.find {it.group == 'REST'}.figures[0].responses", is(8))
                    .body("result.groups.size()", is(2));
        }
    }

    @Test
    void one_token_is_one_voice() {
        String survey = opened(6);
        String token = drawn(survey, 0);
        String submission = UUID.randomUUID().toString();
        answer(survey, token, submission, 7).then().statusCode(200);
        answer(survey, token, submission, 7).then().statusCode(200);
        answer(survey, token, UUID.randomUUID().toString(), 7)
                .then()
                .statusCode(409)
                .body("code", equalTo("token-used"));
        new Api("practitioner", worker(0))
                .request()
                .header("Accept-Language", "cy")
                .body("{}")
                .post("/v1/surveys/%s/tokens".formatted(survey))
                .then()
                .statusCode(409)
                .header("Content-Language", "cy")
                .body("code", equalTo("token-drawn"));
        for (int person = 1; person < 6; person++) {
            answer(survey, drawn(survey, person), UUID.randomUUID().toString(), person)
                    .then()
                    .statusCode(200);
        }
        String late = UUID.randomUUID().toString();
        closed(survey);
        answer(survey, token, late, 7).then().statusCode(409).body("code", equalTo("survey-closed"));
        head.get("/v1/surveys/" + survey).then().body("result.responses", is(6));
    }

    @Test
    void on_its_last_day_it_is_closed_by_the_clock() {
        String survey = designed();
        head.done("/v1/surveys/%s/opening".formatted(survey), """
                {"closesOn": "2026-01-09", "occurredAt": "2026-01-05T09:00:00Z", "audience": [%s]}""".formatted(audience(6)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> head.get("/v1/surveys?status=PUBLISHED")
                        .then()
                        .statusCode(200)
                        .body("items.id", hasItem(survey)));
        head.get("/v1/surveys/" + survey)
                .then()
                .body("result.responses", nullValue())
                .body("result.overall[0].value", nullValue());
    }

    @Test
    void who_took_part_is_told_afterwards_with_the_time_it_happened() throws SQLException {
        String survey = opened(6);
        await().atMost(PATIENCE)
                .untilAsserted(() -> new Api("practitioner", worker(0))
                        .post("/v1/surveys/%s/tokens".formatted(survey), "{\"occurredAt\": \"2026-01-06T09:00:00Z\"}")
                        .then()
                        .statusCode(200));
        new Api("practitioner", worker(1))
                .post("/v1/surveys/%s/tokens".formatted(survey), "{\"occurredAt\": \"2999-01-06T09:00:00Z\"}")
                .then()
                .statusCode(422);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select occurred_at = '2026-01-06T09:00:00Z' from event where stream_id = ? order by version desc")) {
            query.setString(1, "survey/" + survey);
            var last = query.executeQuery();
            assertThat(last.next() && last.getBoolean(1)).isTrue();
        }
    }

    @Test
    void what_cannot_be_is_refused() {
        String survey = opened(6);
        String path = "/v1/surveys/%s/responses".formatted(survey);
        String body = "{\"submission\": \"%s\", \"answers\": {\"heard\": 3}}".formatted(UUID.randomUUID());
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(401);
        head.post(path, body).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .header("Authorization", "SurveyToken " + "x".repeat(43))
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
        String token = drawn(survey, 0);
        for (String wrong : List.of("\"heard\": 6", "\"heard\": 0", "\"unasked\": 3")) {
            given().contentType(ContentType.JSON)
                    .header("Authorization", "SurveyToken " + token)
                    .body("{\"submission\": \"%s\", \"answers\": {%s}}".formatted(UUID.randomUUID(), wrong))
                    .post(path)
                    .then()
                    .statusCode(422);
        }
        new Api("practitioner", worker(99))
                .post("/v1/surveys/%s/tokens".formatted(survey), "{}")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-invited"));
        new Api("practitioner", worker(0)).post("/v1/surveys", "{}").then().statusCode(403);
        head.get("/v1/surveys/" + survey).then().body("status", equalTo("OPEN")).body("result", nullValue());
        head.get("/v1/surveys/%s?structure=now".formatted(survey)).then().statusCode(400);
    }

    private long participations(String survey) {
        return Topic.everything(kafka).stream()
                .filter(message -> message.startsWith("survey/" + survey))
                .filter(message -> message.contains("participation-recorded"))
                .count();
    }

    private String opened(int people) {
        String survey = designed();
        head.done("/v1/surveys/%s/opening".formatted(survey), """
                {"closesOn": "2099-01-01", "audience": [%s]}""".formatted(audience(people)));
        return survey;
    }

    private String designed() {
        return head.made("/v1/surveys", """
                {"title": {"en": "Pulse", "cy": "Curiad"},
                 "questions": [{"id": "heard", "text": {"en": "a", "cy": "b"}, "kind": "SCALE"},
                               {"id": "time", "text": {"en": "a", "cy": "b"}, "kind": "SCALE"},
                               {"id": "proud", "text": {"en": "a", "cy": "b"}, "kind": "SCALE"}]}""");
    }

    private static String audience(int people) {
        return IntStream.range(0, people)
                .mapToObj(person -> "{\"worker\": \"%s\", \"group\": \"%s\"}".formatted(worker(person), group(person)))
                .collect(Collectors.joining(", "));
    }

    private static String drawn(String survey, int person) {
        var drawn = new String[1];
        await().atMost(PATIENCE)
                .untilAsserted(() -> drawn[0] = new Api("practitioner", worker(person))
                        .post("/v1/surveys/%s/tokens".formatted(survey), "{}")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("token"));
        return drawn[0];
    }

    /// Three digits to the base of five: no two people answer alike.
    private static Response answer(String survey, String token, String submission, int person) {
        var answers = new HashMap<String, Integer>();
        answers.put("heard", 1 + person % 5);
        answers.put("time", 1 + person / 5 % 5);
        answers.put("proud", 1 + person / 25);
        String group = person < 32 ? "NORTH" : "REST";
        return given().contentType(ContentType.JSON)
                .header("Authorization", "SurveyToken " + token)
                .body(Map.of("submission", submission, "group", group, "answers", answers))
                .post("/v1/surveys/%s/responses".formatted(survey));
    }

    private static int person(Map<String, Integer> answers) {
        return answers.get("heard") - 1 + 5 * (answers.get("time") - 1) + 25 * (answers.get("proud") - 1);
    }

    private void closed(String survey) {
        head.done("/v1/surveys/%s/closing".formatted(survey), "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attacker.keyIsDestroyed(UUID.fromString(survey)))
                        .isTrue());
    }

    private static String group(int person) {
        return person < 32 ? "NORTH" : person < 36 ? "SOUTH" : "WEST";
    }

    private static String worker(int person) {
        return "0193a0de-0000-7000-8000-%012x".formatted(0xc000 + person);
    }
}
