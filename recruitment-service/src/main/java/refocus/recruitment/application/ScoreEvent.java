package refocus.recruitment.application;

import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;
import refocus.recruitment.vacancy.Stage;

/// How an application was judged.
public sealed interface ScoreEvent extends ApplicationEvent {

    /// One assessor's judgement on one criterion.
    ///
    /// @param score 0 to 5; a later one by the same assessor stands instead of it until the stage is revealed
    @EventName("criterion-scored")
    record CriterionScored(UUID assessor, String criterion, Stage stage, int score, Sealed evidence)
            implements ScoreEvent {}

    /// All who score this stage have scored all of it: from now on they see each other's scores.
    @EventName("scores-revealed")
    record ScoresRevealed(Stage stage) implements ScoreEvent {}

    /// What the panel agreed on; the scores it was made from stay.
    @EventName("score-moderated")
    record ScoreModerated(String criterion, Stage stage, int score, Sealed reason, UUID moderator)
            implements ScoreEvent {}

    /// An assessor who should not judge this candidate: what they scored no longer counts.
    @EventName("assessor-recused")
    record AssessorRecused(UUID assessor, String reason) implements ScoreEvent {}
}
