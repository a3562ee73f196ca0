package refocus.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// A barrier from the one who meets it to the one who takes it away, through HTTP, PostgreSQL and the clock.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class BarrierIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String AMINA = "0193a0de-0000-7000-8000-0000000000a1";
    private static final String OWNER = "0193a0de-0000-7000-8000-0000000000b1";

    private final Api amina = new Api("practitioner", AMINA);
    private final Api ben = new Api("support-worker", "0193a0de-0000-7000-8000-0000000000a2");
    private final Api manager = new Api("team-manager", "0193a0de-0000-7000-8000-0000000000e1");
    private final Api owner = new Api("barrier-owner", OWNER);
    private final Api stranger = new Api("barrier-owner", "0193a0de-0000-7000-8000-0000000000b2");

    @Inject
    DataSource database;

    @Test
    void a_barrier_clears() {
        String barrier = raised("");
        ben.done(path(barrier, "supports"), "{\"hoursLostWeekly\": 3}");
        owner.get("/v1/barriers/" + barrier).then().statusCode(404);
        manager.done(path(barrier, "assignment"), "{\"owner\": \"%s\"}".formatted(OWNER));
        String token = owner.done(path(barrier, "acceptance"), "{}").extract().header("Consistency-Token");

        await().atMost(PATIENCE)
                .untilAsserted(() -> owner.request()
                        .header("Consistency-Token", token)
                        .get("/v1/barriers")
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(barrier))
                        .body("items[0].what", equalTo("Nid yw'r gliniaduron yn dechrau."))
                        .body("items[0].supporters", is(1))
                        .body("items[0].hoursLostWeekly", is(7))
                        .body("items[0].dueOn", notNullValue()));
        stranger.get("/v1/barriers").then().statusCode(200).body("items", empty());
        stranger.get("/v1/barriers/" + barrier).then().statusCode(404);
        ben.get("/v1/barriers/" + barrier)
                .then()
                .statusCode(200)
                .body("raisedBy", nullValue())
                .body("accepted", is(true));

        owner.done(path(barrier, "progress"), "{\"note\": \"Ordered.\"}");
        owner.done(path(barrier, "resolution"), "{\"how\": \"New laptops.\"}");
        manager.post(path(barrier, "confirmation"), "{\"feltHeard\": true}")
                .then()
                .statusCode(403)
                .body("code", equalTo("not-yours-to-confirm"));
        amina.done(path(barrier, "confirmation"), "{\"feltHeard\": true}");
        amina.get("/v1/barriers/" + barrier)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("raisedBy", equalTo(AMINA))
                .body("feltHeard", is(true))
                .body("notes.text", contains("Ordered.", "New laptops."));
    }

    @Test
    void an_overdue_barrier_climbs_the_ladder_by_the_clock() {
        String barrier = raised(", \"occurredAt\": \"2026-01-05T09:00:00Z\"");
        manager.done(path(barrier, "assignment"), """
                {"owner": "%s", "occurredAt": "2026-01-05T10:00:00Z"}""".formatted(OWNER));
        await().atMost(PATIENCE)
                .untilAsserted(() -> manager.get("/v1/barriers/" + barrier)
                        .then()
                        .body("level", greaterThanOrEqualTo(1))
                        .body("dueOn", not("2026-02-02")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> manager.get("/v1/barriers?department=ICT&status=OPEN")
                        .then()
                        .body("items.findAll {it.level > 0}.id", hasItem(barrier)));
    }

    @Test
    void a_barrier_is_paused_disputed_closed_and_comes_back() {
        String barrier = raised("");
        manager.done(path(barrier, "assignment"), "{\"owner\": \"%s\"}".formatted(OWNER));
        owner.done(path(barrier, "pause"), "{\"reason\": \"x\", \"until\": \"2099-01-01\"}");
        listed(barrier, "PAUSED");
        owner.post(path(barrier, "dispute"), "{\"reason\": \"x\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("barrier-paused"));
        owner.done(path(barrier, "resumption"), "{}");
        owner.done(path(barrier, "workaround"), "{\"workaround\": \"x\"}");
        owner.done(path(barrier, "escalation"), "{\"reason\": \"x\"}");
        owner.done(path(barrier, "dispute"), "{\"reason\": \"x\"}");
        owner.get("/v1/barriers/" + barrier).then().statusCode(404);
        String seen = manager.get("/v1/barriers/" + barrier).header("ETag");
        manager.request()
                .header("If-Match", seen)
                .body("{\"reason\": \"COST\", \"explanation\": \"x\"}")
                .post(path(barrier, "closing"))
                .then()
                .statusCode(200);
        listed(barrier, "CLOSED_UNRESOLVED");
        String reopening = "{\"reason\": \"It is still there.\"}";
        amina.request()
                .header("If-Match", seen)
                .body(reopening)
                .post(path(barrier, "reopening"))
                .then()
                .statusCode(412);
        amina.request()
                .header("If-Match", amina.get("/v1/barriers/" + barrier).header("ETag"))
                .body(reopening)
                .post(path(barrier, "reopening"))
                .then()
                .statusCode(200);
        listed(barrier, "OPEN");
        amina.get("/v1/barriers/" + barrier)
                .then()
                .body("level", is(1))
                .body("notes.kind", contains("PAUSE", "WORKAROUND", "ESCALATION", "DISPUTE", "CLOSING", "REOPENING"));
    }

    @Test
    void what_cannot_be_is_answered_in_the_readers_language() {
        amina.post("/v1/barriers", "{\"department\": \"MOON\", \"what\": \"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"))
                .body("violations[0].field", equalTo("department"));
        amina.post("/v1/barriers", "{\"department\": \"ICT\"}").then().statusCode(400);
        String barrier = raised("");
        amina.request()
                .header("Accept-Language", "cy")
                .body("{}")
                .post(path(barrier, "supports"))
                .then()
                .statusCode(403)
                .header("Content-Language", "cy")
                .body("title", equalTo("Chi eich hun a gododd y rhwystr hwn"));
        ben.post(path(barrier, "resolution"), "{\"how\": \"x\"}").then().statusCode(403);
        ben.post(path(barrier, "assignment"), "{\"owner\": \"%s\"}".formatted(OWNER))
                .then()
                .statusCode(403);
        manager.post(path(barrier, "closing"), "{\"reason\": \"COST\", \"explanation\": \"x\"}")
                .then()
                .statusCode(428);
        manager.get("/v1/barriers?colour=red").then().statusCode(400);
    }

    @Test
    void a_barrier_is_raised_by_nobody_and_confirmed_by_who_holds_its_receipt() throws SQLException {
        String token = "SurveyToken "
                + amina.done("/v1/barriers/tokens", "{}").extract().<String>path("token");
        String body = """
                {"submission": "%s", "department": "ICT", "what": "Nid yw'r drws yn agor."}""".formatted(UUID.randomUUID());
        unnamed(null, "", body).statusCode(401);
        unnamed("SurveyToken " + "x".repeat(43), "", body).statusCode(401);
        var raised = unnamed(token, "", body).statusCode(201).extract();
        unnamed(token, "", body).statusCode(201).body("receipt", equalTo(raised.path("receipt")));
        unnamed(
                        token,
                        "",
                        body.replaceFirst(
                                "\"submission\": \"[^\"]*\"", "\"submission\": \"%s\"".formatted(UUID.randomUUID())))
                .statusCode(409)
                .body("code", equalTo("token-used"));

        String barrier = raised.path("id");
        manager.get(raised.header("Location"))
                .then()
                .statusCode(200)
                .body("what", equalTo("Nid yw'r drws yn agor."))
                .body("anonymous", is(true))
                .body("raisedBy", nullValue());
        amina.get("/v1/barriers/" + barrier).then().body("raisedBy", nullValue());
        manager.done(path(barrier, "assignment"), "{\"owner\": \"%s\"}".formatted(OWNER));
        owner.done(path(barrier, "resolution"), "{\"how\": \"x\"}");
        amina.post(path(barrier, "confirmation"), "{\"feltHeard\": true}")
                .then()
                .statusCode(403);

        String receipt = "BarrierReceipt " + raised.<String>path("receipt");
        String at = "/" + barrier;
        unnamed(receipt.replaceFirst(".$", "_"), at + "/confirmation", "{\"feltHeard\": false}")
                .statusCode(401);
        unnamed(receipt, at + "/reopening", "{\"reason\": \"Still shut.\"}").statusCode(200);
        owner.done(path(barrier, "resolution"), "{\"how\": \"x\"}");
        unnamed(receipt, at + "/confirmation", "{\"feltHeard\": true}").statusCode(200);
        manager.get("/v1/barriers/" + barrier)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("feltHeard", is(true));
        assertThat(actors(barrier)).containsExactlyInAnyOrder("anonymous", manager.worker(), owner.worker());
    }

    private static ValidatableResponse unnamed(@Nullable String authorization, String at, String body) {
        var request = Api.anonymous().body(body);
        return (authorization == null ? request : request.header("Authorization", authorization))
                .post("/v1/barriers/anonymous" + at)
                .then()
                .log()
                .ifValidationFails();
    }

    private Set<String> actors(String barrier) throws SQLException {
        var actors = new HashSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select distinct meta ->> 'actor' from event where stream_id = ?")) {
            statement.setString(1, "barrier/" + barrier);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    actors.add(rows.getString(1));
                }
            }
        }
        return actors;
    }

    private void listed(String barrier, String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> amina.get("/v1/barriers?mine=true&status=" + status)
                        .then()
                        .statusCode(200)
                        .body("items.id", hasItem(barrier)));
    }

    private String raised(String more) {
        return amina.made("/v1/barriers", """
                {"department": "ICT", "what": "Nid yw'r gliniaduron yn dechrau.", "hoursLostWeekly": 4%s}""".formatted(more));
    }

    private static String path(String barrier, String act) {
        return "/v1/barriers/%s/%s".formatted(barrier, act);
    }
}
