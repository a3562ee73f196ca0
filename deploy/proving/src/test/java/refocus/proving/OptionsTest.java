package refocus.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import refocus.local.Unworkable;

class OptionsTest {

    @Test
    void nothing_asked_for_includes_everything() {
        var options = Options.parse("bench", List.of());
        assertThat(options.includes("relay")).isTrue();
        assertThat(options.isLong()).isFalse();
        assertThat(options.number("--rounds", 3)).isEqualTo(3);
    }

    @Test
    void parts_are_named_with_commas() {
        var options = Options.parse("faults", List.of("--only", "poison,restore", "--seed", "7", "--long"));
        assertThat(options.includes("restore")).isTrue();
        assertThat(options.includes("schedule")).isFalse();
        assertThat(options.number("--seed", 0)).isEqualTo(7);
        assertThat(options.isLong()).isTrue();
    }

    @Test
    void what_a_verb_does_not_know_is_said() {
        assertThatThrownBy(() -> Options.parse("bench", List.of("--seed", "7")))
                .isInstanceOf(Unworkable.class)
                .hasMessageContaining("bench knows no --seed");
    }

    @Test
    void a_part_that_a_verb_does_not_have_is_said() {
        assertThatThrownBy(() -> Options.parse("bench", List.of("--only", "commands,paused")))
                .isInstanceOf(Unworkable.class)
                .hasMessage("bench has no part paused; there are"
                        + " commands,relay,rebuild,latency,running,growth,startup,reads");
    }

    @Test
    void a_number_is_a_number() {
        var options = Options.parse("faults", List.of("--seed", "seven"));
        assertThatThrownBy(() -> options.number("--seed", 0))
                .isInstanceOf(Unworkable.class)
                .hasMessage("--seed needs a number, not seven");
    }

    @Test
    void of_what_is_counted_there_is_one_at_least() {
        var options = Options.parse("bench", List.of("--clients", "0", "--rounds", "1"));
        assertThat(options.count("--rounds", 3)).isEqualTo(1);
        assertThat(options.count("--seconds", 3)).isEqualTo(3);
        assertThatThrownBy(() -> options.count("--clients", 1))
                .isInstanceOf(Unworkable.class)
                .hasMessage("--clients needs at least 1");
    }
}
