package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every code that a service's rules refuse with has its words, in English and in Welsh, and there are no others.
///
/// ```java
/// @Test
/// void every_rule_speaks_both_languages() {
///     WordingContract.check();
/// }
/// ```
///
/// Codes are found in the sources, as `new Refused("…"` and its like. One that is chosen elsewhere and handed on stands
/// in them too, as a text.
public final class WordingContract {

    private static final Pattern CODE =
            Pattern.compile("new\\s+(?:Refused\\(|NotNow\\(|Impossible\\([^,;]+,|Malformed\\([^,;]+,)\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern FACT = Pattern.compile("\\{[0-9]}");

    private WordingContract() {}

    public static void check() {
        check(Path.of("src/main/java"), Path.of("src/main/resources/messages"));
    }

    static void check(Path sources, Path messages) {
        Properties english = words(messages, "en");
        Properties welsh = words(messages, "cy");
        assertThat(welsh.stringPropertyNames()).as("in Welsh as in English").isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(facts(welsh.getProperty(key))).as("facts of %s", key).isEqualTo(facts(english.getProperty(key)));
            assertThat(welsh.getProperty(key)).as("%s in Welsh", key).isNotBlank();
        }
        assertThat(spoken(messages)).as("words that no rule speaks").isSubsetOf(found(LITERAL, sources));
        for (String code : codes(sources)) {
            assertThat(english.stringPropertyNames())
                    .as("words for %s", code)
                    .contains(code + ".title", code + ".detail");
        }
    }

    /// The codes that a service has words of its own for.
    private static Set<String> spoken(Path messages) {
        var words = new Properties();
        load(words, messages.resolve("rules_en.properties"));
        return words.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> codes(Path sources) {
        return found(CODE, sources);
    }

    private static Set<String> found(Pattern pattern, Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(WordingContract::read)
                    .flatMap(source -> pattern.matcher(source).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The library's own words stand on the class path, a service's in its sources.
    private static Properties words(Path messages, String language) {
        Properties words = new Properties();
        try (var own =
                WordingContract.class.getResourceAsStream("/messages/problems_%s.properties".formatted(language))) {
            words.load(new java.io.InputStreamReader(own, java.nio.charset.StandardCharsets.UTF_8));
            for (String name : List.of("rules_%s.properties", "problems_%s.properties")) {
                load(words, messages.resolve(name.formatted(language)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static void load(Properties words, Path file) {
        if (Files.exists(file)) {
            try (Reader text = Files.newBufferedReader(file)) {
                words.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Set<String> facts(String text) {
        return FACT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
