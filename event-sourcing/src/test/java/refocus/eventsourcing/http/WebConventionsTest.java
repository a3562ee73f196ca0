package refocus.eventsourcing.http;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import refocus.eventsourcing.contract.OpenApiContract;
import refocus.eventsourcing.servers.LocalIssuer;

/// The conventions over real HTTP, with real tokens, on a resource that is package-private as the services' are.
@QuarkusTest
@TestProfile(LibraryApp.class)
class WebConventionsTest {

    static final String A_BOOK = """
            {"title": "Y Mabinogi", "binding": "CLOTH", "shelf": {"room": "A", "row": 2}}""";
    static final String SECRET = "Nia Probert";

    static final OpenApiContract API = new OpenApiContract();

    // Read when needed: other tests in this tree have no such settings.
    final String librarian = setting("test.librarian");
    final String visitor = setting("test.visitor");

    @Nested
    class A_reply {

        @Test
        void to_a_creation_says_where_it_is_and_which_version() {
            ValidatableResponse reply =
                    librarian().body(A_BOOK).post("/v1/books").then();
            reply.statusCode(201).header("ETag", "\"1\"").body("version", equalTo(1));
            String id = reply.extract().path("id");
            assertThat(reply.extract().header("Location")).endsWith("/v1/books/" + id);
            assertThat(ConsistencyToken.fromString(reply.extract().header("Consistency-Token")))
                    .hasToString(reply.extract().header("Consistency-Token"))
                    .extracting(ConsistencyToken::service, ConsistencyToken::version)
                    .containsExactly("library", 1L);
            librarian()
                    .get("/v1/books/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"7\"")
                    .body("title", equalTo("Y Mabinogi"));
        }

        @Test
        void to_a_change_carries_the_new_version() {
            librarian()
                    .header("If-Match", "\"4\"")
                    .body("{\"room\":\"B\",\"row\":1}")
                    .put("/v1/books/" + UUID.randomUUID() + "/title")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"5\"")
                    .body("version", equalTo(5));
        }

