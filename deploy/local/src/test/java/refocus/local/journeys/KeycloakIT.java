package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import refocus.local.identity.Keycloak;
import refocus.local.identity.Token;
import refocus.local.identity.TokenDesk;

/// The system with a real identity provider, as `./refocus run` starts it: what the services take for a token and what
/// they do not, keys that change under them, people in a real browser, and an end that leaves nothing behind.
class KeycloakIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path home;

    private static RunningSystem system;
    private static Keeper keeper;
    private static TokenDesk desk;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.start(home, "--empty", "--identity", "keycloak");
        keeper = new Keeper(system.issuer(), Keycloak.secrets(home));
        desk = Token.desk(home);
    }

    @AfterAll
    static void stops_and_leaves_no_process_behind() throws Exception {
        var processes = system.processes();
        system.launcher().destroy();
        assertThat(system.launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(processes).hasSizeGreaterThan(7).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(home.resolve("launcher.log"))).doesNotContain("killed");
    }

    @Test
    void it_says_by_discovery_where_its_keys_are() throws Exception {
        var discovered = read(system.issuer() + "/.well-known/openid-configuration");

        assertThat(discovered.path("issuer").asText()).isEqualTo(system.issuer());
        assertThat(read(discovered.path("jwks_uri").asText()).path("keys").valueStream())
                .anyMatch(key -> key.path("alg").asText().equals("RS256"));
    }

    @Test
    void a_role_leads_to_its_endpoints_and_to_no_others() throws Exception {
        assertThat(status("reporting", "/v1/reports", desk.token("analyst"))).isEqualTo(200);
        assertThat(registers(desk.token("analyst"))).isEqualTo(403);
        assertThat(registers(desk.token("duty"))).isEqualTo(201);
        assertThat(registers(keeper.systemToken("school"))).isEqualTo(403);
        assertThat(status("reporting", "/v1/reports", keeper.systemToken("school")))
                .isEqualTo(403);
        assertThat(status("case", "/v1/operations/relay", keeper.systemToken("school")))
                .isEqualTo(403);
        assertThat(status("case", "/v1/operations/relay", desk.token("system"))).isEqualTo(200);
        assertThat(status("reporting", "/v1/reports", keeper.systemToken("council-data")))
                .isEqualTo(200);
    }

    @Test
    void each_council_system_has_its_own_name_and_scopes_and_no_default_secret() throws Exception {
        var school = claims(keeper.systemToken("school"));
        var data = claims(keeper.systemToken("council-data"));

        assertThat(school.path("azp").asText()).isEqualTo("school");
        assertThat(words(school.path("scope"))).containsExactlyInAnyOrder("referrals.send", "referrals.receipts");
        assertThat(words(data.path("scope"))).containsExactly("reports.read");
        assertThat(school.path("groups"))
                .hasSize(1)
                .first()
                .matches(role -> role.asText().equals("system"));
        assertThat(school.has("worker")).isFalse();
        for (var guess : List.of("school", "secret", "changeit", "", "**********")) {
            assertThatThrownBy(() -> keeper.clientToken("school", guess)).hasMessageContaining("401");
        }
    }

    @Test
    void what_is_not_meant_for_these_services_is_refused() throws Exception {
        var good = desk.token("analyst", UUID.randomUUID().toString());
        keeper.post(
                "/clients",
                Map.of(
                        "clientId",
                        "elsewhere",
                        "secret",
                        "only-in-this-test",
                        "serviceAccountsEnabled",
                        true,
                        "defaultClientScopes",
                        List.of("subject")));

        assertThat(reports(keeper.clientToken("elsewhere", "only-in-this-test")))
                .as("another audience")
                .isEqualTo(401);
        assertThat(reports(keeper.ownToken())).as("another issuer").isEqualTo(401);
        assertThat(reports(unsigned(good))).as("alg none").isEqualTo(401);
        assertThat(reports(promoted(good))).as("changed").isEqualTo(401);
        assertThat(reports("nonsense")).isEqualTo(401);
        assertThat(reports(good)).isEqualTo(200);
    }

    @Test
    void a_token_is_good_for_eight_hours_or_as_long_as_it_says() throws Exception {
        assertThat(lifespan(desk.token("analyst"))).isEqualTo(Duration.ofHours(8));

        var client = (ObjectNode) keeper.get("/clients?clientId=council-data").path(0);
        client.putObject("attributes").put("access.token.lifespan", "2");
        keeper.put("/clients/" + client.path("id").asText(), client);
        var brief = keeper.systemToken("council-data");
        client.putObject("attributes").put("access.token.lifespan", "");
        keeper.put("/clients/" + client.path("id").asText(), client);

        assertThat(lifespan(brief)).isEqualTo(Duration.ofSeconds(2));
        // It may have been good until now, and been remembered.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports(brief)).isEqualTo(401));
    }

    @Test
    void a_worker_not_seen_before_becomes_an_identity_with_that_role_and_no_other() throws Exception {
        var worker = UUID.randomUUID();
        var practitioner = claims(desk.token("practitioner", worker.toString()));
        var manager = claims(desk.token("team-manager", worker.toString()));

        assertThat(practitioner.path("worker").asText()).isEqualTo(worker.toString());
        assertThat(manager.path("worker").asText()).isEqualTo(worker.toString());
        assertThat(words(practitioner.path("groups"))).containsExactly("practitioner");
        assertThat(words(manager.path("groups"))).containsExactly("team-manager");
        assertThat(words(practitioner.path("aud"))).containsExactly("refocus");
        var again = claims(desk.token("practitioner", worker.toString()));
        assertThat(again.path("sub")).isEqualTo(practitioner.path("sub"));
        assertThat(words(again.path("groups"))).containsExactly("practitioner");
        assertThatThrownBy(() -> desk.token("root")).hasMessageContaining("there is no role root");
        assertThatThrownBy(() -> desk.token("duty", "Eleri B.")).hasMessageContaining("a worker is called");
    }

    @Test
    void its_keys_may_change_while_the_services_run() throws Exception {
        var used = desk.token("analyst");
        var unused = desk.token("analyst", UUID.randomUUID().toString());
        assertThat(reports(used)).isEqualTo(200);

        keeper.post(
                "/components",
                Map.of(
                        "name", "the-next-key",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", keeper.get("").path("id").asText(),
                        "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256"))));
        var next = desk.token("analyst");

        assertThat(header(next).path("kid")).isNotEqualTo(header(used).path("kid"));
        // Keys are asked for again at most every ten seconds, and another test's stray token may have asked just now.
        await().atMost(PATIENCE).until(() -> reports(next) == 200);
        assertThat(reports(used)).isEqualTo(200);
        assertThat(reports(unused)).isEqualTo(200);
    }

    @Test
    void while_it_is_away_whoever_has_a_token_goes_on_working() throws Exception {
        var unused = desk.token("analyst", UUID.randomUUID().toString());
        assertThat(reports(desk.token("analyst"))).isEqualTo(200);
        var before = system.process("identity");

        // It stands still: whatever needed it now would have to wait.
        new ProcessBuilder("kill", "-STOP", Long.toString(before.pid())).start().waitFor();
        assertThat(reports(unused)).isEqualTo(200);

        before.destroyForcibly();
        before.onExit().join();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> reports(desk.token("analyst")) == 200);
        assertThat(system.process("identity").pid()).isNotEqualTo(before.pid());
    }

    @Test
    void secrets_are_for_their_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("identity"))))
                .isEqualTo("rwx------");
        for (var file : List.of("secrets", "conf/keycloak.conf", "data/import/refocus-realm.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            home.resolve("identity").resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Sign in to your account | Invalid username or password. | You are signed out",
                "cy | Mewngofnodi i'ch cyfrif | Enw defnyddiwr neu gyfrinair annilys. | Rydych wedi allgofnodi"
            })
    void people_sign_in_and_out_in_their_language(String language, String welcome, String refusal, String goodbye)
            throws Exception {
        var dashboard = system.address("reporting") + "/dashboard";
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(List.of("--no-sandbox")))) {
            var page = chromium.newContext(new Browser.NewContextOptions().setLocale(language + "-GB"))
                    .newPage();
            page.navigate(dashboard);
            assertThat(page.url()).startsWith(system.issuer());
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("h1").textContent().strip()).isEqualTo(welcome);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "sign-in-%s.png".formatted(language))));

            signIn(page, "not-the-password");
            assertThat(page.locator("#input-error-username").textContent().strip())
                    .isEqualTo(refusal);
            signIn(page, Keycloak.secrets(home).of("people"));
            page.waitForURL(url -> url.startsWith(dashboard));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.context().cookies(dashboard)).anyMatch(cookie -> cookie.name.startsWith("q_session"));

            page.locator("a[href*='/sign-out']").click();
            assertThat(page.locator("h1").textContent()).isEqualTo(goodbye);
            page.navigate(dashboard);
            assertThat(page.url()).as("who has signed out is asked again").startsWith(system.issuer());
        }
    }

    private static void signIn(Page page, String password) {
        page.locator("#username").fill("analyst");
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    private static Path chromium() {
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("refocus.browser")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this test needs Chromium, see CONTRIBUTING.md"));
    }

    private static int reports(String token) throws IOException, InterruptedException {
        return status("reporting", "/v1/reports", token);
    }

    private static int registers(String token) throws IOException, InterruptedException {
        var child = """
                {"givenName":"Nia","familyName":"%s","dateOfBirth":{"date":"2015-06-02","precision":"DAY"}}""".formatted(UUID.randomUUID());
        return send(request("case", "/v1/children", token).POST(BodyPublishers.ofString(child)));
    }

    private static int status(String service, String path, String token) throws IOException, InterruptedException {
        return send(request(service, path, token).GET());
    }

    private static HttpRequest.Builder request(String service, String path, String token) throws IOException {
        return HttpRequest.newBuilder(URI.create(system.address(service) + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static JsonNode read(String address) throws IOException, InterruptedException {
        try (var http = Keeper.client()) {
            return JSON.readTree(
                    http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                            .body());
        }
    }

    private static JsonNode header(String token) throws IOException {
        return part(token, 0);
    }

    private static JsonNode claims(String token) throws IOException {
        return part(token, 1);
    }

    private static JsonNode part(String token, int place) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[place]));
    }

    private static Duration lifespan(String token) throws IOException {
        var claims = claims(token);
        return Duration.ofSeconds(
                claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    /// One word or a list of them, in text or in an array.
    private static List<String> words(JsonNode claim) {
        return claim.isArray()
                ? claim.valueStream().map(JsonNode::asText).toList()
                : List.of(claim.asText().split(" "));
    }

    /// The same claims under no signature.
    private static String unsigned(String token) {
        return "%s.%s.".formatted(encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}"), token.split("\\.")[1]);
    }

    /// The same signature under another role.
    private static String promoted(String token) throws IOException {
        var parts = token.split("\\.");
        var claims = Objects.requireNonNull((ObjectNode) claims(token)).putPOJO("groups", List.of("head-of-service"));
        return "%s.%s.%s".formatted(parts[0], encoded(JSON.writeValueAsString(claims)), parts[2]);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
