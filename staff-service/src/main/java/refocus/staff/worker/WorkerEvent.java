package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened with one member of staff.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface WorkerEvent {

    /// Someone is with the service.
    ///
    /// @param fte the part of a full week that is contracted, as in 0.8; a full week has 37 hours
    @EventName("worker-joined")
    record WorkerJoined(Sealed name, Optional<String> role, BigDecimal fte, LocalDate startsOn)
            implements WorkerEvent {}

    /// A contract is for more or less than before.
    ///
    /// @param from the first day of the new contract
    @EventName("capacity-changed")
    record CapacityChanged(BigDecimal fte, LocalDate from) implements WorkerEvent {}

    /// No reason is recorded.
    ///
    /// @param to the first day back
    @EventName("absence-recorded")
    record AbsenceRecorded(LocalDate from, LocalDate to) implements WorkerEvent {}

    @EventName("worker-left")
    record WorkerLeft(LocalDate lastDay) implements WorkerEvent {}
}