        @Test
        void returns_the_callers_correlation_id_or_one_of_ours() {
            String correlation = UUID.randomUUID().toString();
            librarian()
                    .header("Correlation-Id", correlation)
                    .get("/v1/books")
                    .then()
                    .header("Correlation-Id", correlation);
            librarian()
                    .header("Correlation-Id", SECRET)
                    .get("/v1/books")
                    .then()
                    .header("Correlation-Id", not(containsString("Nia")));
        }
    }

    @Nested
    class A_caller {

        @Test
        void is_known_by_the_token() {
            librarian()
                    .header("Accept-Language", "cy-GB, en;q=0.5")
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .body(A_BOOK)
                    .post("/v1/books/asked")
                    .then()
                    .statusCode(200)
                    .body("actor", equalTo(LibraryApp.WORKER))
                    .body("worker", equalTo(LibraryApp.WORKER))
                    .body("roles", hasItems("librarian"))
                    .body("language", equalTo("cy"))
                    .body("traceparent", notNullValue())
                    .body("fingerprint", nullValue());
        }

        @Test
        void repeats_a_command_under_its_key() {
            Response first = asked("key-1", A_BOOK);
            Response again = asked("key-1", A_BOOK);
            Response other = asked("key-2", A_BOOK);
            Response changed = asked("key-1", A_BOOK.replace("CLOTH", "PAPER"));
            for (String same : new String[] {"command", "fingerprint", "newId"}) {
                assertThat(again.<String>path(same)).isEqualTo(first.path(same)).isNotNull();
            }
            assertThat(other.<String>path("command")).isNotEqualTo(first.path("command"));
            assertThat(other.<String>path("newId")).isNotEqualTo(first.path("newId"));
            assertThat(changed.<String>path("command")).isEqualTo(first.path("command"));
            assertThat(changed.<String>path("fingerprint")).isNotEqualTo(first.path("fingerprint"));
        }

        @Test
        void without_a_key_asks_anew_each_time_in_the_order_of_time() throws Exception {
            UUID first = UUID.fromString(
                    librarian().body(A_BOOK).post("/v1/books/asked").path("newId"));
            UUID later = UUID.fromString(
                    librarian().body(A_BOOK).post("/v1/books/asked").path("newId"));
            assertThat(first.version()).isEqualTo(7);
            assertThat(first.toString().substring(0, 13))
                    .isLessThanOrEqualTo(later.toString().substring(0, 13));
            assertThat(first).isNotEqualTo(later);
        }

        @ParameterizedTest
        @ValueSource(strings = {"with space", ""})
        void brings_a_key_of_printable_characters(String key) {
            Response reply = asked(key, A_BOOK);
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.<String>path("code")).isEqualTo("malformed-idempotency-key");
            assertThat(asked("k".repeat(201), A_BOOK).statusCode()).isEqualTo(400);
            assertThat(asked("k".repeat(200), A_BOOK).statusCode()).isEqualTo(200);
        }

        @Test
        void may_say_when_it_happened_but_not_in_the_future() {
            librarian()
                    .body(happened(Duration.ofMinutes(4)))
                    .post("/v1/books")
                    .then()
                    .statusCode(201);
            problem(librarian().body(happened(Duration.ofMinutes(6))).post("/v1/books"), 422, "in-the-future")
                    .body("violations[0].field", equalTo("occurredAt"));
        }

        @Test
        void may_name_the_version_seen_and_sometimes_must() {
            librarian()
                    .header("If-Match", "\"7\"")
                    .body(A_BOOK)
                    .post("/v1/books/asked")
                    .then()
                    .body("seen", equalTo(7));
            String book = "/v1/books/" + UUID.randomUUID();
            problem(librarian().post(book + "/burning"), 428, "if-match-needed");
            problem(librarian().body("{\"room\":\"B\",\"row\":1}").put(book + "/title"), 428, "if-match-needed");
            librarian()
                    .header("If-Match", "\"7\"")
                    .post(book + "/burning")
                    .then()
                    .statusCode(200);
            problem(librarian().header("If-Match", "7").post(book + "/burning"), 400, "malformed-if-match");
            problem(
                    librarian()
                            .header("If-Match", "W/\"7\"")
                            .body("{\"room\":\"B\",\"row\":1}")
                            .put(book + "/title"),
                    400,
                    "malformed-if-match");
        }

        private String happened(Duration ahead) {
            return A_BOOK.replaceFirst(
                    "\\{", "{\"occurredAt\":\"" + Instant.now().plus(ahead) + "\",");
        }
    }

    @Nested
    class A_body {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"title": "Nia Probert                                          | malformed-json  | -
                {"title": "x", "binding": "CLOTH"} {"title": "Nia Probert"}     | mistyped-field  | body
                {"title": "x", "title": "Nia Probert", "binding": "CLOTH"}      | malformed-json  | -
                ["Nia Probert"]                                                 | mistyped-field  | body
                "Nia Probert"                                                   | mistyped-field  | body
                null                                                            | invalid-request | book
                {"title": 7, "binding": "CLOTH"}                                | mistyped-field  | title
                {"title": "x", "binding": "Nia Probert"}                        | mistyped-field  | binding
                {"title": "x", "binding": 0}                                    | mistyped-field  | binding
                {"title": "x", "binding": "CLOTH", "colour": "Nia Probert"}     | unknown-field   | colour
                {"title": "x", "binding": "CLOTH", "Nia Probert": 1}            | unknown-field   | ?
                {"title": "x", "binding": "CLOTH", "shelf": {"room": "A"}}      | mistyped-field  | shelf.row
                {"title": "x", "binding": "CLOTH", "shelf": {"room":"A","row":"2"}} | mistyped-field | shelf.row
                {"title": "x", "binding": "CLOTH", "shelf": {"room":"A","row":2.5}} | mistyped-field | shelf.row
                {"title": "x", "binding": "CLOTH", "printedOn": "2026-02-30"}   | mistyped-field  | printedOn
                {"title": "x", "binding": "CLOTH", "printedOn": "Nia Probert"}  | mistyped-field  | printedOn
                {"title": "x", "binding": "CLOTH", "printedOn": "+12026-01-01"} | mistyped-field  | printedOn
                {"title": "Nia\\u0000Probert", "binding": "CLOTH"}              | mistyped-field  | title
                {"title": "Nia \\ud800 Probert", "binding": "CLOTH"}            | mistyped-field  | title
                {"title": "x", "binding": "CLOTH", "occurredAt": "+12026-01-01T00:00:00Z"} | mistyped-field | occurredAt
                {"binding": "CLOTH"}                                            | invalid-request | title
                {"title": " ", "binding": "CLOTH"}                              | invalid-request | title
                {"title": "x"}                                                  | invalid-request | binding
                {"title": "x", "binding": "CLOTH", "shelf": {"room":"","row":2}} | invalid-request | shelf.room
                """)
        void that_is_not_what_its_place_takes_is_400(String body, String code, String field) {
            var reply = problem(librarian().body(body).post("/v1/books"), 400, code);
            if (!field.equals("-")) {
                reply.body("violations[0].field", equalTo(field)).body("violations[0].message", notNullValue());
            }
        }

        @Test
        void that_is_missing_is_400() {
            problem(librarian().post("/v1/books"), 400, "body-missing");
            problem(librarian().body("").post("/v1/books"), 400, "body-missing");
        }

        @Test
        void says_what_is_wrong_with_a_field_in_the_readers_language() {
            violation("en", "is needed");
            violation("cy", "mae ei angen");
            violation("cy-GB, en;q=0.2", "mae ei angen");
            violation("fr", "is needed");
            violation("*", "is needed");
            violation("not a language;q=x", "is needed");
        }

        @Test
        void whose_values_cannot_be_is_422() {
            problem(librarian().body("{\"isbn\":{\"digits\":\"12\"}}").post("/v1/books/labels"), 422, "unknown-code")
                    .body("violations[0].field", equalTo("isbn"));
        }

        @Test
        void of_another_media_type_is_415() {
            problem(
                    given().auth()
                            .oauth2(librarian)
                            .contentType("text/plain")
                            .body("x")
                            .post("/v1/books"),
                    415,
                    "unsupported-media-type");
            problem(
                    given().auth()
                            .oauth2(librarian)
                            .contentType("application/xml")
                            .body("<x/>")
                            .post("/v1/books"),
                    415,
                    "unsupported-media-type");
        }

        @Test
        void of_ten_megabytes_is_told_so() {
            String large = "{\"title\":\"" + "x".repeat(10_000_000) + "\"}";
            problem(librarian().body(large).post("/v1/books"), 413, "too-large");
            librarian().get("/v1/books").then().statusCode(200);
        }

        @Test
        void of_ten_megabytes_in_pieces_is_told_so() throws Exception {
            var pieces = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10_000_000]));
            var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/books"))
                    .header("Authorization", "Bearer " + librarian)
                    .header("Content-Type", "application/json")
                    .POST(pieces)
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var reply = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(reply.statusCode()).isEqualTo(413);
                assertThat(reply.body()).contains("too-large");
            }
        }

        private void violation(String language, String message) {
            librarian()
                    .header("Accept-Language", language)
                    .body("{\"title\":\"x\"}")
                    .post("/v1/books")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", equalTo(message));
        }
    }

    @Nested
    class A_list {

        @Test
        void has_pages_that_follow_each_other() {
            Response first = librarian().get("/v1/books");
            assertThat(first.<Integer>path("items.size()")).isEqualTo(50);
            Response second =
                    librarian().queryParam("after", first.<String>path("next")).get("/v1/books");
            assertThat(second.<Integer>path("items[0]")).isEqualTo(50);
            Response last = librarian()
                    .queryParam("after", second.<String>path("next"))
                    .queryParam("limit", 100)
                    .get("/v1/books");
            assertThat(last.<Integer>path("items.size()")).isEqualTo(20);
            assertThat(last.jsonPath().getMap("$")).doesNotContainKey("next");
        }

        @ParameterizedTest
        @CsvSource({
            "limit=0, malformed-limit",
            "limit=201, malformed-limit",
            "limit=many, malformed-limit",
            "after=%21%21, malformed-cursor",
            "after=bm8, malformed-cursor",
            "frm=2026-01-01, unknown-filter",
            "lent=perhaps, malformed-parameter",
            "from=Nia%20Probert, malformed-parameter",
            "from=%2B12026-01-01, malformed-parameter",
            "lent=%00, malformed-parameter"
        })
        void refuses_what_it_does_not_take(String query, String code) {
            problem(librarian().urlEncodingEnabled(false).get("/v1/books?" + query), 400, code);
        }

        @Test
        void takes_its_own_filters() {
            librarian().get("/v1/books?from=2026-01-01&limit=200").then().statusCode(200);
        }
    }

    @Nested
    class A_refusal {

        @ParameterizedTest
        @CsvSource({
            "impossible, 422, unknown-code",
            "unknown, 404, unknown",
            "stale, 412, stale",
            "busy, 503, busy",
            "behind, 503, view-behind",
            "database, 503, unavailable",
            "surprise, 500, internal"
        })
        void has_its_status(String kind, int status, String code) {
            var reply = problem(librarian().post("/v1/books/failures/" + kind), status, code);
            reply.body(not(containsString("secret")));
            if (status == 503) {
                reply.header("Retry-After", notNullValue());
            }
        }

        @Test
        void says_which_rule_in_both_languages() {
            problem(librarian().header("Accept-Language", "en").post("/v1/books/failures/refused"), 409, "book-lent")
                    .header("Content-Language", "en")
                    .body("title", equalTo("The book is lent"))
                    .body("detail", equalTo("The book is lent until 2 November 2026, and 3 readers wait."))
                    .body("facts", equalTo(List.of("2026-11-02", "3")));
            problem(librarian().header("Accept-Language", "cy").post("/v1/books/failures/refused"), 409, "book-lent")
                    .header("Content-Language", "cy")
                    .body("title", equalTo("Mae'r llyfr ar fenthyg"))
                    .body("detail", containsString("2 Tachwedd 2026"));
        }

        @Test
        void says_which_rule_where_others_may() {
            problem(librarian().post("/v1/books/failures/refused-to-you"), 403, "book-lent")
                    .body("facts", equalTo(List.of("2026-11-02", "3")));
        }

        @Test
        void is_an_answer_even_where_its_words_were_forgotten() {
            problem(librarian().post("/v1/books/failures/unworded"), 409, "never-worded")
                    .body("title", equalTo("The request was refused"));
        }

        @Test
        void of_an_address() {
            problem(librarian().get("/v1/nothing"), 404, "unknown");
            problem(librarian().get("/nothing"), 404, "unknown");
            problem(librarian().get("/v1/books/Nia-Probert"), 404, "unknown");
            problem(librarian().delete("/v1/books"), 405, "method-not-allowed");
            problem(librarian().request("TRACE", "/v1/books"), 405, "method-not-allowed");
            problem(librarian().accept("text/csv").get("/v1/books"), 406, "not-acceptable");
            problem(
                    librarian().header("Accept", "no type at all").post("/v1/books/failures/refused"),
                    406,
                    "not-acceptable");
        }

        @Test
        void of_an_address_that_is_none() throws Exception {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write("GET /v1/books/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                        .startsWith("HTTP/1.1 400")
                        .doesNotContain("zz");
            }
        }

        @Test
        void of_someone_not_known_or_not_allowed() {
            problem(given().get("/v1/books"), 401, "not-authenticated").header("WWW-Authenticate", "Bearer");
            problem(given().auth().oauth2("not.a.token").get("/v1/books"), 401, "not-authenticated");
            problem(given().auth().oauth2(librarian + "x").get("/v1/books"), 401, "not-authenticated");
            problem(given().auth().oauth2(visitor).get("/v1/books"), 403, "not-allowed");
            problem(librarian().get("/v1/books/unannotated"), 403, "not-allowed");
            problem(given().contentType(ContentType.JSON).body("{").post("/v1/books"), 401, "not-authenticated");
        }

        @Test
        void of_a_token_that_has_ended_however_lately_it_was_verified() throws Exception {
            String brief = LocalIssuer.token(
                    Path.of(setting("test.issuer-home")),
                    setting("quarkus.oidc.auth-server-url"),
                    "librarian",
                    LibraryApp.WORKER,
                    Duration.ofSeconds(10));
            Supplier<Response> list = () -> given().auth().oauth2(brief).get("/v1/books");
            list.get().then().statusCode(200);
            await().atMost(Duration.ofSeconds(30)).until(() -> list.get().statusCode() == 401);
            problem(list.get(), 401, "not-authenticated");
        }

        @Test
        void of_a_consistency_token_that_is_none() {
            problem(
                    librarian().header("Consistency-Token", "x").get("/v1/books/" + UUID.randomUUID()),
                    400,
                    "malformed-consistency-token");
        }
    }

    @Nested
    class A_problem_page {

        @Test
        void explains_a_code_in_both_languages_to_anyone() {
            given().accept("text/html")
                    .get("/problems/stale")
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString("The record has changed"))
                    .body(containsString("Mae&#39;r cofnod wedi newid".replace("&#39;", "'")));
            given().accept("application/json")
                    .get("/problems/book-lent")
                    .then()
                    .statusCode(200)
                    .body("cy.title", equalTo("Mae'r llyfr ar fenthyg"))
                    .body("en.detail", equalTo("The book is lent until …, and … readers wait."));
            problem(given().get("/problems/never-heard-of"), 404, "unknown");
        }

        @Test
        void so_are_the_schemas_of_events() {
            given().get("/schemas/refocus.library.book-lent/1")
                    .then()
                    .statusCode(200)
                    .contentType("application/schema+json")
                    .body("title", equalTo("book-lent"));
            problem(given().get("/schemas/refocus.library.book-lent/2"), 404, "unknown");
            problem(given().get("/schemas/refocus.library.book-lent/..%2f1"), 404, "unknown");
        }

        @Test
        void health_and_the_description_of_the_api_are_open_too() {
            given().get("/q/health/live").then().statusCode(200);
            given().accept("application/json")
                    .get("/q/openapi")
                    .then()
                    .statusCode(200)
                    .body("openapi", equalTo("3.1.0"));
        }
    }

    @Nested
    class A_browser {

        /// Replies of every kind: allowed, refused by us, by the framework, before any resource, and open ones.
        @Test
        void may_show_what_it_gets_and_nothing_else() {
            Stream.of(
                            librarian().get("/v1/books"),
                            librarian().post("/v1/books"),
                            given().get("/v1/books"),
                            given().get("/v1/nothing"),
                            librarian().body("x".repeat(2_000_000)).post("/v1/books"),
                            given().get("/q/health/live"),
                            given().get("/q/openapi"),
                            given().get("/.well-known/security.txt"))
                    .forEach(reply -> reply.then()
                            .header("Content-Security-Policy", containsString("default-src 'none'"))
                            .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                            .header("X-Content-Type-Options", "nosniff")
                            .header("X-Frame-Options", "DENY")
                            .header("Referrer-Policy", "no-referrer")
                            .header("Permissions-Policy", containsString("geolocation=()"))
                            .header("Cross-Origin-Resource-Policy", "same-origin")
                            .header("Cache-Control", "no-store")
                            .header("Strict-Transport-Security", nullValue())
                            .header("Server", nullValue())
                            .header("X-Powered-By", nullValue()));
        }

        @Test
        void keeps_to_tls_once_it_came_by_it() {
            given().header("X-Forwarded-Proto", "https")
                    .get("/q/health/live")
                    .then()
                    .header("Strict-Transport-Security", containsString("max-age="));
        }

        @Test
        void styles_a_problem_page_with_its_own_style_alone() throws Exception {
            Response page = given().accept("text/html").get("/problems/stale");
            String style = page.asString().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
            assertThat(page.headers().getValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("style-src 'sha256-%s'"
                            .formatted(Base64.getEncoder().encodeToString(digest)));
        }
    }

    @Nested
    class Too_many_requests {

        @Test
        void of_one_caller_are_told_when_to_come_back_in_both_languages() throws Exception {
            String token = setting("test.reader");
            Supplier<RequestSpecification> reader = () -> given().auth().oauth2(token);
            untilTooMany("/v1/books", "203.0.113.8", "Bearer " + token);
            problem(reader.get().get("/v1/books"), 429, "too-many-requests")
                    .header("Retry-After", matchesPattern("[0-9]+"))
                    .body("title", equalTo("Too many requests"));
            problem(reader.get().header("Accept-Language", "cy").get("/v1/books"), 429, "too-many-requests")
                    .body("title", equalTo("Gormod o geisiadau"));
            librarian().get("/v1/books").then().statusCode(200);
        }

        @Test
        void of_one_address_are_told_so_before_anybody_looks_who_asks() throws Exception {
            Supplier<RequestSpecification> somewhere =
                    () -> given().header("X-Forwarded-For", "203.0.113.7").header("Authorization", "Bearer guessed");
            untilTooMany("/q/health/live", "203.0.113.7", "Bearer guessed");
            problem(somewhere.get().get("/v1/books"), 429, "too-many-requests")
                    .header("Retry-After", matchesPattern("[0-9]+"));
            librarian().get("/v1/books").then().statusCode(200);
        }
    }

    @Nested
    class A_crowd {

        @Test
        void is_turned_away_with_when_to_come_back_and_those_inside_are_answered() throws Exception {
            var request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/books/stack"))
                    .header("Authorization", "Bearer " + setting("test.librarian"))
                    .header("Accept-Language", "cy")
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var asked = Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                        .limit(60)
                        .toList();
                var replies = asked.stream().map(CompletableFuture::join).toList();
                assertThat(replies)
                        .filteredOn(reply -> reply.statusCode() == 200)
                        .hasSizeGreaterThanOrEqualTo(20);
                assertThat(replies)
                        .filteredOn(reply -> reply.statusCode() != 200)
                        .isNotEmpty()
                        .allSatisfy(reply -> {
                            assertThat(reply.statusCode()).isEqualTo(503);
                            assertThat(reply.headers().firstValue("Retry-After"))
                                    .contains("1");
                            assertThat(reply.body()).contains("crowded").contains("ormod ar ei blât");
                        });
            }
            librarian().get("/v1/books").then().statusCode(200);
        }
    }

    private static void untilTooMany(String path, String from, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("X-Forwarded-For", from)
                .header("Authorization", authorization)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            int asked = 1;
            while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 429) {
                assertThat(asked++).as("requests without an end").isLessThan(2000);
            }
            assertThat(asked).isGreaterThan(300);
        }
    }

    @Nested
    class Whoever_offers_HTTP_2 {

        @Test
        void goes_on_in_HTTP_1_1() throws Exception {
            var offer = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/q/openapi"))
                    .version(HttpClient.Version.HTTP_2)
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                var reply = client.send(offer, HttpResponse.BodyHandlers.ofString());
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            }
        }
    }

    @Nested
    class Whoever_finds_a_weakness {

        @Test
        void is_told_where_to_say_so() {
            String text = given().get("/.well-known/security.txt")
                    .then()
                    .statusCode(200)
                    .contentType("text/plain")
                    .body(containsString("Contact: mailto:"))
                    .body(containsString("Preferred-Languages: en, cy"))
                    .extract()
                    .asString();
            Instant expires = Instant.parse(text.replaceFirst("(?s).*Expires: (\\S+).*", "$1"));
            assertThat(expires)
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(180)),
                            Instant.now().plus(Duration.ofDays(365)));
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private RequestSpecification librarian() {
        return given().filter(API).auth().oauth2(librarian).contentType(ContentType.JSON);
    }

    private Response asked(String key, String body) {
        return librarian().header("Idempotency-Key", key).body(body).post("/v1/books/asked");
    }

    /// Every problem has the same shape, explains itself and repeats nothing that was sent.
    private static ValidatableResponse problem(Response reply, int status, String code) {
        return reply.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Content-Language", notNullValue())
                .header("Correlation-Id", notNullValue())
                .body("code", equalTo(code))
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", containsString("urn:uuid:"))
                .body(not(containsString("Nia")));
    }
}
