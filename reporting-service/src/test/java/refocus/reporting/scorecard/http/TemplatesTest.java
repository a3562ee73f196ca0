package refocus.reporting.scorecard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import refocus.eventsourcing.http.Language;
import refocus.reporting.catalogue.Words;

/// A page says nothing that does not stand in the bundles, where each word has both languages.
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates", "scorecard");
    private static final Pattern KEY = Pattern.compile("frame\\.word\\('([^']+)'\\)");
    private static final Pattern SPOKEN = Pattern.compile("(?:aria-label|title|alt|placeholder)=\"([^\"]*)\"");

    /// What is the same in both.
    private static final String NAME = "Refocus";

    @TestFactory
    Stream<DynamicTest> no_template_has_words_of_its_own() throws IOException {
        return templates(template -> {
            String words = template.replaceAll("\\{[^{}]*}", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace(NAME, " ");
            assertThat(words).doesNotContainPattern("\\p{L}");
            assertThat(SPOKEN.matcher(template).results().map(found -> found.group(1)))
                    .allMatch(value -> value.matches("\\{[^{}]*}"));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_word_a_template_asks_for_is_there() throws IOException {
        return templates(template -> assertThat(KEY.matcher(template).results().map(found -> found.group(1)))
                .allSatisfy(key -> {
                    for (Language language : Language.values()) {
                        assertThat(Words.in(language).word(key)).isNotBlank();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> no_template_has_a_script_or_a_style_of_its_own() throws IOException {
        return templates(
                template -> assertThat(template).doesNotContain("<script", "<style", "style=", "javascript:", " on"));
    }

    private interface Check {
        void of(String template) throws IOException;
    }

    private static Stream<DynamicTest> templates(Check check) throws IOException {
        return Files.list(TEMPLATES)
                .sorted()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> check.of(Files.readString(file))));
    }
}
