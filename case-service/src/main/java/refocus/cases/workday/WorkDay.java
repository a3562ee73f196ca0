package refocus.cases.workday;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import refocus.cases.workday.WorkDayCommand.Entry;
import refocus.cases.workday.WorkDayCommand.LogWorkTime;
import refocus.cases.workday.WorkDayEvent.WorkTimeLogged;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;

/// One worker's day, as far as it was logged.
///
/// @param minutes logged so far, time in sessions apart
public record WorkDay(int minutes) {

    private static final int WHOLE_DAY = 24 * 60;

    public static final StreamType<WorkDayCommand, WorkDayEvent, WorkDay> TYPE = StreamType.of(
            "work-day",
            new Decider<>(new WorkDay(0), WorkDay::decide, WorkDay::evolve),
            WorkDayEvent.class,
            WorkDay.class);

    /// The same worker and date are the same stream, whoever asks.
    public static StreamId of(UUID worker, LocalDate date) {
        return StreamId.of("work-day", worker, date);
    }

    static List<WorkDayEvent> decide(WorkDay state, WorkDayCommand command) {
        return switch (command) {
            case LogWorkTime logging -> log(state, logging);
        };
    }

    static WorkDay evolve(WorkDay state, WorkDayEvent event) {
        return switch (event) {
            case WorkTimeLogged logged -> new WorkDay(state.minutes + logged.minutes());
        };
    }

    private static List<WorkDayEvent> log(WorkDay state, LogWorkTime asked) {
        if (asked.date().isAfter(asked.today())) {
            throw new Impossible("entries.date", "in-the-future");
        }
        int more = asked.entries().stream().mapToInt(Entry::minutes).sum();
        if (state.minutes + asked.elsewhere() + more > WHOLE_DAY) {
            throw new Impossible("entries.minutes", "day-over-24-hours", asked.date());
        }
        return asked.entries().stream()
                .<WorkDayEvent>map(
                        entry -> new WorkTimeLogged(asked.worker(), asked.date(), entry.category(), entry.minutes()))
                .toList();
    }
}
