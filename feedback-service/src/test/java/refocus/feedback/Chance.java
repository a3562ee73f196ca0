package refocus.feedback;

import java.util.List;
import java.util.stream.IntStream;

/// Whether an order looks like one that chance made: wrong once in some ten thousand times.
final class Chance {

    private static final double STANDARD_DEVIATIONS = 4;

    /// As many as fewer than one order in ten thousand has, of people in their own place or beside their
    /// neighbour.
    private static final int COINCIDENCES = 10;

    private Chance() {}

    static boolean isLikely(List<Integer> order) {
        double deviation = Math.abs(correlation(order)) * Math.sqrt(order.size() - 1.0);
        long inPlace = IntStream.range(0, order.size())
                .filter(place -> order.get(place) == place)
                .count();
        long besideNeighbour = IntStream.range(1, order.size())
                .filter(place -> Math.abs(order.get(place) - order.get(place - 1)) == 1)
                .count();
        return deviation < STANDARD_DEVIATIONS && inPlace < COINCIDENCES && besideNeighbour < COINCIDENCES;
    }

    /// Each value's place among all of them.
    static List<Integer> ranks(List<Integer> values) {
        List<Integer> sorted = values.stream().sorted().toList();
        return values.stream().map(sorted::indexOf).toList();
    }

    /// Spearman's rank correlation with the order 0, 1, 2 …
    private static double correlation(List<Integer> order) {
        double n = order.size();
        double squares = IntStream.range(0, order.size())
                .mapToDouble(place -> Math.pow(order.get(place) - place, 2))
                .sum();
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
