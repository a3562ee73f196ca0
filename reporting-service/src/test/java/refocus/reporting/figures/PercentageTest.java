package refocus.reporting.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PercentageTest {

    @Test
    void of_nothing_there_is_none() {
        assertThat(Percentage.of(0, 0)).isEmpty();
        assertThat(Percentage.of(3, 0)).isEmpty();
    }

    @Test
    void is_rounded_half_up_to_one_decimal() {
        assertThat(Percentage.of(12600, 48000)).contains(new BigDecimal("26.3")); // 26.25
        assertThat(Percentage.of(1, 3)).contains(new BigDecimal("33.3"));
        assertThat(Percentage.of(2, 3)).contains(new BigDecimal("66.7"));
        assertThat(Percentage.of(1, 2000)).contains(new BigDecimal("0.1")); // 0.05
        assertThat(Percentage.of(1, 2001)).contains(new BigDecimal("0.0"));
    }

    @Test
    void of_all_and_of_none_are_whole() {
        assertThat(Percentage.of(7, 7)).contains(new BigDecimal("100.0"));
        assertThat(Percentage.of(0, 7)).contains(new BigDecimal("0.0"));
    }
}
