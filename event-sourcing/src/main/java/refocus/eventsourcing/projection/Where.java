package refocus.eventsourcing.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The conditions of a question to a view, each with its values in place; without any, every row answers.
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /// Adds a condition.
    ///
    /// @param condition with a `?` for each of the values
    public Where and(String condition, Object... more) {
        String numbered = condition;
        for (int place = 1; place <= more.length; place++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + (values.size() + place));
        }
        conditions.add("(" + numbered + ")");
        values.addAll(Arrays.asList(more));
        return this;
    }

    public Object[] values() {
        return values.toArray();
    }

    /// The clause itself, to stand before the order.
    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" and ", "where ", " "));
    }
}
