package refocus.eventsourcing.contract;

import static refocus.eventsourcing.contract.Refusals.ANY;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;

/// What a service answers to bad input, on every operation that its own description names: each refusal is a problem
/// document with its words in English and in Welsh, and nothing is recorded.
///
/// ```java
/// var walked = BadInput.of("analyst", "hr-officer", "team-manager")
///         .openTo("POST /v1/surveys/{id}/responses")
///         .walk();
/// assertThat(walked.commands()).isGreaterThan(30);
/// ```
///
/// Whoever walks says how much there is to see: a walk past nothing passes.
public final class BadInput {

    /// What was walked.
    ///
    /// @param commands operations that change something; `reads` are the others
    /// @param unknown commands that answered 404 to an id that never was
    /// @param made operations that made what they were asked to make, and whose replies were looked at
    /// @param codes fields in which a code that is none was refused
    public record Walked(int commands, int reads, int unknown, int made, Set<String> codes) {}

    private static final String UNKNOWN_ID = Filled.UNKNOWN_ID;
    private static final int MOST = 1 << 20;

    private final Api outsider;
    private final List<Api> insiders;
    private final Set<String> open;
    private final Set<String> everyones;
    private final Set<String> anyId;
    private final SoftAssertions found = new SoftAssertions();
    private final Set<String> codes = new TreeSet<>();
    private int unknown;
    private int made;

    private BadInput(Api outsider, List<Api> insiders, Set<String> open, Set<String> everyones, Set<String> anyId) {
        this.outsider = outsider;
        this.insiders = insiders;
        this.open = open;
        this.everyones = everyones;
        this.anyId = anyId;
    }

    /// @param outsider a role that may do nothing here
    /// @param insiders the roles to do it with; the first that may is taken
    public static BadInput of(String outsider, String... insiders) {
        return new BadInput(
                Api.someone(outsider), Stream.of(insiders).map(Api::someone).toList(), Set.of(), Set.of(), Set.of());
    }

    /// Operations, as in `GET /v1/code-sets`, that ask nobody who they are.
    public BadInput openTo(String... operations) {
        return new BadInput(outsider, insiders, Set.of(operations), everyones, anyId);
    }

    /// Operations for whoever has signed in.
    public BadInput everyones(String... operations) {
        return new BadInput(outsider, insiders, open, Set.of(operations), anyId);
    }

    /// Operations that have an answer for an id that never was.
    public BadInput answeringAnyId(String... operations) {
        return new BadInput(outsider, insiders, open, everyones, Set.of(operations));
    }

    public Walked walk() {
        List<Described> operations = Described.all(
                URI.create("%s:%d/q/openapi?format=json".formatted(RestAssured.baseURI, RestAssured.port)));
        List<Described> reads = operations.stream().filter(Described::reads).toList();
        List<Described> commands =
                operations.stream().filter(operation -> !operation.reads()).toList();
        long before = recorded();
        reads.forEach(this::read);
        commands.forEach(this::command);
        commands.stream().limit(1).forEach(this::tooMuch);
        found.assertThat(recorded() - before).as("events of bad input").isZero();
        commands.stream().filter(this::canBeMade).forEach(this::make);
        found.assertAll();
        return new Walked(commands.size(), reads.size(), unknown, made, Set.copyOf(codes));
    }

    /// It needs nothing that must be there before.
    private boolean canBeMade(Described operation) {
        return operation.makes() && operation.variables().isEmpty() && !open.contains(operation.toString());
    }

    private void read(Described operation) {
        var refusals = new Refusals(found, operation);
        String path = operation.at(_ -> UNKNOWN_ID);
        strangers(refusals, refusals.getting(path));
        Refusals.Sending misspelt = refusals.getting(path + "?noSuchFilter=1");
        Api caller = insider(misspelt);
        refusals.refused("an unknown filter", 400, "unknown-filter", caller::request, misspelt);
        // Within what is not there, that it is not there may be said first.
        operation
                .filters()
                .filter(filter -> operation.variables().isEmpty() && isTyped(operation, filter))
                .forEach(filter -> {
                    String mistyped =
                            "%s?%s=~".formatted(path, filter.path("name").asText());
                    refusals.refused(mistyped, 400, ANY, caller::request, refusals.getting(mistyped));
                });
        if (!operation.variables().isEmpty() && !anyId.contains(operation.toString())) {
            refusals.refused("an unknown id", 404, "unknown", caller::request, refusals.getting(path));
        }
        if (operation.variables().stream().anyMatch(operation::isId)) {
            refusals.refused(
                    "what is no id", 404, "unknown", caller::request, refusals.getting(operation.at(_ -> "x")));
        }
    }

    private static boolean isTyped(Described operation, JsonNode filter) {
        JsonNode schema = operation.actual(filter.path("schema"));
        return Set.of("after", "limit").contains(filter.path("name").asText())
                || schema.has("format")
                || schema.has("enum")
                || !Described.type(schema).equals("string");
    }

