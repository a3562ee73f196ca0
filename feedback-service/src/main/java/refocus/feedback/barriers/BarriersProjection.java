package refocus.feedback.barriers;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.feedback.barrier.BarrierEvent;
import refocus.feedback.barrier.BarrierEvent.BarrierAccepted;
import refocus.feedback.barrier.BarrierEvent.BarrierAssigned;
import refocus.feedback.barrier.BarrierEvent.BarrierClosedUnresolved;
import refocus.feedback.barrier.BarrierEvent.BarrierDisputed;
import refocus.feedback.barrier.BarrierEvent.BarrierEscalated;
import refocus.feedback.barrier.BarrierEvent.BarrierPaused;
import refocus.feedback.barrier.BarrierEvent.BarrierProgressed;
import refocus.feedback.barrier.BarrierEvent.BarrierRaised;
import refocus.feedback.barrier.BarrierEvent.BarrierReopened;
import refocus.feedback.barrier.BarrierEvent.BarrierResolved;
import refocus.feedback.barrier.BarrierEvent.BarrierResumed;
import refocus.feedback.barrier.BarrierEvent.BarrierSupported;
import refocus.feedback.barrier.BarrierEvent.ResolutionConfirmed;
import refocus.feedback.barrier.BarrierEvent.WorkaroundAgreed;
import refocus.feedback.barriers.BarrierEntry.State;

/// Keeps a row for each barrier, and one more while there is a day it must keep.
@Singleton
public class BarriersProjection implements Projection<BarrierEvent> {

    public static final Table<BarrierEntry> BARRIERS = Table.of("barriers", BarrierEntry.class, "barrier");
    static final Table<DueBarrier> DUE = Table.of("barriers_due", DueBarrier.class, "streamId");

    @Override
    public String name() {
        return "barriers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<BarrierEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(BarrierEvent.class), Set.of("barrier"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BARRIERS, DUE);
    }

    @Override
    public List<Change> apply(Recorded<BarrierEvent> recorded) {
        return switch (recorded.event()) {
            case BarrierRaised raised -> List.of(BARRIERS.insert(entry(recorded, raised)));
            case BarrierSupported supported ->
                List.of(BARRIERS.update(
                        row -> row.supported(supported.hoursLostWeekly().orElse(0)),
                        recorded.stream().id()));
            case BarrierAssigned(var department, var owner, var dueOn) ->
                List.of(
                        BARRIERS.update(
                                row -> row.held(department, Optional.of(owner), Optional.of(dueOn), row.level()),
                                recorded.stream().id()),
                        due(recorded, dueOn));
            case BarrierDisputed _ ->
                List.of(
                        BARRIERS.update(
                                row -> row.held(row.department(), Optional.empty(), Optional.empty(), row.level()),
                                recorded.stream().id()),
                        notDue(recorded));
            case BarrierEscalated escalated ->
                List.of(
                        BARRIERS.update(
                                row -> row.held(
                                        row.department(),
                                        row.owner(),
                                        Optional.of(escalated.dueOn()),
                                        escalated.level()),
                                recorded.stream().id()),
                        due(recorded, escalated.dueOn()));
            case BarrierPaused paused ->
                List.of(
                        now(recorded, State.PAUSED, Optional.of(paused.until()), Optional.empty()),
                        due(recorded, paused.until()));
            case BarrierResumed resumed -> running(recorded, resumed.dueOn());
            case BarrierReopened reopened -> running(recorded, reopened.dueOn());
            case BarrierResolved resolved -> over(recorded, State.RESOLVED, resolved.resolvedOn());
            case ResolutionConfirmed confirmed ->
                confirmed.settled() ? over(recorded, State.CONFIRMED, confirmed.confirmedOn()) : Change.unchanged();
            case BarrierClosedUnresolved closed -> over(recorded, State.CLOSED_UNRESOLVED, closed.closedOn());
            case BarrierAccepted _, BarrierProgressed _, WorkaroundAgreed _ -> Change.unchanged(); // read on its own
        };
    }

    private static List<Change> running(Recorded<?> recorded, Optional<LocalDate> dueOn) {
        Change open = BARRIERS.update(
                row -> row.held(row.department(), row.owner(), dueOn, row.level()),
                recorded.stream().id());
        return List.of(open, dueOn.map(day -> due(recorded, day)).orElseGet(() -> notDue(recorded)));
    }

    private static List<Change> over(Recorded<?> recorded, State state, LocalDate on) {
        return List.of(now(recorded, state, Optional.empty(), Optional.of(on)), notDue(recorded));
    }

    private static Change now(
            Recorded<?> recorded, State state, Optional<LocalDate> until, Optional<LocalDate> endedOn) {
        return BARRIERS.update(
                row -> row.now(state, until, endedOn), recorded.stream().id());
    }

    private static Change due(Recorded<?> recorded, LocalDate day) {
        return DUE.insert(new DueBarrier(recorded.stream().toString(), Wales.endOf(day)));
    }

    private static Change notDue(Recorded<?> recorded) {
        return DUE.delete(recorded.stream().toString());
    }

    private static BarrierEntry entry(Recorded<?> recorded, BarrierRaised raised) {
        return new BarrierEntry(
                recorded.stream().id(),
                State.OPEN,
                raised.department(),
                raised.what(),
                raised.raisedBy(),
                raised.raisedOn(),
                recorded.occurredAt(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                raised.hoursLostWeekly().orElse(0),
                Optional.empty(),
                Optional.empty());
    }
}
