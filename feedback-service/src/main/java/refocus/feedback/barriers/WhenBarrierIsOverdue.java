package refocus.feedback.barriers;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.BarrierCommand;
import refocus.feedback.barrier.BarrierCommand.PassDueDay;
import refocus.feedback.barrier.BarrierEvent;

/// When a barrier's day has passed, it goes one step up the ladder; when its pause has, it goes on.
///
/// The next step counts from the day that passed: a service that stood still catches up, step by step.
@Singleton
public class WhenBarrierIsOverdue implements WhenDue {

    private final Desk<BarrierCommand, BarrierEvent, Barrier> desk;
    private final Ladder ladder;

    WhenBarrierIsOverdue(Desks desks, Ladder ladder) {
        this.desk = desks.of(Barrier.TYPE);
        this.ladder = ladder;
    }

    @Override
    public String name() {
        return "when_barrier_is_overdue";
    }

    @Override
    public String view() {
        return BarriersProjection.DUE.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        LocalDate today = Wales.dayOf(dueAt);
        return desk.read(stream.id())
                .map(Current::state)
                .map(state -> new PassDueDay(today, next(state, today.minusDays(1)), ladder.top()))
                .chain(command -> desk.handle(stream.id(), command, asking));
    }

    private LocalDate next(Barrier state, LocalDate passed) {
        return ladder.nextDay(passed, Barrier.file(state).level() + 1);
    }
}
