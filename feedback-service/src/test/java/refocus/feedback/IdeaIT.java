package refocus.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// An idea from its proposal, through a business case that another decides, to a benefit that is measured.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class IdeaIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DISSENTER = "0193a0de-0000-7000-8000-0000000000a4";

    private final Api amina = new Api("practitioner", "0193a0de-0000-7000-8000-0000000000a1");
    private final Api ben = new Api("senior-practitioner", "0193a0de-0000-7000-8000-0000000000a2");
    private final Api head = new Api("head-of-service", "0193a0de-0000-7000-8000-0000000000e3");

    @Test
    void an_idea_is_decided() {
        String other = proposed("Shared desks");
        String idea = proposed("One base");
        ben.done(path(idea, "supports"), "{}");
        head.post(path(idea, "merging"), "{\"absorbed\": \"%s\"}".formatted(other))
                .then()
                .statusCode(428);
        String seen = head.get("/v1/ideas/" + idea).header("ETag");
        head.request()
                .header("If-Match", seen)
                .body("{\"absorbed\": \"%s\"}".formatted(other))
                .post(path(idea, "merging"))
                .then()
                .statusCode(200);
        amina.get("/v1/ideas/" + other).then().body("status", equalTo("MERGED")).body("mergedInto", equalTo(idea));

        ben.done(path(idea, "business-case"), """
                {"options": [{"name": "One base", "benefit": "Less travel", "costPounds": 90000},
                             {"name": "As now", "benefit": "No move", "costPounds": 0}],
                 "recommended": 0, "measure": "direct-work-share", "baseline": 26.3, "target": 35}""");
        ben.post(path(idea, "submission"), "{}").then().statusCode(409).body("code", equalTo("no-evidence"));
        String evidence = amina.made(path(idea, "evidence"), """
                {"strength": "OWN_FIGURES", "summary": "A third of the week is travel.",
                 "figure": {"report": "direct-work-share", "from": "2026-04-01", "to": "2026-10-01", "position": "17"}}""");
        amina.done(path(idea, "need-scores"), "{\"need\": \"RELATIONSHIPS\", \"score\": 4}");
        String token = ben.done(path(idea, "submission"), "{}").extract().header("Consistency-Token");
        await().atMost(PATIENCE)
                .untilAsserted(() -> amina.request()
                        .header("Consistency-Token", token)
                        .get("/v1/ideas?stage=SUBMITTED")
                        .then()
                        .statusCode(200)
                        .body("items.find {it.id == '%s'}.needScore".formatted(idea), is(4.0f))
                        .body("items.find {it.id == '%s'}.title".formatted(idea), equalTo("One base")));

        String decision = """
                {"outcome": "APPROVED", "evidence": ["%s"], "rationale": "Yes.",
                 "dissent": [{"worker": "%s", "reason": "Too far for some."}]}""".formatted(evidence, DISSENTER);
        ben.post(path(idea, "decision"), decision).then().statusCode(403);
        head.done(path(idea, "decision"), decision);
        head.done(path(idea, "implementation"), "{\"stage\": \"STARTED\"}");
        head.done(path(idea, "implementation"), "{\"stage\": \"COMPLETED\"}");
        head.done(path(idea, "benefits"), "{\"value\": 31}");
        amina.get("/v1/ideas/" + idea)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decision.rationale", equalTo("Yes."))
                .body("decision.dissent.reason", contains("Too far for some."))
                .body("businessCase.evidence.summary", contains("A third of the week is travel."))
                .body("benefits[0].change", is(4.7f));
    }

    @Test
    void a_change_is_tried_and_judged_by_what_it_did() {
        String change = amina.made("/v1/process-changes", """
                {"what": "Nodiadau drwy lais.", "measure": "Munudau nodyn", "baseline": 90, "judgeBy": "2099-01-01"}""");
        String at = "/v1/process-changes/" + change;
        String outcome = "{\"verdict\": \"KEEP\", \"value\": 60, \"why\": \"Yn gynt.\"}";
        amina.post(at + "/outcome", outcome).then().statusCode(403);
        head.done(at + "/outcome", outcome);
        head.done(at + "/outcome", outcome);
        amina.get(at)
                .then()
                .statusCode(200)
                .body("what", equalTo("Nodiadau drwy lais."))
                .body("outcome.verdict", equalTo("KEEP"))
                .body("outcome.change", is(-30));
    }

    @Test
    void what_cannot_be_is_refused() {
        String idea = proposed("One base");
        amina.request()
                .header("Accept-Language", "cy")
                .body("{}")
                .post(path(idea, "supports"))
                .then()
                .statusCode(403)
                .header("Content-Language", "cy")
                .body("code", equalTo("idea-own"));
        String seen = head.get("/v1/ideas/" + idea).header("ETag");
        head.request()
                .header("If-Match", seen)
                .body("{\"absorbed\": \"%s\"}".formatted(idea))
                .post(path(idea, "merging"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idea-into-itself"));
        amina.post(path(idea, "need-scores"), "{\"need\": \"MOON\", \"score\": 4}")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
        amina.post(path(idea, "need-scores"), "{\"need\": \"VOICE\", \"score\": 6}")
                .then()
                .statusCode(400);
        ben.post(path(idea, "withdrawal"), "{\"reason\": \"x\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-your-idea"));
    }

    private String proposed(String title) {
        return amina.made("/v1/ideas", "{\"title\": \"%s\", \"text\": \"x\"}".formatted(title));
    }

    private static String path(String idea, String act) {
        return "/v1/ideas/%s/%s".formatted(idea, act);
    }
}
