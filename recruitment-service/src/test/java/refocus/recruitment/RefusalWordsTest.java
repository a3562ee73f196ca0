package refocus.recruitment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever code the source refuses with is said in both languages, and nothing is said that is never refused.
class RefusalWordsTest {

    private static final Pattern CODE = Pattern.compile(
            "new (?:Refused\\(|Impossible\\([^,;]+?,|Malformed\\([^,;]+?,)\\s*\"([a-z0-9-]+)\"", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void every_code_has_a_title_and_a_detail(String language) throws IOException {
        Properties words = words("rules", language);
        words.putAll(words("problems", language));
        assertThat(codes()).hasSizeGreaterThan(10).allSatisfy(code -> {
            assertThat(words.getProperty(code + ".title")).as(code + ".title").isNotBlank();
            assertThat(words.getProperty(code + ".detail")).as(code + ".detail").isNotBlank();
        });
    }

    @Test
    void both_languages_say_the_same_codes_and_no_others() throws IOException {
        Properties english = words("rules", "en");
        assertThat(words("rules", "cy").keySet()).isEqualTo(english.keySet());
        Set<String> said = new TreeSet<>();
        english.stringPropertyNames().forEach(key -> said.add(key.substring(0, key.lastIndexOf('.'))));
        assertThat(codes()).containsAll(said);
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java")).forEach(source -> {
                Matcher found = CODE.matcher(text(source));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            });
        }
        return codes;
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties words(String bundle, String language) throws IOException {
        var words = new Properties();
        String name = "/messages/%s_%s.properties".formatted(bundle, language);
        try (var file = new InputStreamReader(
                Objects.requireNonNull(RefusalWordsTest.class.getResourceAsStream(name), name), UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
