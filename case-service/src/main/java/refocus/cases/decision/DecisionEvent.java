package refocus.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one decision.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed. Each names the referral
/// or the case it is about, and the children.
public sealed interface DecisionEvent {

    List<UUID> children();

    /// Someone says what should be decided, and why.
    ///
    /// @param requiredLevel the lowest that may take it, by the right in force on that day
    /// @param rightVersion of that right; empty where none was in force
    /// @param proposerLevel of the worker who proposes
    @EventName("decision-proposed")
    record DecisionProposed(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            int requiredLevel,
            Optional<Integer> rightVersion,
            Optional<UUID> proposedBy,
            int proposerLevel,
            List<Sealed> options,
            Optional<Sealed> rationale,
            Optional<Sealed> childView,
            LocalDate proposedOn,
            Instant proposedAt)
            implements DecisionEvent {}

    @EventName("decision-supported")
    record DecisionSupported(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            UUID supportedBy,
            int level,
            Optional<Sealed> reason,
            LocalDate supportedOn)
            implements DecisionEvent {}

    /// Someone higher up is asked to take it.
    ///
    /// @param toLevel who is asked to take it
    @EventName("decision-referred-up")
    record DecisionReferredUp(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            Optional<UUID> referredBy,
            int level,
            int toLevel,
            Sealed reason,
            LocalDate referredOn)
            implements DecisionEvent {}

    @EventName("decision-returned-down")
    record DecisionReturnedDown(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            Optional<UUID> returnedBy,
            int level,
            Sealed reason,
            LocalDate returnedOn)
            implements DecisionEvent {}

    /// The decision is taken; this one says all that a figure about it needs.
    ///
    /// @param level at which it was taken
    /// @param supported whether someone else had supported it
    /// @param referredUp whether it had been referred up, be it returned since
    /// @param aboveRequired whether it was taken higher than its right needs
    /// @param outsideRule the rule that was broken, where one was: `decision-right` or `case-closed`
    @EventName("decision-taken")
    record DecisionTaken(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            int level,
            int requiredLevel,
            Optional<Integer> rightVersion,
            Optional<UUID> takenBy,
            Optional<UUID> proposedBy,
            Instant proposedAt,
            Instant takenAt,
            LocalDate takenOn,
            boolean supported,
            boolean referredUp,
            boolean aboveRequired,
            Optional<Sealed> note,
            Optional<String> outsideRule,
            Optional<Sealed> outsideReason)
            implements DecisionEvent {}

    /// The decision no longer stands.
    ///
    /// @param level at which it had been taken
    /// @param overturnedLevel at which it was overturned
    @EventName("decision-overturned")
    record DecisionOverturned(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            int level,
            int requiredLevel,
            Instant takenAt,
            Optional<UUID> overturnedBy,
            int overturnedLevel,
            Sealed reason,
            LocalDate overturnedOn)
            implements DecisionEvent {}

    /// A manager has looked at a decision that was taken.
    ///
    /// @param outcome a code
    @EventName("decision-reviewed")
    record DecisionReviewed(
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            String kind,
            String tier,
            Optional<UUID> reviewedBy,
            int level,
            String outcome,
            Optional<Sealed> reason,
            LocalDate reviewedOn)
            implements DecisionEvent {}
}
