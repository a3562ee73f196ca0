package refocus.feedback.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What has happened to one survey. No answer of anyone is among it.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface SurveyEvent {

    @EventName("survey-designed")
    record SurveyDesigned(String titleEn, String titleCy, List<Question> questions, LocalDate designedOn)
            implements SurveyEvent {}

    /// Who is asked, and the groups that are reported, are frozen.
    ///
    /// @param groups the groups as they are reported, each with at least as many people as the minimum
    /// @param minimumGroup no figure is published of fewer answers
    @EventName("survey-opened")
    record SurveyOpened(
            List<UUID> audience, List<Group> groups, int minimumGroup, LocalDate openedOn, LocalDate closesOn)
            implements SurveyEvent {}

    /// A worker has drawn a token; which one, nobody knows.
    @EventName("participation-recorded")
    record ParticipationRecorded(UUID worker) implements SurveyEvent {}

    @EventName("survey-closed")
    record SurveyClosed(LocalDate closedOn) implements SurveyEvent {}

    @EventName("survey-result-published")
    record SurveyResultPublished(
            int invited, Optional<Integer> responses, List<Figure> overall, List<GroupFigures> groups)
            implements SurveyEvent {}

    /// A group and how many people are in it.
    record Group(String name, int people) {}

    /// What the answers to one question add up to.
    ///
    /// @param responses absent, like the value, where it is suppressed
    /// @param value an index or a net score, to one decimal
    record Figure(String question, Optional<Integer> responses, Optional<BigDecimal> value) {}

    record GroupFigures(String group, List<Figure> figures) {}
}
