package refocus.cases.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static refocus.cases.access.RestrictedStory.FAMILY;
import static refocus.cases.access.RestrictedStory.GIVEN;
import static refocus.cases.access.RestrictedStory.TEXT;
import static refocus.cases.access.RestrictedStory.allocating;
import static refocus.cases.access.RestrictedStory.someone;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.cases.access.ChildAccessCommand.BreakGlass;
import refocus.cases.access.ChildAccessCommand.Why;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.relay.OtherTopic;
import refocus.eventsourcing.servers.ServersResource;

/// Who sees a child's record, on which basis, from when and until when; and that it is on record.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class AccessApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger YEARS = new AtomicInteger(1995);

    private RestrictedStory story;

    @Inject
    Desks desks;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void tell() {
        story = new RestrictedStory(YEARS.incrementAndGet());
    }

    @Test
    void an_unrestricted_record_is_the_front_doors_and_the_services() {
        Api practitioner = someone("practitioner");
        practitioner
                .request()
                .header("Access-Reason", "CONSULTATION")
                .get("/v1/children/" + story.child)
                .then()
                .statusCode(200);
        seen(story.duty);
        seen(story.lead);
        practitioner
                .request()
                .header("Access-Reason", "CURIOSITY")
                .get("/v1/children/" + story.child)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
        assertThat(onRecord(practitioner, "child")).containsExactly("SERVICE CONSULTATION");
        assertThat(onRecord(story.duty, "child")).containsExactly("DUTY null");
        assertThat(onRecord(story.lead, "child")).containsExactly("ALLOCATED null");
    }

    @Test
    void a_restricted_record_is_hidden_at_once_from_all_but_those_with_a_basis_and_open_again_when_that_is_lifted() {
        Api practitioner = someone("practitioner");
        seen(practitioner);
        story.restrict();
        hidden(practitioner);
        hidden(story.duty);
        hidden(story.keeper);
        seen(story.lead);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        story.lead.get("/v1/cases").then().statusCode(200).body("items.id", hasItem(story.theCase)));
        assertThat(onRecord(practitioner, "child")).containsExactly("SERVICE null", "DENIED null");
        story.keeper.done("/v1/children/%s/restriction/lifting".formatted(story.child), "{}");
        seen(practitioner);
    }

    @Test
    void a_grant_opens_at_once_and_closes_when_it_is_taken_back() {
        story.restrict();
        Api practitioner = someone("practitioner");
        String grant = story.granted(practitioner.worker());
        seen(practitioner);
        found(practitioner, hasItem(story.child));
        story.keeper
                .get("/v1/children/%s/grants/%s".formatted(story.child, grant))
                .then()
                .statusCode(200)
                .body("worker", equalTo(practitioner.worker()));
        story.keeper
                .get("/v1/children/%s/access".formatted(story.child))
                .then()
                .statusCode(200)
                .body("restricted", equalTo(true))
                .body("reason", equalTo("STAFF_FAMILY"))
                .body("grants.worker", contains(practitioner.worker()));
        story.keeper
                .post("/v1/children/%s/grants".formatted(story.child), """
                        {"worker": "%s", "reason": "COVER"}""".formatted(story.keeper.worker()))
                .then()
                .statusCode(409)
                .body("code", equalTo("own-grant"));
        story.keeper.done("/v1/children/%s/grants/%s/revocation".formatted(story.child, grant), "{}");
        hidden(practitioner);
        found(practitioner, not(hasItem(story.child)));
        assertThat(onRecord(practitioner, "child")).containsExactly("GRANT null", "DENIED null");
    }

    @Test
    void the_manager_of_the_team_of_an_allocated_worker_sees_it() {
        Api teamManager = someone("team-manager");
        Api otherManager = someone("team-manager");
        UUID team = UUID.randomUUID();
        try (var staff = new OtherTopic(kafka, "staff")) {
            joined(staff, story.lead, team);
            joined(staff, teamManager, team);
            joined(staff, otherManager, UUID.randomUUID());
            story.restrict();
            await().atMost(PATIENCE).untilAsserted(() -> seen(teamManager));
            hidden(otherManager);
        }
        teamManager.get("/v1/cases?limit=200").then().body("items.id", hasItem(story.theCase));
        otherManager.get("/v1/cases?limit=200").then().body("items.id", not(hasItem(story.theCase)));
        assertThat(onRecord(teamManager, "child")).contains("TEAM null");
    }

    @Test
    void to_be_given_the_case_is_to_be_let_in_in_one_append_and_ends_with_the_allocation() {
        story.restrict();
        Api practitioner = someone("practitioner");
        String allocations = "/v1/cases/%s/allocations".formatted(story.theCase);
        story.manager
                .post(allocations, allocating(practitioner.worker(), "CO"))
                .then()
                .statusCode(404);
        String allocation = story.keeper.made(allocations, allocating(practitioner.worker(), "CO"));
        seen(practitioner);
        assertThat(appendedWith(allocation)).containsExactly("access-granted", "worker-allocated");
        story.keeper.done(allocations + "/" + allocation + "/end", """
                {"to": "2026-02-01"}""");
        await().atMost(PATIENCE).untilAsserted(() -> hidden(practitioner));
    }

    @Test
    void glass_is_broken_with_a_reason_for_a_day_told_to_managers_and_reviewed_by_another() {
        story.restrict();
        Api practitioner = someone("practitioner");
        String path = "/v1/children/%s/break-glass".formatted(story.child);
        practitioner.post(path, "{}").then().statusCode(400);
        String glass = practitioner.made(path, """
                {"reason": "Her mother has called from the hospital."}""");
        assertThat(practitioner.made(path, """
                {"reason": "IMMEDIATE_RISK"}""")).isEqualTo(glass);
        seen(practitioner);
        assertThat(onRecord(practitioner, "child")).containsExactly("BREAK_GLASS null");
        String alert = "items.find { it.id == '%s' }".formatted(glass);
        await().atMost(PATIENCE)
                .untilAsserted(() -> story.keeper
                        .get("/v1/access-alerts?kind=GLASS_BROKEN&unreviewed=true&limit=200")
                        .then()
                        .statusCode(200)
                        .body(alert + ".worker", equalTo(practitioner.worker()))
                        .body(alert + ".reason", equalTo("OTHER"))
                        .body(alert + ".explanation", equalTo("Her mother has called from the hospital.")));
        story.manager.get("/v1/access-alerts?limit=200").then().statusCode(200).body("items.id", not(hasItem(glass)));
        String review = path + "/" + glass + "/review";
        new Api("service-manager", practitioner.worker())
                .post(review, """
                        {"outcome": "JUSTIFIED"}""")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-glass-break"));
        practitioner.post(review, "{}").then().statusCode(403);
        story.keeper.done(review, """
                {"outcome": "JUSTIFIED", "note": "It was right."}""");
        await().atMost(PATIENCE)
                .untilAsserted(() -> story.keeper
                        .get("/v1/access-alerts?unreviewed=true&limit=200")
                        .then()
                        .body("items.id", not(hasItem(glass))));
        practitioner.get(path + "/" + glass).then().statusCode(200).body("review.note", equalTo("It was right."));
    }

    @Test
    void broken_glass_is_whole_again_after_a_day() {
        story.restrict();
        Api practitioner = someone("practitioner");
        broken(practitioner, Instant.now().minus(Duration.ofHours(24)));
        hidden(practitioner);
        Api other = someone("practitioner");
        broken(other, Instant.now().minus(Duration.ofHours(23)));
        seen(other);
    }

    @Test
    void whoever_is_near_the_child_sees_nothing_and_a_manager_is_told_that_they_asked() {
        Api near = someone("practitioner");
        String path = "/v1/children/%s/connections".formatted(story.child);
        String connection = near.made(path, """
                {"kind": "LIVES_WITH"}""");
        assertThat(near.made(path, """
                {"kind": "LIVES_WITH"}""")).isEqualTo(connection);
        hidden(near);
        found(near, not(hasItem(story.child)));
        story.manager
                .post("/v1/cases/%s/allocations".formatted(story.theCase), allocating(near.worker(), "CO"))
                .then()
                .statusCode(409)
                .body("code", equalTo("worker-connected"));
        story.restrict();
        near.post("/v1/children/%s/break-glass".formatted(story.child), """
                {"reason": "IMMEDIATE_RISK"}""")
                .then()
                .statusCode(404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> story.keeper
                        .get("/v1/access-alerts?kind=CONNECTED_ATTEMPT&limit=200")
                        .then()
                        .body(
                                "items.findAll { it.child == '%s' }.worker".formatted(story.child),
                                contains(near.worker())));
        near.post(path, """
                {"worker": "%s"}""".formatted(UUID.randomUUID())).then().statusCode(403);
    }

    @Test
    void a_match_that_may_not_be_seen_makes_the_record_and_tells_a_manager() {
        story.restrict();
        String twin = """
                {"givenName": "%s", "familyName": "%s", "dateOfBirth": {"date": "%d-06-02"}}""".formatted(GIVEN, FAMILY, YEARS.get());
        story.lead.post("/v1/children", twin).then().statusCode(409).body("candidates.id", hasItem(story.child));
        String made = story.duty.made("/v1/children", twin);
        await().atMost(PATIENCE)
                .untilAsserted(() -> story.keeper
                        .get("/v1/access-alerts?kind=POSSIBLE_DUPLICATE&limit=200")
                        .then()
                        .body("items.find { it.child == '%s' }.other".formatted(story.child), equalTo(made)));
        assertThat(onRecord(story.lead, "duplicate-candidates")).contains("ALLOCATED null");
    }

    @Test
    void what_is_shared_with_a_hidden_child_is_shown_without_the_child_and_without_the_words() {
        story.restrict();
        Api practitioner = someone("practitioner");
        practitioner
                .get("/v1/referrals/" + story.joint)
                .then()
                .statusCode(200)
                .body("children", contains(story.sibling))
                .body("text", nullValue())
                .body("earlier", hasSize(0));
        story.lead
                .get("/v1/referrals/" + story.joint)
                .then()
                .body("children", contains(story.sibling, story.child))
                .body("text", equalTo(TEXT));
        await().atMost(PATIENCE)
                .untilAsserted(() -> practitioner
                        .get("/v1/children/%s/chronology".formatted(story.sibling))
                        .then()
                        .statusCode(200)
                        .body("items.kind", hasItem("referral-received"))
                        .body("items.kind", hasItem("direct-work-held"))
                        .body("items.text", everyItem(nullValue())));
        practitioner
                .post("/v1/cases/%s/direct-work".formatted(story.siblingsCase), """
                        {"minutes": 5, "mode": "CALL", "seenAlone": true, "summary": "x",
                         "children": [{"child": "%s"}]}""".formatted(story.child))
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-child"));
    }

    @Test
    void lists_page_past_a_hidden_child_without_a_gap() {
        story.restrict();
        Api practitioner = someone("team-manager");
        var seen = new ArrayList<String>();
        String next = "";
        do {
            Response page = practitioner.get("/v1/cases?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSize(1);
            seen.addAll(ids);
            next = Optional.<String>ofNullable(page.path("next")).orElse("");
        } while (!next.isEmpty() && seen.size() < 10);
        assertThat(seen).doesNotContain(story.theCase).contains(story.siblingsCase);
    }

    @Test
    void acting_for_another_needs_the_scope() {
        Api practitioner = someone("practitioner");
        practitioner
                .request()
                .header("Act-For", story.lead.worker())
                .get("/v1/children/" + story.child)
                .then()
                .statusCode(403);
        practitioner
                .request()
                .header("Act-For", "my colleague")
                .get("/v1/children/" + story.child)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-act-for"));
    }

    @Test
    void who_acts_for_another_reads_on_that_ones_basis_and_nothing_restricted() {
        Api colleague = someone("practitioner act-for");

        readsForTheLead(colleague).statusCode(200);
        assertThat(onRecord(colleague, "child")).containsExactly("ALLOCATED null");

        story.restrict();
        readsForTheLead(colleague).statusCode(404);
        seen(story.lead);
    }

    private ValidatableResponse readsForTheLead(Api colleague) {
        return colleague
                .request()
                .header("Act-For", story.lead.worker())
                .get("/v1/children/" + story.child)
                .then();
    }

    @Test
    void another_system_of_the_council_sees_the_receipts_of_its_own_referrals_and_nothing_else() {
        Api school = new Api("system", "school-system-" + UUID.randomUUID());
        Api hospital = new Api("system", "hospital-system-" + UUID.randomUUID());
        Response sent = school.post("/v1/referrals", """
                {"children": [{"givenName": "%s", "familyName": "%s", "dateOfBirth": {"date": "%d-06-02"}}],
                 "source": "COUNCIL_SYSTEM", "reasons": ["NEGLECT"], "text": "%s", "urgency": "ROUTINE"}""".formatted(GIVEN, FAMILY, YEARS.get(), TEXT));
        sent.then().statusCode(201);
        String receipt = sent.header("Location").replaceFirst("https?://[^/]+", "");
        String referral = sent.path("id");
        school.get(receipt)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo(referral))
                .body("$", not(hasKey("children")))
                .body("$", not(hasKey("earlier")));
        hospital.get(receipt).then().statusCode(404);
        story.duty.get(receipt).then().statusCode(403);
        for (String path : List.of(
                "/v1/referrals/" + referral,
                "/v1/referrals",
                "/v1/children/" + story.child,
                "/v1/cases/" + story.theCase,
                "/v1/cases",
                "/v1/access-alerts")) {
            school.get(path).then().statusCode(403);
        }
        story.duty.done("/v1/referrals/%s/acknowledgement".formatted(referral), "{}");
        await().atMost(PATIENCE).untilAsserted(() -> school.get(receipt).then().header("ETag", "\"2\""));
    }

    private void seen(Api reader) {
        reader.get("/v1/children/" + story.child).then().statusCode(200).body("familyName", equalTo(FAMILY));
    }

    private void hidden(Api reader) {
        reader.get("/v1/children/" + story.child).then().statusCode(404).body("code", equalTo("unknown"));
    }

    private void found(Api reader, Matcher<? super List<String>> matching) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> reader.post("/v1/child-searches", """
                        {"name": "%s", "dateOfBirth": "%d-06-02"}""".formatted(FAMILY, YEARS.get()))
                        .then()
                        .statusCode(200)
                        .body("items.id", matching));
    }

    private void broken(Api by, Instant at) {
        UUID child = UUID.fromString(story.child);
        var breaking = new BreakGlass(
                child, Uuids.next(), UUID.fromString(by.worker()), new Why("COVER", Optional.empty()), at);
        var metadata = new Metadata(by.worker(), Uuids.next(), Optional.empty(), Optional.empty());
        desks.of(ChildAccess.TYPE)
                .handle(child, breaking, new Asking(Uuids.next(), Optional.empty(), Optional.empty(), at, metadata))
                .await()
                .atMost(PATIENCE);
    }

    private static void joined(OtherTopic staff, Api worker, UUID team) {
        staff.say(
                new StreamId("worker", UUID.fromString(worker.worker())),
                1,
                UUID.randomUUID(),
                "worker-joined",
                """
                {"fte": 1, "agency": false, "team": "%s", "startsOn": "2026-01-05", "checks": []}""".formatted(team));
    }

    /// What the log of accesses says of the reader and the child.
    private List<String> onRecord(Api reader, String what) {
        return query(
                "select basis || ' ' || coalesce(reason, 'null') from access_record"
                        + " where subject = $1 and actor = $2 and what = $3 order by recorded_at",
                Tuple.of(UUID.fromString(story.child), reader.worker(), what));
    }

    /// What stands in the log from the same transaction as the allocation.
    private List<String> appendedWith(String allocation) {
        return query(
                "select type from event where tx = (select tx from event where type = 'worker-allocated'"
                        + " and data ->> 'allocation' = $1) order by type",
                Tuple.of(allocation));
    }

    private List<String> query(String sql, Tuple values) {
        var found = new ArrayList<String>();
        for (Row row : pool.preparedQuery(sql)
                .execute(values)
                .toCompletionStage()
                .toCompletableFuture()
                .join()) {
            found.add(row.getString(0));
        }
        return found;
    }
}
