package refocus.recruitment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// How far an application came, and what its candidate was told of that.
public sealed interface SelectionEvent extends ApplicationEvent {

    @EventName("shortlisted")
    record Shortlisted(UUID vacancy, List<String> reasons, LocalDate decidedOn) implements SelectionEvent {}

    /// The candidate goes no further.
    ///
    /// @param feedback for the candidate
    @EventName("not-shortlisted")
    record NotShortlisted(UUID vacancy, List<String> reasons, Optional<Sealed> feedback, LocalDate decidedOn)
            implements SelectionEvent {}

    @EventName("interview-scheduled")
    record InterviewScheduled(Instant scheduledFor) implements SelectionEvent {}

    @EventName("interview-held")
    record InterviewHeld(UUID vacancy, LocalDate heldOn) implements SelectionEvent {}

    /// Where the panel puts a candidate among those interviewed.
    ///
    /// @param rank 1 is the first to be offered the post
    @EventName("candidate-ranked")
    record CandidateRanked(UUID vacancy, int rank, LocalDate rankedOn) implements SelectionEvent {}

    /// The candidate was told what the panel made of the application.
    @EventName("candidate-feedback-given")
    record CandidateFeedbackGiven(UUID vacancy, Sealed feedback, LocalDate givenOn) implements SelectionEvent {}
}
