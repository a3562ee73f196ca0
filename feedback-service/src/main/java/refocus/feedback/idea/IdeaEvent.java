package refocus.feedback.idea;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one idea and its business case.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface IdeaEvent {

    @EventName("idea-proposed")
    record IdeaProposed(UUID proposedBy, Sealed title, Sealed text, LocalDate proposedOn) implements IdeaEvent {}

    @EventName("idea-supported")
    record IdeaSupported(UUID worker) implements IdeaEvent {}

    /// Recorded with both ideas; the supporters of the absorbed one, and who proposed it, count for the
    /// other.
    ///
    /// @param ended whether it is the absorbed idea's own record of it, and its last
    @EventName("ideas-merged")
    record IdeasMerged(UUID into, UUID absorbed, Set<UUID> supporters, boolean ended) implements IdeaEvent {}

    @EventName("idea-withdrawn")
    record IdeaWithdrawn(Sealed reason, LocalDate withdrawnOn) implements IdeaEvent {}

    /// The argument, with what it is to be measured by.
    ///
    /// @param recommended the place of the option that is argued for, from 0
    /// @param measure the name of a report
    /// @param baseline the report's figure now
    @EventName("business-case-drafted")
    record BusinessCaseDrafted(
            UUID author,
            List<Option> options,
            int recommended,
            String measure,
            BigDecimal baseline,
            BigDecimal target,
            LocalDate draftedOn)
            implements IdeaEvent {}

    /// Something that speaks for or against it.
    ///
    /// @param strength a code
    @EventName("evidence-attached")
    record EvidenceAttached(UUID evidence, String strength, UUID attachedBy, Sealed summary, Optional<Citation> figure)
            implements IdeaEvent {}

    /// How much it would help with one need of children, from 0 to 5; a scorer's later score replaces the
    /// earlier.
    @EventName("child-need-scored")
    record ChildNeedScored(UUID scorer, String need, int score) implements IdeaEvent {}

    /// It is put up for decision.
    ///
    /// @param needScore the mean of all scores, to two decimals: what it is prioritised by
    @EventName("business-case-submitted")
    record BusinessCaseSubmitted(BigDecimal needScore, LocalDate submittedOn) implements IdeaEvent {}

    /// What was decided, on which evidence, and who disagreed.
    ///
    /// @param evidence what the decision rests on
    @EventName("business-case-decided")
    record BusinessCaseDecided(
            UUID decidedBy,
            Outcome outcome,
            List<UUID> evidence,
            Sealed rationale,
            List<Dissent> dissent,
            LocalDate decidedOn)
            implements IdeaEvent {}

    @EventName("implementation-started")
    record ImplementationStarted(LocalDate startedOn) implements IdeaEvent {}

    @EventName("implementation-completed")
    record ImplementationCompleted(LocalDate completedOn) implements IdeaEvent {}

    /// What came of it, beside what was there before.
    ///
    /// @param change the value less the baseline
    @EventName("benefit-measured")
    record BenefitMeasured(
            String measure,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal value,
            BigDecimal change,
            LocalDate measuredOn)
            implements IdeaEvent {}

    /// One way to do it.
    ///
    /// @param costPounds once, in whole pounds
    record Option(Sealed name, Sealed benefit, long costPounds) {}

    /// A figure of a report, with the position it was read at, so that anyone can read it again.
    record Citation(String report, LocalDate from, LocalDate to, String position) {}

    /// One who disagrees, and why.
    record Dissent(UUID worker, Sealed reason) {}

    /// What a decision says.
    enum Outcome {
        APPROVED,
        DECLINED,
        DEFERRED
    }
}
