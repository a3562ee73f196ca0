package refocus.cases.workday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.workday.WorkDayCommand.Entry;
import refocus.cases.workday.WorkDayCommand.LogWorkTime;
import refocus.cases.workday.WorkDayEvent.WorkTimeLogged;
import refocus.eventsourcing.DeciderSpec;

class WorkDayTest {

    static final UUID AMINA = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    static final LocalDate WEDNESDAY = LocalDate.parse("2026-11-04");

    final DeciderSpec<WorkDayCommand, WorkDayEvent, WorkDay> aDay = DeciderSpec.of(WorkDay.TYPE.decider());

    @Test
    void every_entry_is_logged() {
        aDay.when(logging(0, new Entry("RECORDING", 90), new Entry("TRAVEL", 45)))
                .then(logged("RECORDING", 90), logged("TRAVEL", 45))
                .thenState(new WorkDay(135)::equals);
    }

    @Test
    void the_same_again_is_more_time_spent() {
        aDay.given(logged("RECORDING", 90))
                .when(logging(0, new Entry("RECORDING", 90)))
                .then(logged("RECORDING", 90))
                .thenState(new WorkDay(180)::equals);
    }

    @Test
    void a_day_has_24_hours_and_sessions_count() {
        aDay.given(logged("RECORDING", 600))
                .when(logging(0, new Entry("MEETING", 840)))
                .then(logged("MEETING", 840));
        aDay.given(logged("RECORDING", 600))
                .when(logging(0, new Entry("MEETING", 841)))
                .thenImpossible("entries.minutes", "day-over-24-hours");
        aDay.given(logged("RECORDING", 600))
                .when(logging(50, new Entry("MEETING", 791)))
                .thenImpossible("entries.minutes", "day-over-24-hours");
    }

    @Test
    void tomorrow_has_not_been_worked() {
        aDay.when(new LogWorkTime(AMINA, WEDNESDAY.plusDays(1), List.of(new Entry("MEETING", 60)), 0, WEDNESDAY))
                .thenImpossible("entries.date", "in-the-future");
    }

    private static LogWorkTime logging(int elsewhere, Entry... entries) {
        return new LogWorkTime(AMINA, WEDNESDAY, List.of(entries), elsewhere, WEDNESDAY);
    }

    private static WorkTimeLogged logged(String category, int minutes) {
        return new WorkTimeLogged(AMINA, WEDNESDAY, category, minutes);
    }
}
