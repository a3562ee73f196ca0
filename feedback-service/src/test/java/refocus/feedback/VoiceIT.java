package refocus.feedback;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// *You said, we did*, from what was said to what everyone reads, in both languages.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class VoiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api amina = new Api("practitioner", "0193a0de-0000-7000-8000-0000000000a1");
    private final Api manager = new Api("service-manager", "0193a0de-0000-7000-8000-0000000000e2");

    @Test
    void you_said_we_did() {
        String item = said("");
        manager.done(path(item, "acknowledgement"), "{}");
        manager.get("/v1/voice-items/" + item)
                .then()
                .statusCode(200)
                .body("said", equalTo("Too many forms."))
                .body("saidBy", nullValue());
        amina.get("/v1/voice-items/" + item).then().statusCode(403);
        String token = manager.done(path(item, "we-did"), """
                {"youSaid": {"en": "Too many forms", "cy": "Gormod o ffurflenni"},
                 "weDid": {"en": "Two are gone", "cy": "Mae dwy wedi mynd"}}""").extract().header("Consistency-Token");
        await().atMost(PATIENCE)
                .untilAsserted(() -> amina.request()
                        .header("Consistency-Token", token)
                        .header("Accept-Language", "cy")
                        .get("/v1/voice-items?answered=true")
                        .then()
                        .statusCode(200)
                        .body("items.find {it.id == '%s'}.answer".formatted(item), equalTo("Mae dwy wedi mynd"))
                        .body("items.find {it.id == '%s'}.inTime".formatted(item), is(true)));
    }

    @Test
    void we_cannot_needs_a_reason_and_a_later_review() {
        String item = said(", \"occurredAt\": \"2026-01-05T09:00:00Z\"");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> amina.get("/v1/voice-items?overdue=true").then().body("items.id", hasItem(item)));
        String cannot = """
                {"youSaid": {"en": "a", "cy": "b"}, "weCannot": {"en": "c", "cy": "d"}, "reason": "COST", "reviewOn": "%s"}""";
        manager.post(path(item, "we-cannot"), cannot.formatted("2026-01-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("review-not-later"));
        manager.post(path(item, "we-cannot"), "{\"youSaid\": {\"en\": \"a\"}}")
                .then()
                .statusCode(400);
        String token = manager.done(path(item, "we-cannot"), cannot.formatted("2027-06-01"))
                .extract()
                .header("Consistency-Token");
        await().atMost(PATIENCE)
                .untilAsserted(() -> amina.request()
                        .header("Consistency-Token", token)
                        .get("/v1/voice-items?overdue=true")
                        .then()
                        .statusCode(200)
                        .body("items.id", not(hasItem(item))));
        amina.get("/v1/voice-items")
                .then()
                .body("items.find {it.id == '%s'}.reasonLabel".formatted(item), equalTo("There is no money for it"))
                .body("items.find {it.id == '%s'}.inTime".formatted(item), is(false));
    }

    private String said(String more) {
        return amina.made("/v1/voice-items", """
                {"source": "TEAM_MEETING", "theme": "RECORDING", "said": "Too many forms."%s}""".formatted(more));
    }

    private static String path(String item, String act) {
        return "/v1/voice-items/%s/%s".formatted(item, act);
    }
}
