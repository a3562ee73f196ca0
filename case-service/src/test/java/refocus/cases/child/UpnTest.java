package refocus.cases.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import refocus.eventsourcing.Impossible;

class UpnTest {

    /// The first is the guide's own example; the last is temporary.
    @ParameterizedTest
    @ValueSource(strings = {"H801200001001", "h801200001001", " A660400020018 ", "M66040002001A"})
    void a_number_that_checks_is_taken(String text) {
        assertThat(Upn.fromString(text).text()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A801200001001", "H801200001010", "S801200001001"})
    void a_wrong_check_letter_is_impossible(String text) {
        assertThatThrownBy(() -> Upn.fromString(text)).isInstanceOfSatisfying(Impossible.class, impossible -> {
            assertThat(impossible.field()).isEqualTo("upn");
            assertThat(impossible.code()).isEqualTo("check-letter");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H80120000100", "H8012000010011", "8801200001001", "H80120000100S"})
    void another_shape_is_impossible(String text) {
        assertThatThrownBy(() -> Upn.fromString(text))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.code()).isEqualTo("upn-shape"));
    }
}
