package refocus.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import refocus.local.OwnerOnly;

/// Keycloak beside the system: its realm, its settings and its store, in a directory of the data directory.
///
/// What the store holds is who may ask, and nothing of the record. It is made anew where the realm, or where it stands,
/// has changed; the secrets stay.
///
/// @param source where Refocus was built
/// @param directory where it lives
/// @param port where it listens, on the loopback interface only
/// @param pages where the service is that people sign in to
public record Keycloak(Path source, Path directory, int port, String pages) {

    /// Quick, for many are hashed when a story begins. A slow hash protects what people think of; these passwords are
    /// drawn by chance and 120 bits long.
    private static final String HASHING = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)";

    private static final List<String> THEME = List.of(
            "theme.properties",
            "messages/messages_cy.properties",
            "messages/messages_en.properties",
            "resources/css/refocus.css");

    public String issuer() {
        return "http://localhost:%d/realms/%s".formatted(port, Realm.NAME);
    }

    /// The secrets of an installation that keeps its data there.
    public static Secrets secrets(Path data) throws IOException {
        return Secrets.keptIn(data.resolve("identity").resolve("secrets"));
    }

    /// Lays everything out for a start and gives the flags for Java and then the command.
    ///
    /// @param java that builds it
    /// @param log where the build says what it does
    public List<List<String>> prepare(Path java, Path log) throws IOException, InterruptedException {
        OwnerOnly.directory(directory);
        var distribution = Distribution.of(source);
        distribution.build(java, log);
        var secrets = Secrets.keptIn(directory.resolve("secrets"));
        var realm = Realm.committed().at(Map.of("pages", pages, "password-policy", HASHING));
        renewStore(realm);
        distribution.lendTo(directory);
        ownerOnly("data/import/refocus-realm.json", realm.with(secrets).text());
        ownerOnly("conf/keycloak.conf", settings(secrets));
        for (var file : THEME) {
            copyTheme(file);
        }
        return List.of(distribution.flags(directory), Distribution.starting(List.of("--import-realm")));
    }

    private String settings(Secrets secrets) {
        return """
                hostname=http://localhost:%1$d
                cache=local
                http-enabled=true
                http-host=localhost
                http-port=%1$d
                db-username=refocus
                db-password=%2$s
                bootstrap-admin-username=keeper
                bootstrap-admin-password=%3$s
                """.formatted(port, secrets.of("database"), secrets.of("keeper"));
    }

    private void renewStore(Realm realm) throws IOException {
        var madeFor = directory.resolve("made-for");
        var print = fingerprint(realm);
        if (Files.exists(madeFor) && Files.readString(madeFor).equals(print)) {
            return;
        }
        delete(directory.resolve("data"));
        Files.createDirectories(directory);
        Files.writeString(madeFor, print);
    }

    private String fingerprint(Realm realm) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest("%d %s".formatted(port, realm.text()).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void ownerOnly(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        if (Files.notExists(file)) {
            OwnerOnly.create(file);
        }
        Files.writeString(file, text);
    }

    private void copyTheme(String name) throws IOException {
        var file = directory.resolve("themes/refocus/login").resolve(name);
        Files.createDirectories(file.getParent());
        try (var theme = Objects.requireNonNull(Keycloak.class.getResourceAsStream("login/" + name), name)) {
            Files.write(file, theme.readAllBytes());
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
