package refocus.feedback.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import refocus.feedback.survey.SurveyEvent.SurveyResultPublished;

/// What may be asked about a survey.
public sealed interface SurveyCommand {

    record DesignSurvey(String titleEn, String titleCy, List<Question> questions, LocalDate on)
            implements SurveyCommand {}

    /// Freezes who is asked and in which groups they are reported.
    record OpenSurvey(List<Invited> audience, LocalDate on, LocalDate closesOn) implements SurveyCommand {}

    /// A worker draws a token.
    record RecordParticipation(UUID worker) implements SurveyCommand {}

    record CloseSurvey(LocalDate on) implements SurveyCommand {}

    /// Publishes what the answers add up to.
    record PublishResult(SurveyResultPublished result) implements SurveyCommand {}

    /// One who is asked, and the group they are in now.
    record Invited(UUID worker, String group) {}
}
