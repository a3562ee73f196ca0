package refocus.feedback.survey;

import java.util.Map;
import java.util.Optional;

/// One person's answers, and nothing else: no name, no time, no order.
///
/// @param group the frozen group that they say they belong to
/// @param answers by the id of the question
public record Sheet(Optional<String> group, Map<String, Integer> answers) {}
