package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What staff-service says happened, as far as figures of who is in post need it. Everything else passes by.
public sealed interface StaffMessage {

    EventTypes<StaffMessage> TYPES = EventTypes.of(StaffMessage.class);

    /// The topic, from its beginning.
    static Feed<StaffMessage> feed() {
        return new Feed.Topic<>(
                TYPES, "refocus.staff.events", "refocus.staff", Set.of("worker", "establishment"), true);
    }

    /// A worker is with the service.
    ///
    /// @param fte the part of a full week they are contracted for, as in 0.8
    /// @param contract its kind, a code
    /// @param agency whether somebody else employs them
    /// @param startsOn the first day of the contract; the day it happened, where none is given
    /// @param application what they were hired upon, where recruitment made them a worker
    @EventName("worker-joined")
    record WorkerJoined(
            BigDecimal fte,
            Optional<String> contract,
            Optional<Boolean> agency,
            Optional<LocalDate> startsOn,
            Optional<UUID> application)
            implements StaffMessage {

        /// A student on placement is with the service, and holds no post.
        boolean isPlacement() {
            return contract.filter("STUDENT"::equals).isPresent();
        }
    }

    /// A worker is contracted for more or less.
    ///
    /// @param from the first day of the new contract; the day it happened, where none is given
    @EventName("capacity-changed")
    record CapacityChanged(BigDecimal fte, Optional<LocalDate> from) implements StaffMessage {}

    /// A worker is no longer with the service.
    ///
    /// @param lastDay the last day worked; the day it happened, where none is given
    @EventName("worker-left")
    record WorkerLeft(Optional<LocalDate> lastDay) implements StaffMessage {}

    /// A worker was away; no reason is recorded.
    ///
    /// @param to the first day back
    @EventName("absence-recorded")
    record AbsenceRecorded(LocalDate from, LocalDate to) implements StaffMessage {}

    /// From that day on a role has so many full-time posts in a team; the stream is of one team and role.
    @EventName("establishment-set")
    record EstablishmentSet(BigDecimal fte, LocalDate from) implements StaffMessage {}
}
