package refocus.recruitment.application;

import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.vacancy.Stage;
import refocus.recruitment.vacancy.Terms;

/// What an assessor may ask. The vacancy's terms are looked up; its criteria no longer change by then.
public sealed interface ScoreCommand extends ApplicationCommand {

    Terms terms();

    /// Judges one criterion, on evidence.
    ///
    /// @param stage the criterion's own, where it is named at all
    record ScoreCriterion(
            UUID assessor, String criterion, Optional<Stage> stage, int score, String evidence, Terms terms)
            implements ScoreCommand {}

    record ModerateScore(UUID moderator, String criterion, int score, String reason, Terms terms)
            implements ScoreCommand {}

    record RecuseAssessor(UUID assessor, String reason, Terms terms) implements ScoreCommand {}
}
