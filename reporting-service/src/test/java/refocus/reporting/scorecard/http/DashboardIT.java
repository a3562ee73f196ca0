package refocus.reporting.scorecard.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.relay.OtherTopic;
import refocus.eventsourcing.servers.ServersResource;
import refocus.reporting.scorecard.http.Browser.Visitor;

/// The dashboard as people have it: a real browser signs in, reads, follows links, and is measured by axe.
///
/// It speaks of a year of its own; what other tests told of people and barriers may stand on the page beside it.
@QuarkusTest
@WithTestResource(
        value = ServersResource.class,
        initArgs = {@ResourceArg(name = "service", value = "reporting"), @ResourceArg(name = "keys", value = "false")})
class DashboardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PERIOD = "from=2025-01-01&to=2026-01-01&by=quarter";

    private static Browser browser;
    private static boolean told;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @TestHTTPResource("/dashboard")
    String dashboard;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    /// A year in which more and more time is direct work and more and more referrals are decided in time; one base from
    /// May on.
    @BeforeEach
    void tell() {
        if (told) {
            return;
        }
        try (var cases = new OtherTopic(kafka, "case");
                var staff = new OtherTopic(kafka, "staff");
                var recruitment = new OtherTopic(kafka, "recruitment");
                var feedback = new OtherTopic(kafka, "feedback")) {
            recruitment.watermark();
            feedback.watermark();
            for (int quarter = 0; quarter < 4; quarter++) {
                LocalDate day = LocalDate.of(2025, 1, 8).plusMonths(3L * quarter);
                quarter(cases, day, 200 + 100 * quarter, quarter);
            }
            staff.say(new StreamId("milestone", UUID.randomUUID()), "milestone-reached", """
                    {"name":{"en":"One base <for all>","cy":"Un safle <i bawb>"},"date":"2025-05-01"}""");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> asking("analyst")
                        .get("/dashboard?language=en&" + PERIOD)
                        .then()
                        .statusCode(200)
                        .body(containsString("One base"))
                        .body(containsString("50.0%")));
        told = true;
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 375", "cy, 1280", "cy, 375", "cy, 320"})
    void keeps_nobody_out(String language, int width) throws IOException {
        try (Visitor visitor = analyst(language, width, true)) {
            check(visitor);
            assertThat(visitor.page().locator("svg.chart:visible").count())
                    .isGreaterThan(1)
                    .isEqualTo(visitor.page().locator(".trend").count());
            visitor.page().navigate(dashboard + "/definitions");
            check(visitor);
            visitor.page().navigate(dashboard + "/reports/referral-timeliness/events?from=2025-01-01&to=2026-01-01");
            check(visitor);
            visitor.page().navigate(dashboard + "?from=yesterday");
            assertThat(visitor.barriers()).isEmpty();
            assertThat(visitor.overflow()).isZero();
        }
    }

    private static void check(Visitor visitor) throws IOException {
        assertThat(visitor.barriers()).isEmpty();
        assertThat(visitor.overflow()).isZero();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void everything_is_there_without_scripts() {
        try (Visitor visitor = analyst("en", 1280, false)) {
            String text = visitor.page().locator("main").textContent();
            assertThat(text)
                    .contains("Is more of our time and judgement reaching children?", " headline measures.")
                    .contains("July–September 2025", "40.0%", "50.0%", "500 of 1,000 minutes")
                    .contains("up 10.0 points since July–September 2025", "up 30.0 points since January–March 2025")
                    .contains("One base <for all>", "1 May 2025");
            assertThat(visitor.page().locator("svg.chart--wide .rule").count())
                    .isEqualTo(visitor.page().locator(".trend").count());
            assertThat(visitor.page().locator("script").count()).isZero();
        }
    }

    @Test
    void welsh_is_as_whole() {
        try (Visitor visitor = analyst("cy", 1280, false)) {
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("cy");
            assertThat(visitor.page().locator("main").textContent())
                    .contains("A oes mwy o'n hamser a'n barn yn cyrraedd plant?", " prif fesur.")
                    .contains("Gorffennaf–Medi 2025", "i fyny 10.0 pwynt ers Gorffennaf–Medi 2025: gwell")
                    .contains("Un safle <i bawb>", "1 Mai 2025");
            visitor.page().locator("a[lang=en]").click();
            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(visitor.page().url()).contains("from=2025-01-01").contains("language=en");
        }
    }

    @Test
    void each_figure_leads_to_its_definition_its_csv_and_its_events() throws IOException {
        try (Visitor visitor = analyst("en", 1280, true)) {
            Locator measure = visitor.page().locator("article").first();
            var file = visitor.page()
                    .waitForDownload(() -> measure.locator("a[href*='.csv']").click());
            assertThat(file.suggestedFilename()).isEqualTo("direct-work-share_2025-01-01_2026-01-01.csv");
            assertThat(Files.readString(file.path()))
                    .startsWith("key,numerator,denominator")
                    .contains("2025-Q4,500,1000,50.0");
            measure.locator(".more a[href*='/events']").click();
            assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(8);
            assertThat(visitor.page().locator("tbody").textContent())
                    .contains("direct-work-held", "Direct work, minutes");
            visitor.page().goBack();
            measure.locator("td a").first().click();
            assertThat(visitor.page().locator("tbody tr").count()).isEqualTo(2);
            visitor.page().goBack();
            measure.locator("a[href*='/definitions']").click();
            assertThat(visitor.page().url()).endsWith("#direct-work-share");
            assertThat(visitor.page().locator("#direct-work-share").textContent())
                    .isEqualTo("Share of time that is direct work");
        }
    }

    @Test
    void a_period_is_chosen_by_the_form() {
        try (Visitor visitor = analyst("en", 1280, true)) {
            visitor.page().locator("#from").fill("2025-07-01");
            visitor.page().locator("#by").selectOption("month");
            visitor.page().locator(".period__show").click();
            assertThat(visitor.page().url()).contains("from=2025-07-01", "by=month");
            assertThat(visitor.page().locator("main").textContent())
                    .contains("October 2025")
                    .doesNotContain("One base");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void the_keyboard_always_shows_where_it_is() {
        try (Visitor visitor = analyst("en", 1280, true)) {
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().evaluate("document.activeElement.className"))
                    .isEqualTo("govuk-skip-link");
            int stops = visitor.page()
                    .locator("a:visible, input:visible, select:visible, button:visible, [tabindex='0']:visible")
                    .count();
            for (int stop = 0; stop < stops; stop++) {
                assertThat(visitor.page().evaluate("""
                        () => { const s = getComputedStyle(document.activeElement);
                                const shown = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none';
                                return document.activeElement === document.body || shown ? '' : document.activeElement.outerHTML }""")).isEqualTo("");
                visitor.page().keyboard().press("Tab");
            }
        }
    }

    @Test
    void signing_out_ends_the_session_and_its_cookie_is_for_the_server_alone() {
        try (Visitor visitor = analyst("en", 1280, true)) {
            assertThat(visitor.context().cookies()).isNotEmpty().allSatisfy(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                assertThat(cookie.path).isEqualTo("/dashboard");
                // Encrypted: a token of ours would begin like this.
                assertThat(cookie.value).doesNotContain("eyJhbGciOiJSUzI1NiIs");
            });
            visitor.page().locator("a[href*='/sign-out']").click();
            assertThat(visitor.page().locator("h1").textContent()).isEqualTo("You are signed out");
            assertThat(visitor.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
            visitor.page().navigate(dashboard);
            assertThat(visitor.page().url()).startsWith(issuer);
        }
    }

    @Test
    void outside_readers_see_small_numbers_withheld_and_why() {
        try (Visitor visitor = visitor("barrier-owner", "en", 1280, true)) {
            assertThat(visitor.page().locator("main").textContent())
                    .contains(
                            "You read from outside the service", "withheld", "fewer than five could point at a person")
                    .doesNotContain("events behind");
        }
        try (Visitor visitor = visitor("practitioner", "cy", 1280, true)) {
            assertThat(visitor.page().locator("main").textContent()).doesNotContain("y digwyddiadau y tu ôl");
            visitor.page().navigate(dashboard + "/reports/referral-timeliness/events?language=cy");
            assertThat(visitor.page().locator("h1").textContent()).isEqualTo("Ni chewch wneud hyn");
        }
    }

    @Test
    void the_api_answers_nobody_with_a_problem_and_the_page_with_a_way_in() {
        given().accept("application/json")
                .get("/v1/reports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().redirects()
                .follow(false)
                .get("/dashboard")
                .then()
                .statusCode(302)
                .header("Location", startsWith(issuer + "/authorize?response_type=code"))
                .header("Location", containsString("code_challenge_method=S256"));
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", equalTo(dashboard));
    }

    @Test
    void a_page_says_what_a_browser_may_do_with_it_and_keeps_no_copy() {
        String stylesheet = asking("analyst")
                .get("/dashboard")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'self';"))
                .header("Content-Security-Policy", not(containsString("script-src")))
                .extract()
                .htmlPath()
                .getString("html.head.link[0].@href");
        given().get(stylesheet)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .body(not(containsString("GDS Transport")))
                .body(not(containsString("crest")))
                .body(containsString(".card__figure"));
        given().get("/dashboard/assets/0000000000000000.css").then().statusCode(404);
        // What is licensed for GOV.UK alone is not served to anybody.
        asking("analyst")
                .get("/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg")
                .then()
                .statusCode(403);
    }

    @Test
    void a_bad_question_is_answered_on_a_page_in_the_readers_language() {
        refused(400, "?from=yesterday", "A date is missing or not valid");
        refused(400, "?by=worker", "The figures cannot be grouped by that");
        refused(400, "?team=north", "unknown-filter");
        refused(422, "?from=2026-01-01&to=2025-01-01&language=cy", "Does dim diwrnodau yn y cyfnod");
        refused(404, "/nowhere", "<h1");
        refused(404, "/reports/no-such-report.csv", "<h1");
    }

    private void refused(int status, String path, String words) {
        asking("analyst")
                .accept("text/html")
                .get("/dashboard" + path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(words.equals("unknown-filter") ? containsString("<h1") : containsString(words))
                .body(not(containsString("Exception")));
    }

    @Test
    void one_without_a_role_here_is_told_so() {
        asking("panel-member").get("/dashboard").then().statusCode(403).body(containsString("You may not do this"));
    }

    private Visitor analyst(String language, int width, boolean scripts) {
        return visitor("analyst", language, width, scripts);
    }

    private Visitor visitor(String role, String language, int width, boolean scripts) {
        Visitor visitor = browser.visitor(language, width, scripts).signIn(dashboard + "?" + PERIOD, role);
        assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
        return visitor;
    }

    private RequestSpecification asking(String role) {
        String token = given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", role)
                .post(issuer + "/token")
                .path("access_token");
        return given().auth().oauth2(token);
    }

    private static void quarter(OtherTopic cases, LocalDate day, int minutes, int inTime) {
        var worker = UUID.randomUUID();
        var child = UUID.randomUUID();
        cases.say(new StreamId("case", UUID.randomUUID()), "direct-work-held", """
                {"child":"%2$s","workers":["%1$s"],"heldOn":"%3$s","minutes":%4$d,"mode":"IN_PERSON","seenAlone":true,
                 "summary":"sealed","children":[{"child":"%2$s","seen":true,"seenAlone":true}]}""".formatted(
                        worker, child, day, minutes));
        cases.say(new StreamId("work-day", UUID.randomUUID()), "work-time-logged", """
                {"worker":"%s","date":"%s","category":"RECORDING","minutes":%d}""".formatted(
                        worker, day, 1000 - minutes));
        for (int referral = 0; referral < 3; referral++) {
            var deadline = new StreamId("deadline", UUID.randomUUID());
            cases.say(deadline, "deadline-set", """
                    {"rule":"next-action","ruleVersion":1,"dueOn":"%s"}""".formatted(day));
            if (referral < inTime) {
                cases.say(deadline, "deadline-met", """
                        {"rule":"next-action","dueOn":"%s","onTime":true,"recordedLate":false}""".formatted(day));
            }
        }
    }
}
