package refocus.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import refocus.proving.faults.Fault.Kind;
import refocus.proving.faults.Schedule.Deck;

class ScheduleTest {

    @Test
    void the_same_seed_makes_the_same_schedule() {
        assertThat(Schedule.of(Deck.USUAL, 7, 40, 20_000, true))
                .isEqualTo(Schedule.of(Deck.USUAL, 7, 40, 20_000, true));
        assertThat(Schedule.of(Deck.USUAL, 8, 40, 20_000, true))
                .isNotEqualTo(Schedule.of(Deck.USUAL, 7, 40, 20_000, true));
    }

    @Test
    void forty_faults_hold_every_kind() {
        var kinds = Schedule.of(Deck.USUAL, 1, 40, 20_000, true).faults().stream()
                .map(Fault::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.complementOf(EnumSet.of(Kind.LOSE_PARTITION)));
    }

    @Test
    void faults_wait_for_commands_that_make_half_of_the_events() {
        var faults = Schedule.of(Deck.LONG, 1, 40, 20_000, false).faults();
        assertThat(faults)
                .hasSize(40)
                .allSatisfy(fault -> assertThat(fault.after()).isPositive());
        assertThat(faults.stream().mapToLong(Fault::after).sum()).isBetween(4_500L, 5_000L);
    }
}
