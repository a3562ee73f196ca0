package refocus.cases.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSet;
import refocus.eventsourcing.codes.CodeSets;

class CodeSetsTest {

    final CodeSets codes = new CodeSets();

    @Test
    void every_set_and_code_has_a_label_in_both_languages_and_stands_once() {
        assertThat(codes.all()).hasSizeGreaterThan(20).allSatisfy(set -> {
            assertThat(set.title().en()).isNotBlank();
            assertThat(set.title().cy()).isNotBlank();
            assertThat(set.codes()).isNotEmpty().allSatisfy(code -> {
                assertThat(code.en()).as(code.code()).isNotBlank();
                assertThat(code.cy()).as(code.code()).isNotBlank();
            });
            assertThat(set.codes()).extracting(CodeSet.Code::code).doesNotHaveDuplicates();
        });
    }

    @Test
    void a_label_is_in_the_readers_language() {
        var school = codes.named("referral-source").find("SCHOOL").orElseThrow().label();
        assertThat(school.in(Locale.forLanguageTag("cy-GB"))).isEqualTo("Ysgol neu addysg");
        assertThat(school.in(Locale.FRENCH)).isEqualTo("School or education");
    }

    @Test
    void an_unknown_code_is_impossible_and_says_where_it_stood() {
        codes.check("referral-reason", "reasons", List.of("NEGLECT"));
        codes.check("consent", "consent", Optional.empty());
        assertThatThrownBy(() -> codes.check("referral-reason", "reasons", List.of("NEGLECT", "neglect")))
                .isInstanceOfSatisfying(Impossible.class, impossible -> {
                    assertThat(impossible.field()).isEqualTo("reasons[1]");
                    assertThat(impossible.code()).isEqualTo("unknown-code");
                });
    }

    @Test
    void an_unknown_set_is_unknown() {
        assertThatThrownBy(() -> codes.named("shoe-size")).isInstanceOf(Unknown.class);
    }
}
