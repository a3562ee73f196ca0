package refocus.recruitment.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSet;
import refocus.eventsourcing.codes.CodeSets;

class CodeSetsTest {

    final CodeSets codes = new CodeSets();

    @Test
    void every_set_and_code_has_a_label_in_both_languages_and_stands_once() {
        assertThat(codes.all()).hasSizeGreaterThan(4).allSatisfy(set -> {
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
    void an_unknown_code_is_impossible_and_says_where_it_stood() {
        codes.check("check-kind", "checks", List.of("IDENTITY"));
        assertThatThrownBy(() -> codes.check("check-kind", "checks", List.of("IDENTITY", "HOROSCOPE")))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.field()).isEqualTo("checks[1]"));
        assertThatThrownBy(() -> codes.named("shoe-size")).isInstanceOf(Unknown.class);
    }
}
