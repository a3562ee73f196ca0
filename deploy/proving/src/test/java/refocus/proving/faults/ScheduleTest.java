package refocus.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import refocus.proving.faults.Fault.Kind;

class ScheduleTest {

    @Test
    void the_same_seed_makes_the_same_schedule() {
        assertThat(Schedule.of(7, 40, 20_000, true, 0)).isEqualTo(Schedule.of(7, 40, 20_000, true, 0));
        assertThat(Schedule.of(8, 40, 20_000, true, 0)).isNotEqualTo(Schedule.of(7, 40, 20_000, true, 0));
    }

    @Test
    void forty_faults_hold_every_kind() {
        var kinds = Schedule.of(1, 40, 20_000, true, 0).faults().stream()
                .map(Fault::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void faults_wait_for_commands_that_make_half_of_the_events() {
        var faults = Schedule.of(1, 40, 20_000, false, 3).faults();
        assertThat(faults)
                .hasSize(40)
                .allSatisfy(fault -> assertThat(fault.after()).isPositive());
        assertThat(faults.stream().mapToLong(Fault::after).sum()).isBetween(4_500L, 5_000L);
    }
}
