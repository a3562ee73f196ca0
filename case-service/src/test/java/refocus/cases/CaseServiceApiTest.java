package refocus.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// What the API takes, refuses and shows, each way in at least once.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseServiceApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Api duty = new Api("duty", UUID.randomUUID().toString());
    private final Api manager = new Api("team-manager", UUID.randomUUID().toString());
    private final Api practitioner = new Api("practitioner", UUID.randomUUID().toString());

    @Nested
    class A_child {

        @Test
        void needs_a_family_name_and_no_unknown_fields() {
            duty.post("/v1/children", """
                    {"givenName": "Nia", "dateOfBirth": {"date": "2015-06-02"}}""")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("familyName"));
            duty.post("/v1/children", """
                    {"familyName": "Probert", "shoeSize": 4, "dateOfBirth": {"date": "2015-06-02"}}""").then().statusCode(400);
            duty.post("/v1/children", "{\"familyName\": ").then().statusCode(400);
            duty.request()
                    .contentType(ContentType.TEXT)
                    .body("Nia")
                    .post("/v1/children")
                    .then()
                    .statusCode(415);
        }

        @Test
        void has_numbers_that_check_and_codes_that_are_known() {
            duty.request()
                    .header("Accept-Language", "cy")
                    .body("""
                            {"familyName": "Probert", "dateOfBirth": {"date": "2015-06-02"}, "nhsNumber": "9990000019"}""")
                    .post("/v1/children")
                    .then()
                    .statusCode(422)
                    .header("Content-Language", "cy")
                    .body("code", equalTo("check-digit"))
                    .body("title", equalTo("Nid rhif GIG yw hwnnw"))
                    .body("violations[0].field", equalTo("nhsNumber"));
            refused422("""
                    {"familyName": "Probert", "dateOfBirth": {"date": "2015-06-02"}, "sex": "YES"}""", "unknown-code");
            refused422("""
                    {"familyName": "Probert", "dateOfBirth": {"date": "2999-06-02"}}""", "in-the-future");
            refused422("""
                    {"familyName": "Probert", "dateOfBirth": {"date": "2015-06-02"},
                     "occurredAt": "2999-01-01T00:00:00Z"}""", "in-the-future");
            refused422("""
                    {"familyName": "Probert"}""", "birth-or-expected-date");
        }

        private void refused422(String body, String code) {
            duty.post("/v1/children", body).then().statusCode(422).body("code", equalTo(code));
        }

        @Test
        void is_registered_by_those_who_may() {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/v1/children")
                    .then()
                    .statusCode(401);
            new Api("analyst", "a").post("/v1/children", "{}").then().statusCode(403);
            duty.get("/v1/children/" + UUID.randomUUID()).then().statusCode(404);
            duty.get("/v1/children/no-id").then().statusCode(404);
        }

        @Test
        void is_not_recorded_twice_unless_the_caller_knows_better() {
            String body = """
                    {"givenName": "Gwenllian", "familyName": "Tudur-Parri", "dateOfBirth": {"date": "2016-03-04"}%s}""";
            String first = duty.made("/v1/children", body.formatted(""));
            String similar = """
                    {"givenName": "Gwenllïan", "familyName": "Tudur Parry", "dateOfBirth": {"date": "2016-03-04"}%s}""";
            duty.post("/v1/children", similar.formatted(""))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("likely-duplicate"))
                    .body("candidates.id", contains(first))
                    .body("candidates[0].matchedOn", contains("DATE_OF_BIRTH", "NAME"));
            String other = duty.made(
                    "/v1/children", similar.formatted(", \"confirmedNotDuplicate\": [\"%s\"]".formatted(first)));
            assertThat(other).isNotEqualTo(first);
        }

        @Test
        void with_the_same_number_is_a_likely_duplicate_whatever_the_name() {
            String first = duty.made("/v1/children", """
                    {"familyName": "Aaa", "dateOfBirth": {"date": "2013-01-01"}, "nhsNumber": "943 476 5919"}""");
            duty.post("/v1/children", """
                    {"familyName": "Zzz", "dateOfBirth": {"date": "2017-01-01"}, "nhsNumber": "9434765919"}""").then().statusCode(409).body("candidates.id", contains(first));
        }

        @Test
        void is_found_by_a_misspelt_name_and_not_by_another() {
            String child = duty.made("/v1/children", """
                    {"givenName": "Siân", "familyName": "Llewelyn-Bowen", "dateOfBirth": {"date": "2012-12-12"}}""");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> duty.post("/v1/child-searches", """
                            {"name": "sian lewelyn bowen"}""")
                            .then()
                            .statusCode(200)
                            .body("items[0].id", equalTo(child))
                            .body("items[0].givenName", equalTo("Siân"))
                            .body("items[0].dateOfBirth", equalTo("2012-12-12")));
            duty.post("/v1/child-searches", """
                    {"name": "Xqzv Wkjx"}""").then().statusCode(200).body("items", hasSize(0));
            duty.post("/v1/child-searches", "{}").then().statusCode(400);
        }

        @Test
        void is_corrected_on_the_version_seen() {
            String child = child();
            String path = "/v1/children/%s/corrections".formatted(child);
            String body = """
                    {"field": "familyName", "to": "Parry", "reason": "TYPING_ERROR"}""";
            duty.post(path, body).then().statusCode(428);
            duty.request()
                    .header("If-Match", "\"7\"")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(412);
            duty.request().header("If-Match", "7").body(body).post(path).then().statusCode(400);
            duty.request()
                    .header("If-Match", "\"1\"")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("version", is(2));
            duty.get("/v1/children/" + child).then().body("familyName", equalTo("Parry"));
        }

        @Test
        void dies_once_and_the_day_is_shown_to_who_may_see_the_record() {
            String child = child();
            String death = "/v1/children/%s/death".formatted(child);
            duty.post(death, "{\"diedOn\": \"1999-01-01\"}")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("before-birth"));
            duty.done(death, "{\"diedOn\": \"2026-03-04\"}");
            duty.get("/v1/children/" + child).then().statusCode(200).body("diedOn", equalTo("2026-03-04"));
            duty.post(death, "{}").then().statusCode(409).body("code", equalTo("death-on-record"));
        }

        @Test
        void is_registered_once_under_one_key() {
            String key = UUID.randomUUID().toString();
            String body = """
                    {"familyName": "Unwaith", "dateOfBirth": {"date": "2011-11-11"}}""";
            String first = keyed(key, body, 201);
            assertThat(keyed(key, body, 201)).isEqualTo(first);
            keyed(key, body.replace("2011", "2012"), 422);
        }

        private String keyed(String key, String body, int status) {
            return duty.request()
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/children")
                    .then()
                    .log()
                    .ifValidationFails()
                    .statusCode(status)
                    .extract()
                    .path("id");
        }
    }

    @Nested
    class A_referral {

        @Test
        void names_known_children_and_codes() {
            received(UUID.randomUUID().toString(), "SCHOOL")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unknown-child"));
            received(child(), "school")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("unknown-code"))
                    .body("violations[0].field", equalTo("source"));
        }

        @Test
        void is_triaged_once_by_those_who_may() {
            String referral = referral(child());
            String path = "/v1/referrals/%s/triage".formatted(referral);
            String assessment = """
                    {"nextActions": ["ASSESSMENT"], "rationale": "Third report."}""";
            practitioner.post(path, assessment).then().statusCode(403);
            manager.done(path, assessment);
            manager.done(path, assessment);
            manager.post(path, assessment.replace("ASSESSMENT", "EARLY_HELP"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("referral-triaged"));
            duty.get("/v1/referrals/" + referral)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("TRIAGED"))
                    .body("text", equalTo("No coat again."))
                    .body("referrer.name", equalTo("Elin Rees"))
                    .body("triage.rationale", equalTo("Third report."));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> duty.get("/v1/referrals?undecided=true&limit=200")
                            .then()
                            .body("items.id", not(hasItem(referral))));
        }

        @Test
        void sets_deadlines_that_its_sender_sees_at_once() {
            String child = child();
            var sent = received(child, "SCHOOL");
            String referral = sent.then().statusCode(201).extract().path("id");
            manager.request()
                    .header("Consistency-Token", sent.header("Consistency-Token"))
                    .get("/v1/deadlines?limit=200")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.findAll { it.referral == '%s' }.rule".formatted(referral),
                            containsInAnyOrder("next-action", "acknowledgement"));
        }

        @Test
        void of_another_council_system_brings_the_child_and_gets_a_receipt() {
            Api school = new Api("system", "school-system");
            String described = """
                    {"children": [{"givenName": "Ifan", "familyName": "Disgrifiwyd", "dateOfBirth": {"date": "2015-05-05"}}],
                     "source": "COUNCIL_SYSTEM", "reasons": ["NEGLECT"], "text": "x", "urgency": "ROUTINE"}""";
            String referral = school.made("/v1/referrals", described);
            school.get("/v1/referrals/" + referral).then().statusCode(403);
            String child = duty.get("/v1/referrals/" + referral).path("children[0]");
            duty.get("/v1/children/" + child).then().body("familyName", equalTo("Disgrifiwyd"));
            school.made("/v1/referrals", described);
            school.post("/v1/referrals", described.replace("2015-05-05", "2999-05-05"))
                    .then()
                    .statusCode(422);
            duty.post("/v1/referrals", described).then().statusCode(422).body("code", equalTo("register-child-first"));
        }

        @Test
        void is_acknowledged() {
            String referral = referral(child());
            duty.done("/v1/referrals/%s/acknowledgement".formatted(referral), """
                    {"language": "cy"}""");
            duty.get("/v1/referrals/" + referral)
                    .then()
                    .body("acknowledgedOn", equalTo(Wales.today().toString()));
        }

        private Response received(String child, String source) {
            return duty.post("/v1/referrals", """
                    {"children": ["%s"], "source": "%s", "reasons": ["NEGLECT"], "text": "x", "urgency": "ROUTINE"}""".formatted(child, source));
        }
    }

    @Nested
    class A_case {

        String theCase = "";

        @BeforeEach
        void open() {
            theCase = opened(child());
        }

        @Test
        void has_one_lead_at_a_time_and_says_who_held_it() {
            String first = allocated(practitioner.worker(), "LEAD", "2026-01-05");
            manager.post("/v1/cases/%s/allocations".formatted(theCase), allocation(duty.worker(), "LEAD", "2026-02-01"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("lead-allocated"));
            assertThat(allocated(practitioner.worker(), "LEAD", "2026-01-05")).isEqualTo(first);
            manager.get("/v1/cases/%s/allocations/%s".formatted(theCase, first))
                    .then()
                    .statusCode(200)
                    .body("from", equalTo("2026-01-05"));
            allocated(manager.worker(), "CO", "2026-01-05");
            manager.done("/v1/cases/%s/allocations/%s/end".formatted(theCase, first), """
                    {"to": "2026-02-01", "reason": "HANDOVER"}""");
            allocated(duty.worker(), "LEAD", "2026-02-01");
            practitioner
                    .get("/v1/cases/" + theCase)
                    .then()
                    .body("lead", equalTo(duty.worker()))
                    .body("allocations.worker", contains(practitioner.worker(), manager.worker(), duty.worker()))
                    .body("allocations[0].to", equalTo("2026-02-01"));
            practitioner
                    .post("/v1/cases/%s/allocations".formatted(theCase), allocation(duty.worker(), "CO", "2026-02-01"))
                    .then()
                    .statusCode(403);
        }

        @Test
        void takes_direct_work_in_four_fields_or_a_reason() {
            String path = "/v1/cases/%s/direct-work".formatted(theCase);
            practitioner.post(path, """
                    {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true}""").then().statusCode(400).body("violations[0].field", equalTo("summary"));
            practitioner.post(path, """
                    {"minutes": 5000, "mode": "IN_PERSON", "seenAlone": true, "summary": "x"}""").then().statusCode(400);
            practitioner.post(path, """
                    {"minutes": "50", "mode": "IN_PERSON", "seenAlone": true, "summary": "x"}""").then().statusCode(400);
            practitioner.post(path, """
                    {"minutes": 50, "mode": "TELEPATHY", "seenAlone": true, "summary": "x"}""").then().statusCode(422);
            practitioner.done(path, """
                    {"minutes": 50, "mode": "IN_PERSON", "seenAlone": true, "summary": "x",
                     "children": [{"child": "%s", "childView": "y"}]}""".formatted(child()));
            practitioner.done(path, """
                    {"reason": "CHILD_UNWELL", "summary": "Has a cold."}""");
            new Api("duty", "d").post(path, "{}").then().statusCode(403);
        }

        @Test
        void closes_and_opens_again_and_a_late_visit_is_marked() {
            String child = practitioner.get("/v1/cases/" + theCase).path("child");
            changed("closure", """
                    {"reason": "NEEDS_MET"}""", "\"1\"", 200);
            changed("closure", """
                    {"reason": "NEEDS_MET"}""", "\"2\"", 409);
            practitioner.done("/v1/cases/%s/direct-work".formatted(theCase), """
                    {"minutes": 20, "mode": "CALL", "seenAlone": true, "summary": "x"}""");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> practitioner
                            .get("/v1/children/%s/chronology".formatted(child))
                            .then()
                            .body("items[0].outsideRule", equalTo("case-closed")));
            changed("reopening", """
                    {"reason": "NEW_CONCERN"}""", "\"3\"", 200);
            practitioner.get("/v1/cases/" + theCase).then().body("status", equalTo("OPEN"));
        }

        @Test
        void stands_among_the_unallocated_until_somebody_leads_it() {
            await().atMost(PATIENCE).untilAsserted(() -> unallocated(hasItem(theCase)));
            allocated(practitioner.worker(), "LEAD", "2026-01-05");
            await().atMost(PATIENCE).untilAsserted(() -> unallocated(not(hasItem(theCase))));
            practitioner.get("/v1/cases").then().statusCode(200).body("items.id", hasItem(theCase));
            practitioner.get("/v1/cases?worker=" + UUID.randomUUID()).then().statusCode(403);
            manager.get("/v1/cases?status=OPEN&colour=red").then().statusCode(400);
        }

        @Test
        void is_for_a_known_child_and_its_own_referral() {
            manager.post("/v1/cases", """
                    {"child": "%s"}""".formatted(UUID.randomUUID())).then().statusCode(422);
            String referral = referral(child());
            manager.post("/v1/cases", """
                    {"child": "%s", "referral": "%s"}""".formatted(child(), referral))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("referral-of-others"));
        }

        private void unallocated(Matcher<? super List<String>> matching) {
            manager.get("/v1/cases?unallocated=true&limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", matching);
        }

        private void changed(String what, String body, String seen, int status) {
            manager.request()
                    .header("If-Match", seen)
                    .body(body)
                    .post("/v1/cases/%s/%s".formatted(theCase, what))
                    .then()
                    .statusCode(status);
        }

        private String allocated(String worker, String role, String from) {
            return manager.made("/v1/cases/%s/allocations".formatted(theCase), allocation(worker, role, from));
        }

        private String allocation(String worker, String role, String from) {
            return """
                    {"worker": "%s", "role": "%s", "from": "%s", "reason": "NEW_CASE"}""".formatted(worker, role, from);
        }
    }

    @Nested
    class A_worker {

        @Test
        void logs_a_week_in_one_call_and_no_day_beyond_its_hours() {
            LocalDate day = Wales.today().minusDays(7);
            practitioner.done("/v1/work-time", entries(entry(day, 90), entry(day.plusDays(1), 60)));
            practitioner
                    .post("/v1/work-time", entries(entry(day, 1351)))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("day-over-24-hours"));
            practitioner
                    .post("/v1/work-time", entries(entry(Wales.today().plusDays(1), 10)))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("in-the-future"));
            practitioner.post("/v1/work-time", entries()).then().statusCode(400);
        }

        @Test
        void has_sessions_counted_in_the_day() {
            practitioner.done("/v1/cases/%s/direct-work".formatted(opened(child())), """
                    {"minutes": 600, "mode": "IN_PERSON", "seenAlone": true, "summary": "A day out."}""");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> practitioner
                            .post("/v1/work-time", entries(entry(Wales.today(), 900)))
                            .then()
                            .statusCode(422));
        }

        private String entries(String... entries) {
            return "{\"entries\": [%s]}".formatted(String.join(", ", entries));
        }

        private String entry(LocalDate date, int minutes) {
            return """
                    {"date": "%s", "category": "RECORDING", "minutes": %d}""".formatted(date, minutes);
        }
    }

    @Test
    void lists_are_paged_to_their_end() {
        for (int i = 0; i < 3; i++) {
            opened(child());
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(manager.get("/v1/cases?limit=200").<List<?>>path("items"))
                                .hasSizeGreaterThanOrEqualTo(3));
        int seen = 0;
        String next = "";
        do {
            var page = manager.get("/v1/cases?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            seen += page.<List<?>>path("items").size();
            next = page.path("next") == null ? "" : page.path("next");
        } while (!next.isEmpty());
        assertThat(seen).isGreaterThanOrEqualTo(3);
        manager.get("/v1/deadlines?limit=1").then().statusCode(200);
        manager.get("/v1/cases?after=%21").then().statusCode(400);
    }

    @Test
    void codes_are_told_in_the_readers_language() {
        given().header("Accept-Language", "cy-GB")
                .get("/v1/code-sets/urgency")
                .then()
                .statusCode(200)
                .body("title", equalTo("Brys"))
                .body("codes[0].label", equalTo("Arferol"));
        given().get("/v1/code-sets/urgency").then().body("codes[0].label", equalTo("Routine"));
        given().get("/v1/code-sets").then().body("items.name", hasItem("referral-source"));
        given().get("/v1/code-sets/none").then().statusCode(404).body("items", nullValue());
    }

    /// Born on a day of their own, so that nobody takes one for another.
    private String child() {
        return duty.made("/v1/children", """
                {"givenName": "Mair", "familyName": "Rhydderch", "dateOfBirth": {"date": "%s"}}""".formatted(day()));
    }

    private String referral(String child) {
        return duty.made("/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "No coat again.",
                 "urgency": "ROUTINE", "referrer": {"name": "Elin Rees", "language": "cy"}}""".formatted(child));
    }

    private String opened(String child) {
        return manager.made("/v1/cases", """
                {"child": "%s"}""".formatted(child));
    }

    private static LocalDate day() {
        return LocalDate.parse("2010-01-01").plusDays(DAYS.incrementAndGet());
    }
}
