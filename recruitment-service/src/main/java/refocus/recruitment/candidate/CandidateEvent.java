package refocus.recruitment.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
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

    /// Work, study, care or whatever else filled the time.
    ///
    /// @param to the first day after it; absent where it goes on
    record Occupation(Sealed what, LocalDate from, Optional<LocalDate> to) {}
}
