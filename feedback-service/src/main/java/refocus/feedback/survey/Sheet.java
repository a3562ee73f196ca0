package refocus.feedback.survey;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import refocus.feedback.survey.SurveyEvent.Group;
import refocus.feedback.survey.SurveyEvent.SurveyDesigned;
import refocus.feedback.survey.SurveyEvent.SurveyOpened;

/// One person's answers, and nothing else: no name, no time, no order.
///
/// @param group the frozen group that they say they belong to
/// @param answers by the id of the question
public record Sheet(Optional<String> group, Map<String, Integer> answers) {

    /// The longest that a survey may be answered with: every question, and the longest of the groups.
    public static Sheet longest(SurveyDesigned design, SurveyOpened opening) {
        return new Sheet(
                opening.groups().stream().map(Group::name).max(Comparator.comparing(String::length)),
                design.questions().stream().collect(Collectors.toMap(Question::id, Question::scale)));
    }
}
