package refocus.cases.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.access.RestrictedStory.allocating;
import static refocus.cases.access.RestrictedStory.someone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// Takes every operation that the API describes to everything that can mention a restricted child, and finds nothing of
/// the child: for a reader without a basis the answer is the one for ids under which nothing ever happened.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class RestrictedChildTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REVIEW = """
            {"outcome": "CONFIRMED"}""";

    /// Where a body must be more than well formed to get as far as the child.
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/v1/children/{id}/corrections", """
                    {"field": "area", "to": "W01", "reason": "TYPING_ERROR"}"""),
            Map.entry("/v1/children/{id}/death", "{}"),
            Map.entry("/v1/children/{id}/restriction", """
                    {"reason": "ADOPTION"}"""),
            Map.entry("/v1/children/{id}/restriction/lifting", "{}"),
            Map.entry("/v1/children/{id}/grants", """
                    {"worker": "00000000-0000-7000-8000-000000000001", "reason": "COVER"}"""),
            Map.entry("/v1/children/{id}/grants/{gid}/revocation", "{}"),
            Map.entry("/v1/children/{id}/break-glass", """
                    {"reason": "IMMEDIATE_RISK"}"""),
            Map.entry("/v1/children/{id}/break-glass/{gid}/review", """
                    {"outcome": "JUSTIFIED"}"""),
            Map.entry("/v1/children/{id}/connections", """
                    {"worker": "00000000-0000-7000-8000-000000000001"}"""),
            Map.entry("/v1/cases", """
                    {"child": "CHILD"}"""),
            Map.entry("/v1/cases/{id}/allocations", allocating(new UUID(7, 7).toString(), "CO")),
            Map.entry("/v1/cases/{id}/allocations/{aid}/end", """
                    {"to": "2026-11-02"}"""),
            Map.entry("/v1/cases/{id}/closure", """
                    {"reason": "NEEDS_MET"}"""),
            Map.entry("/v1/cases/{id}/reopening", """
                    {"reason": "NEW_CONCERN"}"""),
            Map.entry("/v1/cases/{id}/direct-work", """
                    {"minutes": 5, "mode": "CALL", "seenAlone": true, "summary": "x"}"""),
            Map.entry("/v1/cases/{id}/notes", """
                    {"with": "SCHOOL", "summary": "x"}"""),
            Map.entry("/v1/referrals", """
                    {"children": ["CHILD"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "x",
                     "urgency": "ROUTINE"}"""),
            Map.entry("/v1/cases/{id}/decisions", """
                    {"kind": "PLAN", "rationale": "x"}"""),
            Map.entry("/v1/referrals/{id}/decisions", """
                    {"kind": "PLAN", "rationale": "x"}"""),
            Map.entry("/v1/cases/{id}/decisions/{did}/taking", "{}"),
            Map.entry("/v1/referrals/{id}/decisions/{did}/taking", "{}"),
            Map.entry("/v1/cases/{id}/decisions/{did}/review", REVIEW),
            Map.entry("/v1/referrals/{id}/decisions/{did}/review", REVIEW),
            Map.entry("/v1/referrals/{id}/acknowledgement", "{}"),
            Map.entry("/v1/referrals/{id}/triage", """
                    {"nextActions": ["ASSESSMENT"], "rationale": "x"}"""),
            Map.entry("/v1/child-searches", """
                    {"name": "Melangell Dirgelwch-Nant", "dateOfBirth": "2012-06-02"}"""));

    @Test
    void is_nowhere_for_a_reader_without_a_basis_and_an_attempt_finds_what_an_unknown_id_finds() throws Exception {
        var story = new RestrictedStory("Melangell", "Dirgelwch-Nant", 2012);
        String grant = granted(story);
        Api near = someone("service-manager");
        story.keeper.made("/v1/children/%s/connections".formatted(story.child), """
                {"worker": "%s", "kind": "RELATED"}""".formatted(near.worker()));
        story.restrict();
        List<Operation> operations = Operation.all(
                        JSON.readTree(given().get("/q/openapi?format=json").asString()))
                .toList();
        var found = new ArrayList<String>();
        for (Api reader : List.of(someone("duty"), someone("practitioner"), someone("team-manager"), near)) {
            operations.forEach(operation -> walk(story, reader, reader.equals(near), operation, grant, found));
        }
        assertThat(found).isEmpty();
        assertThat(operations).hasSizeGreaterThan(45);
        // The same walk finds everything for one who has a basis.
        Map<String, String> theirs = ids(story.child, story, grant);
        String all = operations.stream()
                .filter(operation -> operation.method().equals("get"))
                .map(operation -> {
                    theirs.put("id", id(operation.path(), story.child, story.theCase, story.referral));
                    return asked(story.lead, operation, theirs, story.child).asString();
                })
                .collect(Collectors.joining());
        assertThat(all).contains(story.canaries());
    }

    private static String granted(RestrictedStory story) {
        return story.granted(UUID.randomUUID().toString());
    }

    private static void walk(
            RestrictedStory story, Api reader, boolean near, Operation operation, String grant, List<String> found) {
        String path = operation.path();
        // Whoever breaks the glass is told that it broke; not so one who is too near.
        if (path.contains("operations") || operation.breaksGlass() && !near) {
            return;
        }
        Map<String, String> theirs = ids(id(path, story.child, story.theCase, story.referral), story, grant);
        Response hidden = asked(reader, operation, theirs, story.child);
        look(story, reader, operation, hidden, found);
        if (operation.names()) {
            Map<String, String> nobodys = new TreeMap<>(theirs);
            nobodys.replaceAll((_, _) -> UUID.randomUUID().toString());
            Response unknown =
                    asked(reader, operation, nobodys, UUID.randomUUID().toString());
            if (hidden.statusCode() != unknown.statusCode() || !said(hidden).equals(said(unknown))) {
                found.add("%s: %s tells the hidden from the unknown: %s | %s"
                        .formatted(reader.role(), operation, said(hidden), said(unknown)));
            }
        }
        if (operation.method().equals("get")) {
            Map<String, String> shared = ids(id(path, story.sibling, story.siblingsCase, story.joint), story, grant);
            shared.put("did", story.jointDecision);
            look(story, reader, operation, asked(reader, operation, shared, story.sibling), found);
        }
    }

    private static void look(
            RestrictedStory story, Api reader, Operation operation, Response answer, List<String> found) {
        String all = answer.asString() + answer.headers();
        story.canaries().stream()
                .filter(all::contains)
                .forEach(canary -> found.add("%s: %s shows %s: %s".formatted(reader.role(), operation, canary, all)));
    }

    private static Map<String, String> ids(String id, RestrictedStory story, String grant) {
        return new TreeMap<>(
                Map.of("id", id, "aid", story.allocation, "did", story.decision, "gid", grant, "cid", grant));
    }

    private static String id(String path, String child, String theCase, String referral) {
        if (path.startsWith("/v1/cases")) {
            return theCase;
        }
        return path.startsWith("/v1/referrals") ? referral : child;
    }

    /// An operation, and whether it is a list that can be asked for at full length.
    private record Operation(String method, String path, boolean paged) {

        static Stream<Operation> all(JsonNode api) {
            return api.path("paths").properties().stream()
                    .filter(path -> path.getKey().startsWith("/v1/"))
                    .flatMap(path -> Stream.of("get", "post", "put")
                            .filter(path.getValue()::has)
                            .map(method ->
                                    of(method, path.getKey(), path.getValue().path(method))));
        }

        private static Operation of(String method, String path, JsonNode described) {
            return new Operation(
                    method,
                    path,
                    described
                            .path("parameters")
                            .valueStream()
                            .anyMatch(one -> one.path("name").asText().equals("limit")));
        }

        boolean breaksGlass() {
            return method.equals("post") && path.equals("/v1/children/{id}/break-glass");
        }

        /// Whether the request itself says which child, case or referral it is about.
        boolean names() {
            return path.contains("{") || body("CHILD").contains("CHILD");
        }

        String body(String child) {
            return BODIES.getOrDefault(path, "{\"reason\": \"x\"}").replace("CHILD", child);
        }
    }

    private static Response asked(Api reader, Operation operation, Map<String, String> ids, String child) {
        String address = operation.path();
        for (var id : ids.entrySet()) {
            address = address.replace("{" + id.getKey() + "}", id.getValue());
        }
        address = address.replaceAll("\\{[^}]*}", "x");
        var request = reader.request().header("If-Match", "\"1\"");
        return operation.method().equals("get")
                ? request.get(operation.paged() ? address + "?limit=200" : address)
                : request.body(operation.body(child)).request(operation.method(), address);
    }

    /// The answer without what names this one occurrence.
    private static String said(Response answer) {
        try {
            JsonNode body = JSON.readTree(answer.asString());
            if (body instanceof ObjectNode problem) {
                problem.remove("instance");
            }
            return body.toString();
        } catch (IOException _) {
            return answer.asString();
        }
    }
}
