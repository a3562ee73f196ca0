package refocus.reporting.barriers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What feedback-service says of barriers, as far as the report needs it. Everything else passes by.
public sealed interface BarrierMessage {

    EventTypes<BarrierMessage> TYPES = EventTypes.of(BarrierMessage.class);

    /// The topic, from its beginning.
    static Feed<BarrierMessage> feed() {
        return new Feed.Topic<>(TYPES, "refocus.feedback.events", "refocus.feedback", Set.of("barrier"), true);
    }

    @EventName("barrier-raised")
    record BarrierRaised(String department, Optional<Integer> hoursLostWeekly, LocalDate raisedOn)
            implements BarrierMessage {}

    @EventName("barrier-supported")
    record BarrierSupported(Optional<Integer> hoursLostWeekly) implements BarrierMessage {}

    /// It is another department's now, perhaps.
    @EventName("barrier-assigned")
    record BarrierAssigned(String department) implements BarrierMessage {}

    @EventName("barrier-escalated")
    record BarrierEscalated(Integer level) implements BarrierMessage {}

    @EventName("barrier-paused")
    record BarrierPaused(LocalDate pausedOn) implements BarrierMessage {}

    @EventName("barrier-resumed")
    record BarrierResumed(LocalDate resumedOn) implements BarrierMessage {}

    @EventName("barrier-resolved")
    record BarrierResolved(LocalDate resolvedOn) implements BarrierMessage {}

    @EventName("barrier-reopened")
    record BarrierReopened(LocalDate reopenedOn) implements BarrierMessage {}

    @EventName("barrier-closed-unresolved")
    record BarrierClosedUnresolved(LocalDate closedOn) implements BarrierMessage {}
}
