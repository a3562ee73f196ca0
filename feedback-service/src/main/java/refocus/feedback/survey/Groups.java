package refocus.feedback.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import refocus.feedback.survey.SurveyCommand.Invited;
import refocus.feedback.survey.SurveyEvent.Group;

/// The groups that a survey is reported by: a group under the minimum is folded into the rest.
final class Groups {

    /// The name of those who are in no group of their own.
    static final String REST = "REST";

    private Groups() {}

    static List<Group> of(List<Invited> audience, int minimum) {
        Map<String, Integer> counted =
                audience.stream().collect(Collectors.toMap(Invited::group, _ -> 1, Integer::sum, TreeMap::new));
        List<Group> bySize = counted.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Group::people).thenComparing(Group::name))
                .toList();
        int rest = 0;
        var kept = new ArrayList<Group>();
        for (Group group : bySize) {
            // The smallest of the others joins a rest that is itself too small.
            if (group.people() < minimum || group.name().equals(REST) || (rest > 0 && rest < minimum)) {
                rest += group.people();
            } else {
                kept.add(group);
            }
        }
        if (rest > 0) {
            kept.add(new Group(REST, rest));
        }
        return List.copyOf(kept);
    }
}
