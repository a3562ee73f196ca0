package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What staff-service says happened, as far as coverage needs it. Everything else passes by.
public sealed interface StaffMessage {

    /// The topic, from its beginning.
    static Feed<StaffMessage> feed() {
        return new Feed.Topic<>(EventTypes.of(StaffMessage.class), "refocus.staff.events", "refocus.staff", true);
    }

    /// A worker is with the service.
    ///
    /// @param fte the part of a full week they are contracted for, as in 0.8
    /// @param startsOn the first day of the contract; the day it happened, where none is given
    @EventName("worker-joined")
    record WorkerJoined(BigDecimal fte, Optional<LocalDate> startsOn) implements StaffMessage {}

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
}
