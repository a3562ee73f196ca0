package refocus.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// Who may decide what, as the API takes, refuses and shows it.
///
/// Each right that a test sets is of a kind and tier of its own.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class DecisionApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private static final String PROPOSAL = """
            {"kind": "PLAN", "rationale": "She asked for it.", "options": ["Weekly visits", "None"],
             "childView": "I want Amina to come."}""";
    private static final String NONE = "{}";

    private final Api duty = worker("duty");
    private final Api adviser = worker("personal-adviser");
    private final Api practitioner = worker("practitioner");
    private final Api senior = worker("senior-practitioner");
    private final Api manager = worker("team-manager");
    private final Api serviceManager = worker("service-manager");

    private String theCase = "";

    @BeforeEach
    void open() {
        theCase = opened(child());
    }

    @Nested
    class A_right {

        @Test
        void is_set_by_service_managers_on_the_version_seen() {
            String path = "/v1/decision-rights/ASSESSMENT/LOW";
            String body = """
                    {"lowestLevel": 1, "validFrom": "2026-01-01", "conditions": {"en": "With a colleague.", "cy": "Gyda chydweithiwr."}}""";
            put(manager, path, body).then().statusCode(403);
            put(serviceManager, path, body).then().statusCode(200).header("ETag", "\"1\"");
            put(serviceManager, path, body).then().statusCode(428);
            String lower = """
                    {"lowestLevel": 0, "validFrom": "2026-06-01"}""";
            seeing(serviceManager, "\"7\"").body(lower).put(path).then().statusCode(412);
            seeing(serviceManager, "7").body(lower).put(path).then().statusCode(400);
            seeing(serviceManager, "\"1\"")
                    .body(lower)
                    .put(path)
                    .then()
                    .statusCode(200)
                    .body("version", is(2));
            seeing(serviceManager, "\"2\"")
                    .body(lower.replace("2026-06-01", "2026-05-01"))
                    .put(path)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("before-version"));
            practitioner
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("versions.lowestLevel", contains(0, 1))
                    .body("versions[1].validTo", equalTo("2026-06-01"))
                    .body("versions[1].conditions.cy", equalTo("Gyda chydweithiwr."));
        }

        @Test
        void is_listed_as_in_force_on_a_day_until_it_is_retired() {
            String path = "/v1/decision-rights/ASSESSMENT/HIGH";
            String token = put(serviceManager, path, """
                    {"lowestLevel": 3, "validFrom": "2026-02-01", "conditions": {"en": "In panel.", "cy": "Mewn panel."}}""").header("Consistency-Token");
            practitioner
                    .request()
                    .header("Consistency-Token", token)
                    .header("Accept-Language", "cy")
                    .get("/v1/decision-rights?on=2026-02-01&limit=200")
                    .then()
                    .statusCode(200)
                    .body(ofKind("levelLabel", "HIGH"), contains("rheolwr gwasanaeth"))
                    .body(ofKind("conditions", "HIGH"), contains("Mewn panel."));
            practitioner.get("/v1/decision-rights?on=2026-01-31").then().body(ofKind("version", "HIGH"), hasSize(0));
            practitioner.get("/v1/decision-rights?colour=red").then().statusCode(400);
            serviceManager.post(path + "/retirement", NONE).then().statusCode(428);
            token = seeing(serviceManager, "\"1\"")
                    .body("""
                            {"validTo": "2026-03-01"}""")
                    .post(path + "/retirement")
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Consistency-Token");
            practitioner
                    .request()
                    .header("Consistency-Token", token)
                    .get("/v1/decision-rights?on=2026-03-01")
                    .then()
                    .body(ofKind("version", "HIGH"), hasSize(0));
        }

        private String ofKind(String field, String tier) {
            return "items.findAll { it.kind == 'ASSESSMENT' && it.tier == '%s' }.%s".formatted(tier, field);
        }

        @Test
        void is_of_a_known_kind_tier_and_level() {
            String level = """
                    {"lowestLevel": 1}""";
            put(serviceManager, "/v1/decision-rights/WALKS/LOW", level)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unknown-code"));
            put(serviceManager, "/v1/decision-rights/PLAN/TALL", level)
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("tier"));
            put(serviceManager, "/v1/decision-rights/EMERGENCY_PROTECTION/HIGH", level)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("emergency-at-any-level"));
            put(serviceManager, "/v1/decision-rights/OTHER/LOW", level.replace("1", "6"))
                    .then()
                    .statusCode(400);
            practitioner.get("/v1/decision-rights/OTHER/HIGH").then().statusCode(404);
            seeing(serviceManager, "\"1\"")
                    .body(NONE)
                    .post("/v1/decision-rights/OTHER/HIGH/retirement")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class A_proposal {

        @Test
        void has_a_known_kind_and_tier_and_a_reason() {
            String path = decisions();
            practitioner.post(path, """
                    {"kind": "PLAN"}""").then().statusCode(400).body("violations.field", contains("rationale"));
            practitioner
                    .post(path, PROPOSAL.replace("PLAN", "WALKS"))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("kind"));
            practitioner
                    .post(path, PROPOSAL.replace("\"kind\"", "\"tier\": \"TALL\", \"kind\""))
                    .then()
                    .statusCode(422)
                    .body("violations[0].field", equalTo("tier"));
            practitioner
                    .post("/v1/cases/%s/decisions".formatted(UUID.randomUUID()), PROPOSAL)
                    .then()
                    .statusCode(404);
            new Api("analyst", "a").post(path, PROPOSAL).then().statusCode(403);
            new Api("analyst", "a").get(path).then().statusCode(403);
        }

        @Test
        void is_made_by_anyone_and_shown_with_what_was_considered() {
            Response made = adviser.post(decisions(), PROPOSAL);
            String decision = made.then().statusCode(201).extract().path("id");
            assertThat(made.header("Location")).endsWith("%s/%s".formatted(decisions(), decision));
            practitioner
                    .get(made.header("Location"))
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("status", equalTo("PROPOSED"))
                    .body("case", equalTo(theCase))
                    .body("kind", equalTo("PLAN"))
                    .body("tier", equalTo("MEDIUM"))
                    .body("requiredLevel", is(2))
                    .body("rightVersion", nullValue())
                    .body("options", contains("Weekly visits", "None"))
                    .body("rationale", equalTo("She asked for it."))
                    .body("childView", equalTo("I want Amina to come."))
                    .body("proposedBy", equalTo(adviser.worker()));
            practitioner
                    .request()
                    .header("Consistency-Token", made.header("Consistency-Token"))
                    .get(decisions())
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(decision))
                    .body("items[0].label", equalTo("Plan"));
        }

        @Test
        void is_found_under_what_it_is_about_alone() {
            String decision = practitioner.made(decisions(), PROPOSAL);
            String other = opened(child());
            practitioner
                    .get("/v1/cases/%s/decisions/%s".formatted(other, decision))
                    .then()
                    .statusCode(404);
            manager.post("/v1/cases/%s/decisions/%s/taking".formatted(other, decision), NONE)
                    .then()
                    .statusCode(404);
            manager.post("%s/%s/taking".formatted(decisions(), UUID.randomUUID()), NONE)
                    .then()
                    .statusCode(404);
            practitioner.get(decisions() + "/no-id").then().statusCode(404);
        }

        @Test
        void is_taken_at_once_within_ones_right_alone() {
            right("SUPPORT/LOW", 0);
            String taken = """
                    {"kind": "SUPPORT", "tier": "LOW", "rationale": "A bus pass.", "taken": true}""";
            String decision = practitioner.made(decisions(), taken);
            practitioner
                    .get("%s/%s".formatted(decisions(), decision))
                    .then()
                    .body("status", equalTo("TAKEN"))
                    .body("rightVersion", is(1))
                    .body("taking.level", is(0))
                    .body("taking.aboveRequired", is(false));
            adviser.post(decisions(), taken).then().statusCode(403).body("code", equalTo("beyond-right"));
        }

        @Test
        void beyond_ones_right_is_refused_in_the_readers_language_and_nothing_is_recorded() {
            right("SUPPORT/HIGH", 3);
            String taken = """
                    {"kind": "SUPPORT", "tier": "HIGH", "rationale": "x", "taken": true}""";
            practitioner
                    .request()
                    .header("Accept-Language", "cy")
                    .body(taken)
                    .post(decisions())
                    .then()
                    .statusCode(403)
                    .header("Content-Language", "cy")
                    .contentType("application/problem+json")
                    .body("code", equalTo("beyond-right"))
                    .body("right.kind", equalTo("SUPPORT"))
                    .body("right.tier", equalTo("HIGH"))
                    .body("right.lowestLevel", is(3))
                    .body("right.version", is(1))
                    .body("whoCan", contains("service-manager", "head-of-service", "panel"))
                    .body("title", equalTo("Mae angen lefel uwch ar gyfer y penderfyniad hwn"))
                    .body("detail", containsString("Risg uchel"))
                    .body("detail", containsString("rheolwr gwasanaeth, pennaeth gwasanaeth, panel"));
            practitioner
                    .post(decisions(), taken)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("High risk"))
                    .body("detail", containsString("service manager, head of service, panel"))
                    .body("detail", containsString("version 1"));
            practitioner
                    .post(decisions(), taken.replace("HIGH", "MEDIUM"))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("beyond-usual-right"))
                    .body("right.version", nullValue());
            Response proposed = practitioner.post(decisions(), PROPOSAL);
            practitioner
                    .request()
                    .header("Consistency-Token", proposed.header("Consistency-Token"))
                    .get(decisions())
                    .then()
                    .body("items", hasSize(1));
        }

        @Test
        void is_made_once_under_one_key() {
            String key = UUID.randomUUID().toString();
            String first = keyed(practitioner, key, decisions(), PROPOSAL, 201);
            assertThat(keyed(practitioner, key, decisions(), PROPOSAL, 201)).isEqualTo(first);
            keyed(practitioner, key, decisions(), PROPOSAL.replace("PLAN", "OTHER"), 422);
        }
    }

    @Nested
    class A_decision {

        private String path = "";

        @BeforeEach
        void propose() {
            path = "%s/%s".formatted(decisions(), practitioner.made(decisions(), PROPOSAL));
        }

        @Test
        void is_supported_by_others_and_taken_once() {
            practitioner.post(path + "/support", NONE).then().statusCode(403).body("code", equalTo("own-decision"));
            senior.done(path + "/support", """
                    {"reason": "I agree."}""");
            senior.done(path + "/support", NONE);
            senior.post(path + "/taking", NONE).then().statusCode(403).body("code", equalTo("beyond-usual-right"));
            manager.done(path + "/taking", """
                    {"note": "From Monday."}""");
            manager.done(path + "/taking", NONE);
            serviceManager.post(path + "/taking", NONE).then().statusCode(409).body("code", equalTo("decision-taken"));
            practitioner
                    .get(path)
                    .then()
                    .body("supportedBy", contains(senior.worker()))
                    .body("taking.note", equalTo("From Monday."))
                    .body("taking.by", equalTo(manager.worker()));
            String child = practitioner.get("/v1/cases/" + theCase).path("child");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> practitioner
                            .get("/v1/children/%s/chronology".formatted(child))
                            .then()
                            .body("items.kind", hasItem("decision-taken"))
                            .body("items.find { it.kind == 'decision-proposed' }.text", equalTo("She asked for it.")));
        }

        @Test
        void is_referred_up_and_returned() {
            practitioner.post(path + "/referral-up", NONE).then().statusCode(400);
            practitioner.post(path + "/referral-up", """
                    {"reason": "Too big.", "toLevel": 1}""").then().statusCode(422).body("code", equalTo("not-higher-up"));
            practitioner.done(path + "/referral-up", """
                    {"reason": "Too big.", "toLevel": 3}""");
            manager.post(path + "/taking", NONE).then().statusCode(403);
            manager.post(path + "/return-down", """
                    {"reason": "Yours."}""")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("beyond-right-to-return"));
            serviceManager.done(path + "/return-down", """
                    {"reason": "Yours."}""");
            serviceManager
                    .post(path + "/return-down", """
                    {"reason": "Yours."}""")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("decision-not-referred"));
            manager.done(path + "/taking", NONE);
            manager.get(path).then().body("referredUp", is(true));
        }

        @Test
        void is_overturned_and_reviewed_by_those_who_may() {
            String reason = """
                    {"reason": "New facts."}""";
            manager.post(path + "/overturn", reason).then().statusCode(409).body("code", equalTo("decision-not-taken"));
            manager.done(path + "/taking", NONE);
            manager.post(path + "/overturn", NONE).then().statusCode(400);
            senior.post(path + "/overturn", reason)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("beyond-right-to-overturn"));
            String review = """
                    {"outcome": "CONCERNS", "reason": "Too soon."}""";
            manager.post(path + "/review", review).then().statusCode(403).body("code", equalTo("own-decision"));
            senior.post(path + "/review", review).then().statusCode(403);
            serviceManager
                    .post(path + "/review", review.replace("CONCERNS", "FINE"))
                    .then()
                    .statusCode(422);
            serviceManager.done(path + "/review", review);
            serviceManager.done(path + "/overturn", reason);
            practitioner
                    .get(path)
                    .then()
                    .body("status", equalTo("OVERTURNED"))
                    .body("overturning.reason", equalTo("New facts."))
                    .body("reviews.outcome", contains("CONCERNS"));
        }

        @Test
        void changes_on_the_version_seen_where_the_caller_names_one() {
            seeing(manager, "\"4\"").body(NONE).post(path + "/taking").then().statusCode(412);
            seeing(manager, "\"1\"").body(NONE).post(path + "/taking").then().statusCode(200);
        }

        @Test
        void waits_no_longer_once_its_case_is_closed_but_what_was_done_is_told() {
            closed(manager, "{\"reason\": \"NEEDS_MET\"}", "\"1\"").then().statusCode(200);
            manager.post(path + "/taking", NONE).then().statusCode(409).body("code", equalTo("case-closed"));
            practitioner.post(decisions(), PROPOSAL).then().statusCode(409).body("code", equalTo("case-closed"));
            manager.done(path + "/taking", """
                    {"outsideRule": "Told by phone, written up late."}""");
            manager.get(path).then().body("taking.outsideRule", equalTo("case-closed"));
        }

        @Test
        void beyond_ones_right_that_has_happened_is_recorded_and_shown_to_managers() {
            manager.post(path + "/taking", """
                    {"outsideRule": "x"}""").then().statusCode(422).body("code", equalTo("within-right"));
            String token = practitioner.done(path + "/taking", """
                            {"outsideRule": "The bus was leaving."}""").extract().header("Consistency-Token");
            practitioner
                    .get(path)
                    .then()
                    .body("taking.outsideRule", equalTo("decision-right"))
                    .body("taking.outsideReason", equalTo("The bus was leaving."));
            manager.request()
                    .header("Consistency-Token", token)
                    .get("/v1/decisions?outsideRule=true&status=TAKEN&limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.case", hasItem(theCase));
            practitioner.get("/v1/decisions").then().statusCode(403);
        }

        @Test
        void of_a_panel_is_recorded_by_a_service_manager() {
            String byPanel = """
                    {"byPanel": true}""";
            manager.post(path + "/taking", byPanel).then().statusCode(403).body("code", equalTo("panel-by-manager"));
            serviceManager.done(path + "/taking", byPanel);
            serviceManager.get(path).then().body("taking.level", is(5)).body("taking.aboveRequired", is(true));
        }
    }

    @Test
    void an_emergency_is_decided_at_any_level_and_ratified() {
        String decision = practitioner.made(decisions(), """
                {"kind": "EMERGENCY_PROTECTION", "tier": "HIGH", "rationale": "She is not safe there.", "taken": true}""");
        String path = "%s/%s".formatted(decisions(), decision);
        await().atMost(PATIENCE).untilAsserted(() -> ratification("OPEN"));
        senior.post(path + "/review", """
                {"outcome": "CONFIRMED"}""").then().statusCode(403);
        manager.done(path + "/review", """
                {"outcome": "CONFIRMED"}""");
        await().atMost(PATIENCE).untilAsserted(() -> ratification("MET"));
    }

    private void ratification(String state) {
        manager.get("/v1/deadlines?limit=200")
                .then()
                .body(
                        "items.findAll { it.case == '%s' && it.rule == 'emergency-ratification' }.state"
                                .formatted(theCase),
                        contains(state));
    }

    @Nested
    class A_triage {

        private static final String ASSESSMENT = """
                {"nextActions": ["ASSESSMENT"], "rationale": "Third report."%s}""";

        @Test
        void is_a_decision_by_one_at_the_level_in_one_act_under_one_key() {
            right("TRIAGE/HIGH", 0);
            String referral = referral(child(), "IMMEDIATE");
            String key = UUID.randomUUID().toString();
            String path = "/v1/referrals/%s/triage".formatted(referral);
            String body = ASSESSMENT.formatted("");
            var first = duty.request().header("Idempotency-Key", key).body(body).post(path);
            first.then().statusCode(200);
            var again = duty.request().header("Idempotency-Key", key).body(body).post(path);
            again.then().statusCode(200).body("version", is(first.<Integer>path("version")));
            duty.done(path, body);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> duty.get("/v1/referrals/%s/decisions".formatted(referral))
                            .then()
                            .statusCode(200)
                            .body("items.kind", contains("TRIAGE"))
                            .body("items.tier", contains("HIGH"))
                            .body("items.status", contains("TAKEN"))
                            .body("items.takenLevel", contains(0)));
        }

        @Test
        void below_the_level_is_refused_and_nothing_is_recorded() {
            String referral = referral(child(), "URGENT");
            String path = "/v1/referrals/%s/triage".formatted(referral);
            senior.post(path, ASSESSMENT.formatted(""))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("beyond-usual-right"))
                    .body("right.tier", equalTo("MEDIUM"));
            adviser.post(path, ASSESSMENT.formatted("")).then().statusCode(403);
            duty.get("/v1/referrals/" + referral).then().body("status", equalTo("UNDECIDED"));
            duty.get("/v1/referrals/%s/decisions".formatted(referral)).then().body("items", hasSize(0));
            senior.done(path, ASSESSMENT.formatted(", \"outsideRule\": \"The manager could not be reached.\""));
            duty.get("/v1/referrals/" + referral).then().body("status", equalTo("TRIAGED"));
        }

        @Test
        void takes_a_proposal_that_it_names() {
            String referral = referral(child(), "URGENT");
            String path = "/v1/referrals/%s".formatted(referral);
            String proposal = practitioner.made(path + "/decisions", """
                    {"kind": "TRIAGE", "rationale": "An assessment."}""");
            String other = practitioner.made(path + "/decisions", """
                    {"kind": "SUPPORT", "rationale": "A bus pass."}""");
            manager.post(path + "/triage", naming(UUID.randomUUID().toString()))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unknown-decision"));
            manager.post(path + "/triage", naming(other))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("decision-of-other-kind"));
            manager.done(path + "/triage", naming(proposal));
            manager.done(path + "/triage", naming(proposal));
            manager.get("%s/decisions/%s".formatted(path, proposal)).then().body("status", equalTo("TAKEN"));
        }

        private String naming(String decision) {
            return ASSESSMENT.formatted(", \"decision\": \"%s\"".formatted(decision));
        }
    }

    @Nested
    class A_closure {

        private static final String NEEDS_MET = """
                {"reason": "NEEDS_MET", "outcome": "At home."%s}""";

        @Test
        void takes_a_proposal_and_guards_the_case() {
            String proposal = practitioner.made(decisions(), """
                    {"kind": "CLOSURE", "rationale": "Her needs are met."}""");
            String body = NEEDS_MET.formatted(", \"decision\": \"%s\"".formatted(proposal));
            manager.post("/v1/cases/%s/closure".formatted(theCase), body).then().statusCode(428);
            closed(manager, body, "\"9\"").then().statusCode(412);
            closed(senior, body, "\"1\"").then().statusCode(403);
            manager.get("%s/%s".formatted(decisions(), proposal)).then().body("status", equalTo("PROPOSED"));
            closed(manager, body, "\"1\"").then().statusCode(200).body("version", is(2));
            manager.get("%s/%s".formatted(decisions(), proposal)).then().body("status", equalTo("TAKEN"));
        }

        @Test
        void is_proposed_and_taken_with_the_act() {
            closed(manager, NEEDS_MET.formatted(""), "\"1\"").then().statusCode(200);
            closed(manager, NEEDS_MET.formatted(""), "\"2\"")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("case-closed"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> manager.get(decisions())
                            .then()
                            .body("items.kind", contains("CLOSURE"))
                            .body("items.status", contains("TAKEN")));
        }

        @Test
        void below_the_level_leaves_the_case_open() {
            closed(senior, NEEDS_MET.formatted(""), "\"1\"")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("beyond-usual-right"));
            manager.get("/v1/cases/" + theCase).then().header("ETag", "\"1\"").body("status", equalTo("OPEN"));
        }
    }

    @Test
    void referrals_of_the_same_child_are_linked_once_however_they_race() {
        String child = child();
        List<String> both = List.of(referral(child, "ROUTINE"), referral(child, "URGENT"));
        String unrelated = referral(child(), "ROUTINE");
        await().atMost(PATIENCE)
                .untilAsserted(() -> duty.get("/v1/children/%s/chronology".formatted(child))
                        .then()
                        .body(
                                "items.findAll { it.kind == 'referral-linked-to-earlier' }.stream",
                                contains("referral/" + both.getLast())));
        duty.get("/v1/referrals/" + both.getLast()).then().body("earlier", contains(both.getFirst()));
        duty.get("/v1/referrals/" + unrelated).then().body("earlier", hasSize(0));
        duty.get("/v1/referrals/" + both.getFirst()).then().body("earlier", not(hasItem(both.getLast())));
    }

    private Response closed(Api by, String body, String seen) {
        return seeing(by, seen).body(body).post("/v1/cases/%s/closure".formatted(theCase));
    }

    private static Response put(Api by, String path, String body) {
        return by.request().body(body).put(path);
    }

    private static RequestSpecification seeing(Api by, String version) {
        return by.request().header("If-Match", version);
    }

    private static String keyed(Api by, String key, String path, String body, int status) {
        return by.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    private void right(String kindAndTier, int level) {
        put(serviceManager, "/v1/decision-rights/" + kindAndTier, """
                {"lowestLevel": %d, "validFrom": "2026-01-01"}""".formatted(level))
                .then()
                .statusCode(200);
    }

    private String decisions() {
        return "/v1/cases/%s/decisions".formatted(theCase);
    }

    private String opened(String child) {
        return manager.made("/v1/cases", """
                {"child": "%s"}""".formatted(child));
    }

    private String referral(String child, String urgency) {
        return duty.made("/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "x", "urgency": "%s"}""".formatted(child, urgency));
    }

    /// Born on a day of their own, so that nobody takes one for another.
    private String child() {
        return duty.made(
                "/v1/children", """
                {"givenName": "Eleri", "familyName": "Penderyn", "dateOfBirth": {"date": "%s"}}""".formatted(LocalDate.parse("2012-01-01").plusDays(DAYS.incrementAndGet())));
    }

    private static Api worker(String role) {
        return new Api(role, UUID.randomUUID().toString());
    }
}
