package refocus.cases.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What staff-service says happened, as far as allocation needs it. Everything else passes by.
public sealed interface StaffMessage {

    /// The topic, from its beginning.
    static Feed<StaffMessage> feed() {
        return new Feed.Topic<>(
                EventTypes.of(StaffMessage.class),
                "refocus.staff.events",
                "refocus.staff",
                Set.of("worker", "structure"),
                true);
    }

    @EventName("worker-joined")
    record WorkerJoined(Optional<UUID> team, LocalDate startsOn) implements StaffMessage {}

    @EventName("worker-moved")
    record WorkerMoved(Optional<UUID> team, LocalDate from) implements StaffMessage {}

    /// How much workload there is room for.
    ///
    /// @param points absent where it is not counted
    @EventName("capacity-changed")
    record CapacityChanged(LocalDate from, Optional<BigDecimal> points) implements StaffMessage {}

    @EventName("registration-recorded")
    record RegistrationRecorded(LocalDate renewalOn) implements StaffMessage {}

    /// The registration was not renewed.
    ///
    /// @param renewalOn the last day it was good for
    @EventName("registration-lapsed")
    record RegistrationLapsed(LocalDate renewalOn) implements StaffMessage {}

    /// Their last day here is known; it may be still to come.
    @EventName("worker-left")
    record WorkerLeft(LocalDate lastDay) implements StaffMessage {}

    /// From that day on, whoever was in one of these teams is in that one.
    @EventName("teams-merged")
    record TeamsMerged(List<UUID> from, UUID into, LocalDate effectiveOn) implements StaffMessage {}
}
