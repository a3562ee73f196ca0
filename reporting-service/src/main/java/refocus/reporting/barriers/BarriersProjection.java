package refocus.reporting.barriers;

import static refocus.reporting.barriers.BarrierFact.FACTS;
import static refocus.reporting.period.Period.day;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.barriers.BarrierMessage.BarrierAssigned;
import refocus.reporting.barriers.BarrierMessage.BarrierClosedUnresolved;
import refocus.reporting.barriers.BarrierMessage.BarrierEscalated;
import refocus.reporting.barriers.BarrierMessage.BarrierPaused;
import refocus.reporting.barriers.BarrierMessage.BarrierRaised;
import refocus.reporting.barriers.BarrierMessage.BarrierReopened;
import refocus.reporting.barriers.BarrierMessage.BarrierResolved;
import refocus.reporting.barriers.BarrierMessage.BarrierResumed;
import refocus.reporting.barriers.BarrierMessage.BarrierSupported;

/// What became of each barrier, event by event.
@Singleton
class BarriersProjection implements Projection<BarrierMessage> {

    @Override
    public String name() {
        return "barriers";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<BarrierMessage> feed() {
        return BarrierMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS);
    }

    @Override
    public List<Change> apply(Recorded<BarrierMessage> recorded) {
        return List.of(FACTS.insert(fact(recorded)));
    }

    private static BarrierFact fact(Recorded<BarrierMessage> recorded) {
        return switch (recorded.event()) {
            case BarrierRaised(var department, var hours, var on) ->
                BarrierFact.raised(recorded, on, department, hours);
            case BarrierSupported(var hours) -> BarrierFact.supported(recorded, day(recorded.occurredAt()), hours);
            case BarrierAssigned(var department) ->
                BarrierFact.moved(recorded, day(recorded.occurredAt()), Optional.of(department), Optional.empty());
            case BarrierEscalated(var level) ->
                BarrierFact.moved(recorded, day(recorded.occurredAt()), Optional.empty(), Optional.of(level));
            case BarrierPaused(var on) -> BarrierFact.paused(recorded, on, true);
            case BarrierResumed(var on) -> BarrierFact.paused(recorded, on, false);
            case BarrierResolved(var on) -> BarrierFact.turned(recorded, on, false);
            case BarrierReopened(var on) -> BarrierFact.turned(recorded, on, true);
            case BarrierClosedUnresolved(var on) -> BarrierFact.turned(recorded, on, false);
        };
    }
}
