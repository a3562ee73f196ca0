package refocus.reporting.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing in Welsh is missing, and nothing in English either.
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"reports", "rules", "dashboard"})
    void both_languages_say_the_same_things(String bundle) throws IOException {
        assertThat(words(bundle, "cy").keySet()).isEqualTo(words(bundle, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "rules", "dashboard"})
    void neither_is_a_copy_of_the_other_or_left_blank(String bundle) throws IOException {
        Properties english = words(bundle, "en");
        Properties welsh = words(bundle, "cy");
        assertThat(english.keySet())
                .allSatisfy(key ->
                        assertThat(welsh.get(key).toString()).isNotBlank().isNotEqualTo(english.get(key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "barriers",
                "caseload",
                "children-seen",
                "direct-work-share",
                "front-line-decisions",
                "ideas-to-benefit",
                "morale",
                "recruitment-funnel",
                "referral-timeliness",
                "safe-starts",
                "support-loop",
                "workforce",
                "you-said-we-did"
            })
    void every_report_has_all_its_words(String report) throws IOException {
        Set<Object> keys = words("reports", "en").keySet();
        List<Object> needed = Stream.of("title", "definition", "numerator", "denominator", "unit")
                .<Object>map(what -> report + "." + what)
                .toList();
        assertThat(keys).containsAll(needed);
    }

    private static Properties words(String bundle, String language) throws IOException {
        var words = new Properties();
        try (var stream =
                WordsTest.class.getResourceAsStream("/messages/%s_%s.properties".formatted(bundle, language))) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }
}
