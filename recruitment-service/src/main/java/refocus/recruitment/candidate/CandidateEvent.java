package refocus.recruitment.candidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Erases;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one candidate's record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface CandidateEvent {

    @EventName("candidate-registered")
    record CandidateRegistered(
            Sealed name, Sealed contact, Optional<String> language, List<Occupation> history, LocalDate registeredOn)
            implements CandidateEvent {}

    /// Between two occupations, or since the last one, lie more than 28 days.
    ///
    /// @param to the first day accounted for again
    @EventName("employment-gap-found")
    record EmploymentGapFound(UUID gap, LocalDate from, LocalDate to) implements CandidateEvent {}

    @EventName("gap-explained")
    record GapExplained(UUID gap, Sealed explanation) implements CandidateEvent {}

    /// Nothing of the candidate is erased while it lasts.
    ///
    /// @param reason a code of `legal-hold-reason`
    /// @param reference of the proceedings or the claim
    @EventName("candidate-hold-placed")
    record CandidateHoldPlaced(UUID hold, String reason, Optional<Sealed> reference, LocalDate placedOn)
            implements CandidateEvent {}

    /// What the hold was placed for is over, or it was placed in error.
    ///
    /// @param reason a code of `legal-hold-lift-reason`
    @EventName("candidate-hold-lifted")
    record CandidateHoldLifted(UUID hold, String reason, LocalDate liftedOn) implements CandidateEvent {}

    /// Nothing more is recorded about the candidate or read of them.
    ///
    /// @param reason a code of `erasure-reason`
    /// @param destroyedFrom when nobody can have the key in hand any more
    @EventName("candidate-erasure-ordered")
    record CandidateErasureOrdered(UUID erasure, String reason, LocalDate orderedOn, Instant destroyedFrom)
            implements CandidateEvent {}

    /// The candidate's key is destroyed, and every place was looked at.
    ///
    /// @param referees the references whose referees' keys are destroyed too
    @Erases(also = "referees")
    @EventName("candidate-erased")
    record CandidateErased(UUID erasure, List<Looked> looked, List<UUID> referees, LocalDate erasedOn)
            implements CandidateEvent {}

    /// A place that was looked at, and how many texts about the candidate were found there; none could be read.
    record Looked(String place, long found) {}

    /// Work, study, care or whatever else filled the time.
    ///
    /// @param to the first day after it; absent where it goes on
    record Occupation(Sealed what, LocalDate from, Optional<LocalDate> to) {}
}
