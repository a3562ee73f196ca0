package refocus.reporting.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import refocus.eventsourcing.http.Language;
import refocus.reporting.catalogue.Words;

class HeadlinesTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_has_a_name_and_a_reason_in_both_languages(Language language) {
        Words words = Words.in(language);
        assertThat(Headlines.ALL).isNotEmpty().allSatisfy(headline -> {
            assertThat(words.word("headline." + headline.key())).isNotBlank();
            assertThat(words.word("headline." + headline.key() + ".why")).isNotBlank();
            assertThat(words.word("theme." + headline.theme().code())).isNotBlank();
        });
    }
}
