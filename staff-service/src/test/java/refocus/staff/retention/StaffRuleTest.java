package refocus.staff.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.staff.retention.StaffRule.keptUntil;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerEvent;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;

/// How long records of staff are kept, by the rule as it stands.
class StaffRuleTest {

    static final LocalDate LAST_DAY = LocalDate.of(2020, 6, 30);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    static final WorkerEvent JOINED = new WorkerJoined(
            Optional.empty(),
            Optional.of("practitioner"),
            Optional.of(0),
            BigDecimal.ONE,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            LocalDate.of(2014, 5, 1),
            Optional.empty(),
            List.of());
    static final WorkerEvent LEFT = new WorkerLeft(LAST_DAY, Optional.empty());

    @Test
    void a_record_is_kept_for_six_years_after_the_last_day() {
        assertThat(keptUntil(after(JOINED, LEFT), TODAY)).contains(LocalDate.of(2026, 6, 30));
    }

    @Test
    void no_end_is_known_while_someone_is_in_post_on_the_last_day_too() {
        assertThat(keptUntil(after(JOINED), TODAY)).isEmpty();
        assertThat(keptUntil(after(JOINED, LEFT), LAST_DAY)).isEmpty();
        assertThat(keptUntil(after(JOINED, LEFT), LAST_DAY.plusDays(1))).isPresent();
    }

    @Test
    void who_came_back_is_in_post_again() {
        assertThat(keptUntil(after(JOINED, LEFT, JOINED), TODAY)).isEmpty();
    }

    @Test
    void every_version_says_where_it_is_from_and_what_of_that_was_checked() {
        assertThat(StaffRule.versions()).isNotEmpty().allSatisfy(version -> {
            assertThat(version.source()).isNotBlank();
            assertThat(version.checked()).isNotBlank();
        });
        assertThat(StaffRule.versions()).extracting(StaffRule.Version::version).doesNotHaveDuplicates();
    }

    private static Worker after(WorkerEvent... history) {
        return Worker.TYPE.decider().fold(List.of(history));
    }
}
