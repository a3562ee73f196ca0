package refocus.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.servers.LocalIssuer;

/// The committed realm: what is in it, what is not, and that it speaks Welsh wherever it speaks English.
class RealmTest {

    /// The pages that this realm can show. Nobody registers here, resets a password by mail or has a passkey.
    private static final List<String> PAGES = List.of(
            "keycloak.v2/login/template.ftl",
            "keycloak.v2/login/login.ftl",
            "keycloak.v2/login/login-update-password.ftl",
            "keycloak.v2/login/password-commons.ftl",
            "base/login/error.ftl",
            "base/login/info.ftl",
            "base/login/login-page-expired.ftl",
            "base/login/logout-confirm.ftl",
            "base/login/frontchannel-logout.ftl");

    private static final Set<String> NOT_SHOWN = Set.of(
            "usernameOrEmail", "email", "rememberMe", "doForgotPassword", "noAccount", "doRegister", "doLogIn-passkey");

    private static final Pattern SAID = Pattern.compile("msg\\(\"([A-Za-z0-9.-]+)\"");
    private static final Pattern FACT = Pattern.compile("\\{[0-9]}");

    private static final Map<String, String> ADDRESSES =
            Map.of("pages", "http://localhost:1", "password-policy", "length(8)");

    @TempDir
    Path home;

    @Test
    void it_has_a_role_a_group_and_a_client_for_each_role_of_the_system() throws IOException {
        var realm = read(Realm.committed().text());
        var roles = List.of(LocalIssuer.roles().split(", "));

        assertThat(names(realm.path("roles").path("realm"), "name")).containsExactlyInAnyOrderElementsOf(roles);
        assertThat(names(realm.path("groups"), "name")).containsExactlyInAnyOrderElementsOf(roles);
        assertThat(names(realm.path("clients"), "clientId")).containsAll(roles);
        realm.path("clients").forEach(client -> {
            assertThat(client.path("fullScopeAllowed").asBoolean(true))
                    .as("%s gives only the roles it names", client.path("clientId"))
                    .isFalse();
            assertThat(client.path("publicClient").asBoolean(true)).isFalse();
        });
    }

    @Test
    void no_secret_is_committed_and_no_two_installations_have_the_same() throws IOException {
        var realm = read(Realm.committed().text());
        var secrets = realm.findValues("secret");
        assertThat(secrets)
                .hasSizeGreaterThan(20)
                .allMatch(secret -> secret.asText().matches("\\{\\{[a-z-]+}}"));
        realm.path("users")
                .forEach(user -> user.path("credentials")
                        .forEach(credential ->
                                assertThat(credential.path("value").asText()).isEqualTo("{{people}}")));

        var file = home.resolve("one/secrets");
        var one = Realm.committed().at(ADDRESSES).with(Secrets.keptIn(file));
        var again = Realm.committed().at(ADDRESSES).with(Secrets.keptIn(file));
        var other = Realm.committed().at(ADDRESSES).with(Secrets.keptIn(home.resolve("other")));
        assertThat(one.text()).doesNotContain("{{").contains("http://localhost:1/dashboard/signed-in");
        assertThat(again).isEqualTo(one);
        assertThat(new HashSet<>(values(one, "secret"))).doesNotContainAnyElementsOf(values(other, "secret"));
    }

    @Test
    void every_sentence_it_can_show_is_there_in_welsh_with_the_same_facts() throws IOException {
        var welsh = messages("login/messages/messages_cy.properties");
        var locales = messages("login/messages/messages_en.properties");
        try (var themes = themes()) {
            var english = new Properties();
            english.load(new InputStreamReader(
                    themes.getInputStream(themes.getEntry("theme/base/login/messages/messages_en.properties")),
                    StandardCharsets.UTF_8));
            var said = new TreeSet<String>();
            for (var page : PAGES) {
                var text = new String(
                        themes.getInputStream(Objects.requireNonNull(themes.getEntry("theme/" + page), page))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                said.addAll(SAID.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
            }
            said.removeAll(NOT_SHOWN);
            assertThat(said).contains("loginAccountTitle", "pageExpiredMsg1", "doLogout");
            assertThat(welsh.stringPropertyNames()).containsAll(said);
            for (var name : welsh.stringPropertyNames()) {
                var original = locales.getProperty(name, english.getProperty(name));
                assertThat(original).as("Keycloak says %s", name).isNotNull();
                assertThat(facts(welsh.getProperty(name))).as(name).isEqualTo(facts(original));
            }
        }
    }

    private static JarFile themes() throws IOException {
        try (var libraries = Files.list(Path.of("target/keycloak/lib/lib/main"))) {
            var found = libraries
                    .filter(library -> library.getFileName().toString().startsWith("org.keycloak.keycloak-themes-"))
                    .findFirst()
                    .orElseThrow();
            return new JarFile(found.toFile());
        }
    }

    private static Properties messages(String name) throws IOException {
        var messages = new Properties();
        try (var file = Objects.requireNonNull(RealmTest.class.getResourceAsStream(name))) {
            messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return messages;
    }

    private static List<String> facts(String sentence) {
        return FACT.matcher(sentence).results().map(MatchResult::group).sorted().toList();
    }

    private static List<String> values(Realm realm, String name) throws IOException {
        return read(realm.text()).findValues(name).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode list, String name) {
        return list.valueStream().map(item -> item.path(name).asText()).collect(Collectors.toList());
    }

    private static JsonNode read(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
