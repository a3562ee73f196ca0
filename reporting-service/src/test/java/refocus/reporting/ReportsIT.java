package refocus.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.http.ConsistencyToken;
import refocus.eventsourcing.relay.OtherTopic;
import refocus.eventsourcing.servers.ServersResource;

/// The flow from case-service's topic to a figure: real Kafka, real PostgreSQL, real tokens, over HTTP.
///
/// Each test speaks of a year of its own, so that none sees another's figures.
@QuarkusTest
@WithTestResource(
        value = ServersResource.class,
        initArgs = {@ResourceArg(name = "service", value = "reporting"), @ResourceArg(name = "keys", value = "false")})
class ReportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private OtherTopic topic;
    private OtherTopic feedback;

    @BeforeEach
    void open() {
        topic = new OtherTopic(kafka, "case");
        feedback = new OtherTopic(kafka, "feedback");
    }

    @AfterEach
    void close() {
        topic.close();
        feedback.close();
    }

    @Test
    void a_session_and_logged_time_become_a_share() {
        UUID worker = UUID.randomUUID();
        held(worker, UUID.randomUUID(), "2020-10-06", 50);
        logged(worker, "2020-10-07", 150);
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "direct-work-share?from=2020-10-01&to=2020-12-01&by=month")
                        .body("total.denominator", equalTo(200)));
        report("analyst", "direct-work-share?from=2020-10-01&to=2020-12-01&by=month")
                .body("report", equalTo("direct-work-share"))
                .body("version", equalTo(1))
                .body("from", equalTo("2020-10-01"))
                .body("to", equalTo("2020-12-01"))
                .body("by", equalTo("month"))
                .body("$", hasKey("asOf"))
                .body("asOf", nullValue())
                .body("completeThrough", notNullValue())
                .body("items", hasSize(2))
                .body("items[0].key", equalTo("2020-10"))
                .body("items[0].numerator", equalTo(50))
                .body("items[0].denominator", equalTo(200))
                .body("items[0].value", equalTo(25.0f))
                .body("items[0]", hasKey("coverage"))
                .body("items[0].coverage", nullValue())
                .body("items[1].key", equalTo("2020-11"))
                .body("items[1].numerator", equalTo(0))
                .body("items[1].value", nullValue())
                .body("total.numerator", equalTo(50))
                .body("total.value", equalTo(25.0f));
    }

    @Test
    void what_staff_and_recruitment_say_becomes_figures_of_people() {
        UUID worker = UUID.randomUUID();
        var hire = new StreamId("application", UUID.randomUUID());
        var file = new StreamId("case", UUID.randomUUID());
        var need = new StreamId("support-need", UUID.randomUUID());
        try (var staff = new OtherTopic(kafka, "staff");
                var recruitment = new OtherTopic(kafka, "recruitment")) {
            staff.say(new StreamId("worker", worker), "worker-joined", """
                    {"role":"practitioner","fte":0.8,"agency":false,"startsOn":"2017-01-09","checks":[],
                     "application":"%s"}""".formatted(hire.id()));
            staff.say(new StreamId("worker", worker), "worker-named", "{}");
            staff.say(new StreamId("establishment", UUID.randomUUID()), "establishment-set", """
                    {"team":"%s","role":"practitioner","fte":2,"from":"2017-01-01"}""".formatted(
                            UUID.randomUUID()));
            staff.say(need, "support-need-raised", """
                    {"worker":"%s","theme":"TOOL","urgency":"SOON","raisedOn":"2017-01-10"}""".formatted(worker));
            recruitment.say(hire, "application-started", """
                    {"vacancy":"%s","candidate":"%s","startedOn":"2017-01-02"}""".formatted(UUID.randomUUID(), UUID.randomUUID()));
            recruitment.say(hire, "hire-confirmed", """
                    {"startsOn":"2017-01-09","checks":[{"kind":"IDENTITY"}],"earlyStart":false}""");
        }
        topic.say(file, "case-opened", """
                {"child":"%s","openedOn":"2017-01-10"}""".formatted(UUID.randomUUID()));
        topic.say(file, "worker-allocated", """
                {"allocation":"%s","worker":"%s","role":"LEAD","from":"2017-01-11","points":2.5}""".formatted(UUID.randomUUID(), worker));
        String january = "?from=2017-01-01&to=2017-02-01";
        await().atMost(PATIENCE).untilAsserted(() -> {
            report("analyst", "workforce" + january)
                    .body("total.numerator", equalTo(0.8f))
                    .body("total.denominator", equalTo(2))
                    .body("total.value", equalTo(40.0f))
                    .body("total.vacantFte", equalTo(1.2f));
            report("analyst", "caseload" + january)
                    .body("total.numerator", equalTo(1))
                    .body("total.value", equalTo(1.3f))
                    .body("total.points", equalTo(2.5f));
            report("analyst", "support-loop" + january).body("total.open", equalTo(1));
            report("analyst", "safe-starts" + january).body("total.numerator", equalTo(1));
            report("analyst", "recruitment-funnel" + january)
                    .body("total.numerator", equalTo(1))
                    .body("total.kept12", equalTo(1))
                    .body("total.due12", equalTo(1));
        });
        for (String report :
                java.util.List.of("caseload", "recruitment-funnel", "safe-starts", "support-loop", "workforce")) {
            asking("team-manager")
                    .get("/v1/reports/%s/events%s".formatted(report, january))
                    .then()
                    .statusCode(200)
                    .body("items.size()", greaterThan(0));
            asking("analyst")
                    .get("/v1/reports/%s/csv-definition".formatted(report))
                    .then()
                    .statusCode(200);
        }
        report("barrier-owner", "workforce" + january)
                .body("total.numerator", nullValue())
                .body("total.suppressed", equalTo(true));
        // Figures of staff and applicants are HR's own work; those of children are not.
        report("hr-officer", "workforce" + january).body("total.numerator", equalTo(0.8f));
        report("recruiter", "safe-starts" + january).body("total.numerator", equalTo(1));
        report("recruiter", "workforce" + january).body("total.suppressed", equalTo(true));
        report("hr-officer", "caseload" + january).body("total.suppressed", equalTo(true));
    }

    @Test
    void a_reader_with_a_token_sees_its_own_change() {
        UUID worker = UUID.randomUUID();
        var file = new StreamId("case", UUID.randomUUID());
        for (int times = 1; times <= 5; times++) {
            long version = topic.say(file, "direct-work-held", session(worker, UUID.randomUUID(), "2021-03-02", 10));
            asking("analyst")
                    .header("Consistency-Token", new ConsistencyToken("case", file, version).toString())
                    .get("/v1/reports/direct-work-share?from=2021-03-01&to=2021-04-01")
                    .then()
                    .statusCode(200)
                    .body("total.numerator", equalTo(10 * times))
                    .body("items", hasSize(0));
        }
    }

    @Test
    void a_token_for_what_never_comes_is_told_after_two_seconds() {
        var nowhere = new StreamId("case", UUID.randomUUID());
        asking("analyst")
                .header("Consistency-Token", new ConsistencyToken("case", nowhere, 1).toString())
                .get("/v1/reports/children-seen?from=2021-03-01&to=2021-04-01")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        asking("analyst")
                .header("Consistency-Token", new ConsistencyToken("feedback", nowhere, 1).toString())
                .get("/v1/reports/children-seen?from=2021-03-01&to=2021-04-01")
                .then()
                .statusCode(200);
        asking("analyst")
                .header("Consistency-Token", "not one of ours")
                .get("/v1/reports/children-seen?from=2021-03-01&to=2021-04-01")
                .then()
                .statusCode(400);
    }

    @Test
    void csv_has_the_same_columns_and_its_definition_beside_it() {
        due("2022-05-10", true);
        due("2022-05-11", false);
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "referral-timeliness?from=2022-05-01&to=2022-06-01")
                        .body("total.denominator", equalTo(2)));
        String csv = asking("analyst")
                .accept("text/csv")
                .get("/v1/reports/referral-timeliness?from=2022-05-01&to=2022-06-01&by=month")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Link", containsString("</v1/reports/referral-timeliness/csv-definition>"))
                .extract()
                .asString();
        assertThat(csv)
                .isEqualTo("key,numerator,denominator,value,undecided,suppressed\r\n"
                        + "2022-05,1,2,50.0,1,false\r\n"
                        + "total,1,2,50.0,1,false\r\n");
        asking("analyst")
                .get("/v1/reports/referral-timeliness/csv-definition")
                .then()
                .statusCode(200)
                .body("'@context'", equalTo("http://www.w3.org/ns/csvw"))
                .body(
                        "tableSchema.columns.name",
                        equalTo(java.util.List.of(
                                "key", "numerator", "denominator", "value", "undecided", "suppressed")))
                .body("'dc:title'.'@language'", hasItems("en", "cy"));
    }

    @Test
    void readers_outside_the_service_do_not_see_small_counts() {
        due("2023-05-10", true);
        due("2023-05-11", true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "referral-timeliness?from=2023-05-01&to=2023-06-01")
                        .body("total.denominator", equalTo(2)));
        report("barrier-owner", "referral-timeliness?from=2023-05-01&to=2023-06-01")
                .body("total.numerator", nullValue())
                .body("total.denominator", nullValue())
                .body("total.value", nullValue())
                .body("total.suppressed", equalTo(true));
        String csv = asking("barrier-owner")
                .accept("text/csv")
                .get("/v1/reports/referral-timeliness?from=2023-05-01&to=2023-06-01")
                .asString();
        assertThat(csv).endsWith("total,*,*,*,*,true\r\n");
    }

    @Test
    void the_events_behind_a_figure_are_named_page_by_page() {
        due("2024-05-10", true);
        due("2024-05-13", true);
        String path = "/v1/reports/referral-timeliness/events?from=2024-05-01&to=2024-06-01&limit=3";
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "referral-timeliness?from=2024-05-01&to=2024-06-01")
                        .body("total.numerator", equalTo(2)));
        String next = asking("analyst")
                .get(path)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].stream", startsWith("deadline/"))
                .body("items[0].type", equalTo("deadline-set"))
                .body("items[0].counts", equalTo(java.util.List.of("denominator")))
                .extract()
                .path("next");
        asking("analyst")
                .get(path + "&after=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("$", org.hamcrest.Matchers.not(hasKey("next")));
        asking("practitioner").get(path).then().statusCode(403);
    }

    @Test
    void the_events_of_a_child_whose_record_is_restricted_are_counted_and_not_shown() {
        UUID child = UUID.randomUUID();
        due("2024-08-12", true);
        topic.say(new StreamId("deadline", UUID.randomUUID()), "deadline-set", """
                {"rule":"next-action","ruleVersion":1,"dueOn":"2024-08-13","children":["%s"]}""".formatted(child));
        topic.say(new StreamId("child-access", child), "access-restricted", "{\"reason\":\"STAFF_FAMILY\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> asking("analyst")
                        .get("/v1/reports/referral-timeliness/events?from=2024-08-01&to=2024-09-01")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("withheld", equalTo(1)));
        report("analyst", "referral-timeliness?from=2024-08-01&to=2024-09-01").body("total.denominator", equalTo(2));
        topic.say(new StreamId("child-access", child), "access-lifted", "{}");
    }

    @Test
    void as_of_a_moment_before_it_was_recorded_it_is_not_there() {
        String before = Instant.now().minus(1, ChronoUnit.HOURS).toString();
        UUID worker = UUID.randomUUID();
        held(worker, UUID.randomUUID(), "2019-10-06", 50);
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "direct-work-share?from=2019-10-01&to=2019-11-01")
                        .body("total.numerator", equalTo(50)));
        report("analyst", "direct-work-share?from=2019-10-01&to=2019-11-01&asOf=" + before)
                .body("asOf", equalTo(before))
                .body("total.numerator", equalTo(0));
    }

    @Test
    void as_of_a_moment_that_is_not_complete_is_told_to_wait() {
        topic.watermark();
        asking("analyst")
                .get("/v1/reports/children-seen?from=2021-03-01&to=2021-04-01&asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json")
                .body("code", equalTo("not-complete-yet"));
    }

    @Test
    void an_event_nobody_knows_parks_its_stream_and_operators_see_it() {
        var strange = new StreamId("case", UUID.randomUUID());
        topic.say(strange, "case-teleported", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> asking("system")
                        .get("/v1/operations/projections/children_seen/parked")
                        .then()
                        .statusCode(200)
                        .body("items.stream", hasItems(strange.toString())));
        asking("system")
                .get("/v1/operations/projections")
                .then()
                .statusCode(200)
                .body(
                        "items.projection",
                        hasItems(
                                "allocations",
                                "children_seen",
                                "contracts",
                                "direct_work",
                                "recruitment",
                                "referral_triage",
                                "support_needs"));
        asking("analyst").get("/v1/operations/projections").then().statusCode(403);
    }

    @Test
    void a_rebuild_leaves_the_figures_as_they_are() {
        UUID worker = UUID.randomUUID();
        held(worker, UUID.randomUUID(), "2018-10-09", 30);
        held(worker, UUID.randomUUID(), "2018-10-10", 40);
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", "direct-work-share?from=2018-10-01&to=2018-11-01")
                        .body("total.numerator", equalTo(70)));
        asking("system")
                .contentType("application/json")
                .body("{\"reason\":\"a test\"}")
                .post("/v1/operations/projections/direct_work/rebuild")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE).untilAsserted(() -> {
            report("analyst", "direct-work-share?from=2018-10-01&to=2018-11-01").body("total.numerator", equalTo(70));
            asking("system")
                    .get("/v1/operations/projections")
                    .then()
                    .body("items.findAll { it.projection == 'direct_work' }.build", equalTo(java.util.List.of(2)));
        });
        report("analyst", "direct-work-share?from=2018-10-01&to=2018-11-01").body("total.numerator", equalTo(70));
    }

    @Test
    void figures_are_the_same_before_and_after_a_child_is_erased() {
        UUID worker = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        var file = new StreamId("case", UUID.randomUUID());
        topic.say(new StreamId("child", child), "child-record-created", "{\"unborn\":false,\"birthYear\":1990}");
        topic.say(file, "case-opened", "{\"child\":\"%s\",\"openedOn\":\"2016-05-10\"}".formatted(child));
        topic.say(file, "worker-allocated", """
                {"allocation":"%s","worker":"%s","role":"LEAD","from":"2016-05-10","points":1}""".formatted(UUID.randomUUID(), worker));
        topic.say(file, "direct-work-held", session(worker, child, "2016-05-12", 50));
        long closed = topic.say(file, "case-closed", """
                {"child":"%s","closedOn":"2016-05-30"}""".formatted(child));
        var questions = java.util.List.of("caseload", "children-seen", "direct-work-share");
        var before = questions.stream()
                .map(report -> mayIn2016(report, file, closed))
                .toList();
        report("analyst", "children-seen?from=2016-05-01&to=2016-06-01").body("total.numerator", equalTo(1));

        var keeping = new StreamId("record-keeping", child);
        topic.say(keeping, "erasure-ordered", """
                {"erasure":"%s","reason":"SUBJECT_ASKED","orderedOn":"2026-11-02"}""".formatted(UUID.randomUUID()));
        long erased = topic.say(keeping, "personal-data-erased", """
                {"erasure":"%s","looked":[],"erasedOn":"2026-11-02"}""".formatted(UUID.randomUUID()));
        assertThat(questions.stream()
                        .map(report -> mayIn2016(report, keeping, erased))
                        .toList())
                .isEqualTo(before);
    }

    @Test
    void barriers_are_grouped_by_department_where_the_report_says_so() {
        raised("ICT", "2019-03-04");
        raised("HR", "2019-03-05");
        raised("ICT", "2019-03-06");
        String question = "barriers?from=2019-03-01&to=2019-04-01&by=";
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("analyst", question + "department").body("total.denominator", equalTo(3)));
        report("analyst", question + "department")
                .body("by", equalTo("department"))
                .body("items.key", equalTo(java.util.List.of("HR", "ICT")))
                .body("items.denominator", equalTo(java.util.List.of(1, 2)))
                .body("items.upTo20", equalTo(java.util.List.of(1, 2)))
                .body("items[0].medianDays", nullValue());
        report("barrier-owner", question + "department")
                .body("items.denominator", equalTo(java.util.Arrays.asList(null, null)))
                .body("total.suppressed", equalTo(true));
        asking("analyst")
                .get("/v1/reports/" + question + "kind")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-grouping"));
    }

    @Test
    void what_fewer_than_five_said_of_morale_is_told_to_nobody() {
        survey("2019-05-10", "{\"invited\":9,\"overall\":[{\"question\":\"heard\"}],\"groups\":[]}");
        survey("2019-06-10", """
                {"invited":9,"responses":6,"overall":[{"question":"heard","responses":6,"value":62.5}],"groups":[]}""");
        String question = "morale?from=2019-05-01&to=2019-07-01&by=month";
        await().atMost(PATIENCE)
                .untilAsserted(() -> report("head-of-service", question).body("total.surveys", equalTo(2)));
        report("head-of-service", question)
                .body("items[0].value", nullValue())
                .body("items[0].denominator", nullValue())
                .body("items[0].suppressed", equalTo(true))
                .body("items[1].value", equalTo(62.5f))
                .body("items[1].denominator", equalTo(6))
                .body("items[1].responseRate", equalTo(66.7f))
                .body("total.withheld", equalTo(1));
    }

    @Nested
    class The_catalogue {

        @Test
        void is_in_the_readers_language() {
            asking("analyst")
                    .header("Accept-Language", "cy")
                    .get("/v1/reports")
                    .then()
                    .statusCode(200)
                    .header("Content-Language", "cy")
                    .body(
                            "items.name",
                            hasItems("barriers", "children-seen", "direct-work-share", "front-line-decisions"))
                    .body("items.find { it.name == 'children-seen' }.title", equalTo("Plant a welwyd"))
                    .body(
                            "items.find { it.name == 'children-seen' }.groupings",
                            equalTo(java.util.List.of("month", "quarter", "year", "financial-year")))
                    .body("items.find { it.name == 'barriers' }.groupings", hasItems("month", "department", "level"))
                    .body("items.version", org.hamcrest.Matchers.everyItem(equalTo(1)));
            asking("analyst")
                    .get("/v1/reports")
                    .then()
                    .body("items.find { it.name == 'children-seen' }.title", equalTo("Children seen"));
        }

        @Test
        void has_pages() {
            java.util.List<String> names = asking("analyst").get("/v1/reports").path("items.name");
            String next = asking("analyst")
                    .get("/v1/reports?limit=5")
                    .then()
                    .body("items.name", equalTo(names.subList(0, 5)))
                    .extract()
                    .path("next");
            asking("analyst")
                    .get("/v1/reports?limit=5&after=" + next)
                    .then()
                    .body("items.name", equalTo(names.subList(5, 10)));
        }
    }

    @Nested
    class A_bad_question {

        @Test
        void about_no_report_is_404() {
            refused(404, "no-such-report?from=2021-03-01&to=2021-04-01", "unknown");
            refused(404, "no-such-report/csv-definition", "unknown");
            refused(404, "no-such-report/events?from=2021-03-01&to=2021-04-01", "unknown");
        }

        @Test
        void malformed_is_400() {
            refused(400, "children-seen", "malformed-date");
            refused(400, "children-seen?from=2021-03-01", "malformed-date");
            refused(400, "children-seen?from=yesterday&to=2021-04-01", "malformed-date");
            refused(400, "children-seen?from=2021-02-30&to=2021-04-01", "malformed-date");
            refused(400, "children-seen?from=2021-03-01&to=2021-04-01&by=worker", "unknown-grouping");
            refused(400, "children-seen?from=2021-03-01&to=2021-04-01&asOf=2021-04-01", "malformed-moment");
            refused(400, "children-seen?from=2021-03-01&to=2021-04-01&structure=later", "unknown-structure");
            refused(400, "children-seen?from=2021-03-01&to=2021-04-01&team=north", "unknown-filter");
        }

        @Test
        void impossible_is_422() {
            refused(422, "children-seen?from=2021-04-01&to=2021-03-01", "empty-period");
            refused(422, "children-seen?from=2021-04-01&to=2021-04-01", "empty-period");
            refused(422, "children-seen?from=1900-01-01&to=2199-01-01&by=month", "too-many-parts");
        }

        @Test
        void is_answered_in_welsh_too() {
            asking("analyst")
                    .header("Accept-Language", "cy")
                    .get("/v1/reports/children-seen?from=2021-04-01&to=2021-03-01")
                    .then()
                    .statusCode(422)
                    .header("Content-Language", "cy")
                    .body("title", equalTo("Does dim diwrnodau yn y cyfnod"))
                    .body("violations[0].field", equalTo("to"));
        }

        @Test
        void from_nobody_is_401_and_from_those_who_may_not_403() {
            given().get("/v1/reports").then().statusCode(401);
            asking("business-support").get("/v1/reports").then().statusCode(403);
            asking("auditor")
                    .get("/v1/reports/children-seen?from=2021-03-01&to=2021-04-01")
                    .then()
                    .statusCode(403);
        }

        private void refused(int status, String question, String code) {
            asking("analyst")
                    .get("/v1/reports/" + question)
                    .then()
                    .statusCode(status)
                    .contentType("application/problem+json")
                    .body("code", equalTo(code));
        }
    }

    private ValidatableResponse report(String role, String question) {
        return asking(role).get("/v1/reports/" + question).then().statusCode(200);
    }

    /// What a report says once it has heard of an event.
    private Map<String, Object> mayIn2016(String report, StreamId stream, long version) {
        return asking("analyst")
                .header("Consistency-Token", new ConsistencyToken("case", stream, version).toString())
                .get("/v1/reports/%s?from=2016-05-01&to=2016-06-01".formatted(report))
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private RequestSpecification asking(String role) {
        String token = given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", role)
                .post(issuer + "/token")
                .path("access_token");
        return given().auth().oauth2(token);
    }

    private void held(UUID worker, UUID child, String day, int minutes) {
        topic.say(new StreamId("case", UUID.randomUUID()), "direct-work-held", session(worker, child, day, minutes));
    }

    private static String session(UUID worker, UUID child, String day, int minutes) {
        return """
                {"child":"%2$s","workers":["%1$s"],"heldOn":"%3$s","minutes":%4$d,"mode":"IN_PERSON","seenAlone":true,
                 "summary":"a sealed text","children":[{"child":"%2$s","seen":true,"seenAlone":true}]}""".formatted(worker, child, day, minutes);
    }

    private void logged(UUID worker, String day, int minutes) {
        topic.say(new StreamId("work-day", UUID.randomUUID()), "work-time-logged", """
                {"worker":"%s","date":"%s","category":"RECORDING","minutes":%d}""".formatted(worker, day, minutes));
    }

    private void raised(String department, String day) {
        feedback.say(new StreamId("barrier", UUID.randomUUID()), "barrier-raised", """
                {"raisedBy":"%s","department":"%s","what":"a sealed text","raisedOn":"%s"}""".formatted(
                        UUID.randomUUID(), department, day));
    }

    private void survey(String closedOn, String result) {
        var survey = new StreamId("survey", UUID.randomUUID());
        feedback.say(survey, "survey-designed", """
                {"titleEn":"Pulse","titleCy":"Curiad","designedOn":"2019-05-01",
                 "questions":[{"id":"heard","en":"I am heard.","cy":"Caf fy nghlywed.","kind":"SCALE","scale":5}]}""");
        feedback.say(survey, "survey-closed", "{\"closedOn\":\"%s\"}".formatted(closedOn));
        feedback.say(survey, "survey-result-published", result);
    }

    private void due(String day, boolean triaged) {
        var deadline = new StreamId("deadline", UUID.randomUUID());
        topic.say(deadline, "deadline-set", """
                {"rule":"next-action","ruleVersion":1,"dueOn":"%s"}""".formatted(day));
        if (triaged) {
            topic.say(deadline, "deadline-met", """
                    {"rule":"next-action","dueOn":"%s","onTime":true,"recordedLate":false}""".formatted(day));
        }
    }
}
