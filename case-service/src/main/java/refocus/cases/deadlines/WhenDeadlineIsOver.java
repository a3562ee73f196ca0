package refocus.cases.deadlines;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineCommand;
import refocus.cases.deadline.DeadlineCommand.MissDeadline;
import refocus.cases.deadline.DeadlineEvent;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// When a deadline's time is over and it has not been met, it is missed.
@Singleton
public class WhenDeadlineIsOver implements WhenDue {

    private final Desk<DeadlineCommand, DeadlineEvent, Deadline> desk;

    WhenDeadlineIsOver(Desks desks) {
        this.desk = desks.of(Deadline.TYPE);
    }

    @Override
    public String name() {
        return "when_deadline_is_over";
    }

    @Override
    public String view() {
        return DeadlinesProjection.DUE.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return desk.handle(stream.id(), new MissDeadline(Instant.now()), asking);
    }
}
