package refocus.eventsourcing.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a run came to.
///
/// @param statuses how many answers had each status
/// @param reached operations that did what was asked at least once
/// @param never operations that did not, each with what was answered last to what fits its description
public record Tally(
        long seed, int requests, Map<Integer, Integer> statuses, Set<String> reached, Map<String, String> never) {

    static final class Counting {

        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final Set<String> reached = new TreeSet<>();
        private final Map<String, String> last = new TreeMap<>();
        private int requests;

        /// @param itself whether the operation was asked for, and not another at its path
        void count(String operation, boolean itself, Answer answer) {
            requests++;
            statuses.merge(answer.status(), 1, Integer::sum);
            if (itself && answer.done()) {
                reached.add(operation);
            }
        }

        void fits(String operation, String path, Answer answer) {
            String code = answer.json().path("code").asText();
            last.put(operation, "%d %s at %s".formatted(answer.status(), code, path));
        }

        boolean hasReached(String operation) {
            return reached.contains(operation);
        }

        int requests() {
            return requests;
        }

        Tally done(long seed, Set<String> operations) {
            var never = new TreeMap<String, String>();
            operations.stream()
                    .filter(operation -> !reached.contains(operation))
                    .forEach(operation -> never.put(operation, last.getOrDefault(operation, "not asked")));
            return new Tally(seed, requests, Map.copyOf(statuses), Set.copyOf(reached), never);
        }
    }

    /// Of a hundred operations, how many did what was asked.
    public int percentReached() {
        return reached.size() * 100 / Math.max(1, reached.size() + never.size());
    }

    @Override
    public String toString() {
        return "%d requests, %s; %d of %d operations reached (%d %%), never: %s; seed %d"
                .formatted(
                        requests,
                        new TreeMap<>(statuses),
                        reached.size(),
                        reached.size() + never.size(),
                        percentReached(),
                        never,
                        seed);
    }
}
