package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened with one member of staff.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface WorkerEvent {

    /// Someone is with the service.
    ///
    /// @param name absent where they were hired and nobody has said it here yet
    /// @param role a code, as are the contract and the kinds of checks
    /// @param fte the part of a full week that is contracted, as in 0.8; a full week has 37 hours
    @EventName("worker-joined")
    record WorkerJoined(
            Optional<Sealed> name,
            Optional<String> role,
            Optional<Integer> level,
            BigDecimal fte,
            Optional<String> contract,
            boolean agency,
            Optional<UUID> team,
            Optional<UUID> base,
            LocalDate startsOn,
            Optional<UUID> application,
            List<Check> checks)
            implements WorkerEvent {}

    @EventName("worker-named")
    record WorkerNamed(Sealed name) implements WorkerEvent {}

    @EventName("worker-role-changed")
    record WorkerRoleChanged(String role, Optional<Integer> level, LocalDate from) implements WorkerEvent {}

    /// Someone works elsewhere from that day on; what is absent stays as it was.
    @EventName("worker-moved")
    record WorkerMoved(Optional<UUID> team, Optional<UUID> base, LocalDate from) implements WorkerEvent {}

    /// A contract is for more or less than before.
    ///
    /// @param from the first day of the new contract
    /// @param points how much workload there is room for
    @EventName("capacity-changed")
    record CapacityChanged(BigDecimal fte, LocalDate from, Optional<BigDecimal> points) implements WorkerEvent {}

    /// Registered with Social Care Wales.
    ///
    /// @param renewalOn the last day it is good for, unless it is recorded again
    @EventName("registration-recorded")
    record RegistrationRecorded(Optional<Sealed> number, LocalDate renewalOn) implements WorkerEvent {}

    /// The renewal day went by.
    ///
    /// @param lapsedAt the moment it was over, however late the clock looked
    @EventName("registration-lapsed")
    record RegistrationLapsed(LocalDate renewalOn, Instant lapsedAt) implements WorkerEvent {}

    @EventName("welsh-skill-recorded")
    record WelshSkillRecorded(String skill, LocalDate on) implements WorkerEvent {}

    /// No reason is recorded.
    ///
    /// @param to the first day back
    @EventName("absence-recorded")
    record AbsenceRecorded(LocalDate from, LocalDate to) implements WorkerEvent {}

    @EventName("worker-left")
    record WorkerLeft(LocalDate lastDay, Optional<String> reason) implements WorkerEvent {}

    /// What was verified before the start, and until when it is good.
    record Check(String kind, Optional<LocalDate> validUntil) {}
}
