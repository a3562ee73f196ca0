package refocus.cases.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import refocus.eventsourcing.Impossible;

class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "9434765919", "943 476 5919", "943-476-5870", "4010232137"})
    void a_number_that_checks_is_taken(String text) {
        assertThat(NhsNumber.fromString(text).digits()).hasSize(10);
    }

    /// 0000000051 and the like would need the digit 10, which there is not.
    @ParameterizedTest
    @ValueSource(strings = {"9990000019", "9434765918", "9343765919", "1000000010", "9000000900"})
    void a_wrong_check_digit_is_impossible(String text) {
        assertThatThrownBy(() -> NhsNumber.fromString(text)).isInstanceOfSatisfying(Impossible.class, impossible -> {
            assertThat(impossible.field()).isEqualTo("nhsNumber");
            assertThat(impossible.code()).isEqualTo("check-digit");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999000001", "99900000188", "99900000l8", "٩٩٩٠٠٠٠٠١٨"})
    void another_shape_is_impossible(String text) {
        assertThatThrownBy(() -> NhsNumber.fromString(text))
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.code()).isEqualTo("nhs-number-shape"));
    }
}
