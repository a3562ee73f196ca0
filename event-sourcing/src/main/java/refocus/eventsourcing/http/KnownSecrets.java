package refocus.eventsourcing.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/// In production a secret that everybody can know is none: the service refuses to start and names the setting.
///
/// Production is the profile `prod`, which a packaged service has unless it is told another one.
final class KnownSecrets {

    private static final Pattern SECRET = Pattern.compile(
            ".*[.-](password|secret|secret-key|master-key|master-key-file|security-contact)|.*jaas.config");
    private static final Pattern IN_JAAS = Pattern.compile("password=[\"']?([^\"';]*)");

    /// On one machine a database role's password is its name, see `Database` in the test-jar.
    private static final Pattern NAME_OF_A_ROLE = Pattern.compile("[a-z_]+_(owner|app|reader)");

    private static final Pattern BETWEEN_KEYS = Pattern.compile("[\\s,]+");

    private static final int FEWEST_BYTES = 12;
    private static final int FIRST = 1;

    void refuseInProduction(@Observes @Priority(FIRST) StartupEvent starting) {
        if (ConfigUtils.isProfileActive("prod")) {
            List<String> found = found(secrets(ConfigProvider.getConfig()));
            if (!found.isEmpty()) {
                throw new IllegalStateException(
                        "Refocus does not start in production with a secret that is empty, too plain or known from"
                                + " development. Set anew: " + String.join(", ", found));
            }
        }
    }

    /// The names of those that are no secrets. Never their values: this is written to a log.
    static List<String> found(Map<String, String> secrets) {
        return secrets.entrySet().stream()
                .filter(setting -> isKnown(setting.getKey(), said(setting)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isKnown(String name, String value) {
        return name.contains("master-key")
                ? masterKeys(value).anyMatch(key -> isKnown(key) || isPlain(key))
                : isKnown(value);
    }

    private static boolean isKnown(String value) {
        return value.isBlank()
                || Development.VALUES.contains(value)
                || NAME_OF_A_ROLE.matcher(value).matches();
    }

    /// One, or several with their versions, as in `2:… 1:…`: each has to be a secret.
    private static Stream<String> masterKeys(String value) {
        return BETWEEN_KEYS.splitAsStream(value.strip()).map(key -> key.replaceFirst("^[0-9]+:", ""));
    }

    /// A file is read, and of a login for Kafka only the password counts.
    private static String said(Map.Entry<String, String> setting) {
        if (setting.getKey().endsWith("-file")) {
            return read(Path.of(setting.getValue()));
        }
        var password = IN_JAAS.matcher(setting.getValue());
        return setting.getKey().endsWith("jaas.config") && password.find() ? password.group(1) : setting.getValue();
    }

    /// A key that was drawn has many different bytes.
    private static boolean isPlain(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return IntStream.range(0, key.length).map(i -> key[i]).distinct().count() < FEWEST_BYTES;
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static Map<String, String> secrets(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(SECRET.asMatchPredicate())
                .collect(Collectors.toMap(
                        name -> name,
                        name -> Optional.ofNullable(config.getConfigValue(name).getValue())
                                .orElse(""),
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no secret in " + file, e);
        }
    }

    /// What stands in this repository for anyone to read, one a line in `development-secrets.txt`.
    private static final class Development {

        static final Set<String> VALUES = read();

        private static Set<String> read() {
            try (InputStream text = KnownSecrets.class.getResourceAsStream("/development-secrets.txt")) {
                if (text == null) {
                    throw new IllegalStateException("no development-secrets.txt");
                }
                return Arrays.stream(new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(String::strip)
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
