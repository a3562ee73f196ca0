package refocus.cases.childcase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand.GoalScore;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one child's case.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed. `outsideRule` names the
/// rule that a fact broke; it is recorded all the same.
public sealed interface CaseEvent {

    @EventName("case-opened")
    record CaseOpened(UUID child, Optional<UUID> referral, LocalDate openedOn) implements CaseEvent {}

    @EventName("worker-allocated")
    record WorkerAllocated(
            UUID child,
            UUID allocation,
            UUID worker,
            Role role,
            LocalDate from,
            String reason,
            Optional<BigDecimal> points)
            implements CaseEvent {}

    @EventName("allocation-ended")
    record AllocationEnded(UUID child, UUID allocation, UUID worker, Role role, LocalDate to, Optional<String> reason)
            implements CaseEvent {}

    /// Time was spent with the child.
    ///
    /// @param child of the case
    /// @param minutes of the session, travel apart; each of the workers spent them
    /// @param children everyone who was there, the child of the case among them
    @EventName("direct-work-held")
    record DirectWorkHeld(
            UUID child,
            List<UUID> workers,
            LocalDate heldOn,
            int minutes,
            String mode,
            boolean seenAlone,
            Sealed summary,
            List<Attendance> children,
            Optional<String> place,
            Optional<String> method,
            List<UUID> resources,
            Optional<Sealed> childView,
            Optional<Sealed> whatChanged,
            List<GoalScore> goalScores,
            Optional<Integer> travelMinutes,
            Optional<String> visitKind,
            Optional<Boolean> toldChildWhatHappensNext,
            Optional<String> outsideRule)
            implements CaseEvent {}

    @EventName("direct-work-not-held")
    record DirectWorkNotHeld(
            UUID child,
            List<UUID> workers,
            LocalDate plannedOn,
            String reason,
            Optional<Sealed> note,
            Optional<String> outsideRule)
            implements CaseEvent {}

    @EventName("case-note-recorded")
    record CaseNoteRecorded(
            UUID child,
            List<UUID> workers,
            LocalDate heldOn,
            String with,
            Optional<String> mode,
            Sealed summary,
            Optional<Integer> minutes,
            Optional<String> outsideRule)
            implements CaseEvent {}

    /// The work has ended.
    ///
    /// @param decision that this was; absent before decisions were recorded
    @EventName("case-closed")
    record CaseClosed(
            UUID child,
            String reason,
            Optional<Sealed> outcome,
            Optional<Sealed> childView,
            Optional<Boolean> childTold,
            LocalDate closedOn,
            Instant closedAt,
            Optional<UUID> decision)
            implements CaseEvent {}

    @EventName("case-reopened")
    record CaseReopened(UUID child, String reason, LocalDate reopenedOn) implements CaseEvent {}

    /// One child at a session; what they said is under their own key.
    record Attendance(UUID child, boolean seen, boolean seenAlone, Optional<Sealed> childView) {}
}
