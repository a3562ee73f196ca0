package refocus.feedback.barrier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one barrier.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface BarrierEvent {

    /// Something keeps a worker from children.
    ///
    /// @param raisedBy the barrier's own id where nobody is to know who it was
    /// @param hoursLostWeekly an estimate, of the raiser's own time
    /// @param receipt a keyed hash of what only the raiser holds, where nobody is to know who it was
    @EventName("barrier-raised")
    record BarrierRaised(
            UUID raisedBy,
            String department,
            Sealed what,
            Optional<Sealed> effectOnChildren,
            Optional<Integer> hoursLostWeekly,
            LocalDate raisedOn,
            Optional<String> receipt)
            implements BarrierEvent {}

    @EventName("barrier-supported")
    record BarrierSupported(UUID worker, Optional<Integer> hoursLostWeekly) implements BarrierEvent {}

    @EventName("barrier-assigned")
    record BarrierAssigned(String department, UUID owner, LocalDate dueOn) implements BarrierEvent {}

    @EventName("barrier-accepted")
    record BarrierAccepted(UUID owner) implements BarrierEvent {}

    /// The owner says it is not theirs; it waits for another owner.
    @EventName("barrier-disputed")
    record BarrierDisputed(UUID owner, Sealed reason) implements BarrierEvent {}

    @EventName("barrier-progressed")
    record BarrierProgressed(Sealed note, LocalDate progressedOn) implements BarrierEvent {}

    /// It went up the ladder, by the clock or by a person.
    ///
    /// @param level how far up the ladder it is now; 0 is its owner
    /// @param overdue whether the clock did it
    @EventName("barrier-escalated")
    record BarrierEscalated(int level, boolean overdue, LocalDate wasDueOn, LocalDate dueOn, Optional<Sealed> reason)
            implements BarrierEvent {}

    @EventName("barrier-paused")
    record BarrierPaused(Sealed reason, LocalDate pausedOn, LocalDate until) implements BarrierEvent {}

    /// It goes on after a pause.
    ///
    /// @param dueOn later by as many days as it was paused; absent where nobody has it
    @EventName("barrier-resumed")
    record BarrierResumed(LocalDate resumedOn, Optional<LocalDate> dueOn) implements BarrierEvent {}

    @EventName("workaround-agreed")
    record WorkaroundAgreed(Sealed workaround) implements BarrierEvent {}

    @EventName("barrier-resolved")
    record BarrierResolved(Sealed how, LocalDate resolvedOn) implements BarrierEvent {}

    /// One of those it kept from children says it is gone.
    ///
    /// @param settled whether this confirmation ends it: the raiser's, or a third supporter's
    @EventName("resolution-confirmed")
    record ResolutionConfirmed(UUID worker, boolean feltHeard, boolean settled, LocalDate confirmedOn)
            implements BarrierEvent {}

    @EventName("barrier-reopened")
    record BarrierReopened(Sealed reason, LocalDate reopenedOn, Optional<LocalDate> dueOn) implements BarrierEvent {}

    @EventName("barrier-closed-unresolved")
    record BarrierClosedUnresolved(String reason, Sealed explanation, LocalDate closedOn) implements BarrierEvent {}
}
