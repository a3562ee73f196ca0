package refocus.recruitment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.recruitment.vacancy.Terms;

/// What may be asked of the shortlist and the interview.
public sealed interface SelectionCommand extends ApplicationCommand {

    record Shortlist(List<String> reasons, Terms terms, LocalDate decidedOn) implements SelectionCommand {}

    record TurnDown(List<String> reasons, Optional<String> feedback, LocalDate decidedOn) implements SelectionCommand {}

    record ScheduleInterview(Instant scheduledFor) implements SelectionCommand {}

    record HoldInterview(LocalDate heldOn) implements SelectionCommand {}

    record RankCandidate(int rank, Terms terms, LocalDate rankedOn) implements SelectionCommand {}

    record GiveFeedback(String feedback, LocalDate givenOn) implements SelectionCommand {}
}
