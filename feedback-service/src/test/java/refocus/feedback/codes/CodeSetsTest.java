package refocus.feedback.codes;

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
        assertThat(codes.all()).hasSizeGreaterThan(2).allSatisfy(set -> {
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
        var property = codes.named("department").find("PROPERTY").orElseThrow().label();
        assertThat(property.in(Locale.forLanguageTag("cy-GB"))).isEqualTo("Eiddo");
        assertThat(property.in(Locale.FRENCH)).isEqualTo("Property");
    }

    @Test
    void an_unknown_code_is_impossible_and_says_where_it_stood() {
        codes.check("department", "department", List.of("ICT"));
        codes.check("department", "department", Optional.empty());
        assertThatThrownBy(() -> codes.check("department", "departments", List.of("ICT", "ict")))
                .isInstanceOfSatisfying(Impossible.class, impossible -> {
                    assertThat(impossible.field()).isEqualTo("departments[1]");
                    assertThat(impossible.code()).isEqualTo("unknown-code");
                });
    }

    @Test
    void an_unknown_set_is_unknown() {
        assertThatThrownBy(() -> codes.named("shoe-size")).isInstanceOf(Unknown.class);
    }
}