    private void command(Described operation) {
        var refusals = new Refusals(found, operation);
        String path = operation.at(_ -> UNKNOWN_ID);
        strangers(refusals, refusals.sending(path, operation.leastBody().toString()));
        Api caller = insider(refusals.sending(path, "{"));
        shape(refusals, caller, path);
        var filled = new Filled(operation, caller, refusals, codes);
        if (!open.contains(operation.toString()) && !operation.isOperators()) {
            headers(refusals, caller, filled);
        }
        if (operation.fields().has("occurredAt")) {
            refusals.refusedHavingSeen(
                    "a future moment", 422, "in-the-future", caller, filled.at("2999-01-01T00:00:00Z"));
        }
        if (!operation.variables().isEmpty() && !open.contains(operation.toString())) {
            refusals.refusedHavingSeen("an unknown id", 404, "unknown", caller, filled::send);
            unknown++;
        }
    }

    private void strangers(Refusals refusals, Refusals.Sending sending) {
        String operation = refusals.operation().toString();
        if (open.contains(operation)) {
            return;
        }
        refusals.refused("no token", 401, "not-authenticated", Api::anonymous, sending);
        if (!refusals.operation().roles().isEmpty() && !everyones.contains(operation)) {
            refusals.refused("a role that may not", 403, "not-allowed", outsider::request, sending);
        }
    }

    /// One door stands for all: the limit is the service's, not an operation's, and a mebibyte takes its time.
    private void tooMuch(Described operation) {
        var refusals = new Refusals(found, operation);
        String path = operation.at(_ -> UNKNOWN_ID);
        String body = "{\"a\":\"%s\"}".formatted("a".repeat(MOST));
        bad(refusals, insider(refusals.sending(path, "{")), "too much", 413, "too-large", path, body);
    }

    private void shape(Refusals refusals, Api caller, String path) {
        Described operation = refusals.operation();
        bad(refusals, caller, "malformed JSON", 400, "malformed-json", path, "{\"");
        bad(refusals, caller, "a list", 400, "mistyped-field", path, "[]");
        bad(refusals, caller, "an unknown field", 400, "unknown-field", path, "{\"noSuchField\":1}");
        operation.fields().fieldNames().forEachRemaining(field -> {
            var body = operation.leastBody().set(field, operation.mistyped(field));
            refusals.refusedInWelsh(
                    "a mistyped " + field,
                    400,
                    "mistyped-field",
                    () -> Refusals.seen(caller),
                    refusals.sending(path, body.toString()));
        });
        operation.required().forEach(field -> {
            var body = operation.leastBody();
            body.remove(field);
            refusals.refusedInWelsh(
                    "no " + field, 400, ANY, () -> Refusals.seen(caller), refusals.sending(path, body.toString()));
        });
        refusals.refusedHavingSeen(
                "no body", 400, "body-missing", caller, request -> request.request(operation.method(), path));
        refusals.refusedHavingSeen(
                "another media type",
                415,
                "unsupported-media-type",
                caller,
                refusals.with(request -> request.contentType(ContentType.TEXT), refusals.sending(path, "a")));
    }

    private static void bad(
            Refusals refusals, Api caller, String what, int status, String code, String path, String body) {
        refusals.refusedHavingSeen(what, status, code, caller, refusals.sending(path, body));
    }

    private static void headers(Refusals refusals, Api caller, Filled filled) {
        refusals.refused(
                "a malformed If-Match",
                400,
                "malformed-if-match",
                caller::request,
                refusals.with(request -> request.header("If-Match", "seven"), filled::send));
        refusals.refusedHavingSeen(
                "a malformed Idempotency-Key",
                400,
                "malformed-idempotency-key",
                caller,
                refusals.with(request -> request.header("Idempotency-Key", "two words"), filled::send));
    }

    /// A reply to what was made names it, and the same request under the same key makes it once.
    private void make(Described operation) {
        var refusals = new Refusals(found, operation);
        Api caller = insider(refusals.sending(operation.path(), "{"));
        var filled = new Filled(operation, caller, refusals, codes);
        String key = UUID.randomUUID().toString();
        Response first = filled.send(caller.request().header("Idempotency-Key", key));
        if (first.statusCode() == 422 || first.statusCode() == 409) {
            return; // a rule wants what no description tells; the service's own tests make it
        }
        made++;
        found.assertThat(first.statusCode())
                .as("%s: %s", operation, first.asString())
                .isEqualTo(201);
        found.assertThat(first.header("Consistency-Token"))
                .as("%s: its token", operation)
                .isNotBlank();
        found.assertThat(first.header("ETag")).as("%s: its version", operation).isNotBlank();
        String place = first.header("Location");
        Response there = insider(refusals.getting(place)).get(place);
        found.assertThat(there.statusCode())
                .as("%s: what is at %s", operation, place)
                .isEqualTo(200);
        found.assertThat(there.header("ETag"))
                .as("%s: its version at %s", operation, place)
                .isNotBlank();
        Response again = filled.send(caller.request().header("Idempotency-Key", key));
        found.assertThat(again.asString()).as("%s, once more", operation).isEqualTo(first.asString());
        refusals.refused(
                "another body under the key",
                422,
                "idempotency-key-reused",
                () -> caller.request().header("Idempotency-Key", key),
                filled.at("2026-03-02T09:11:00Z"));
    }

    private Api insider(Refusals.Sending sending) {
        return insiders.stream()
                .filter(caller -> sending.send(caller.request()).statusCode() != 403)
                .findFirst()
                .orElseGet(insiders::getFirst);
    }

    private static long recorded() {
        var config = ConfigProvider.getConfig();
        try (var database = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var rows = database.createStatement().executeQuery("select count(*) from event")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
