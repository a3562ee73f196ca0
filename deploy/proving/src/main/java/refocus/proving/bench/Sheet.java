package refocus.proving.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import refocus.local.Progress;

/// What was measured, by name, in the order it was.
final class Sheet {

    /// One figure of several rounds.
    ///
    /// @param rounds in the order they were taken
    record Figure(String unit, List<Double> rounds) {

        double median() {
            var sorted = rounds.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        }

        double least() {
            return rounds.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
        }

        double most() {
            return rounds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
        }

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("unit", unit);
            json.put("median", rounded(median()));
            json.put("min", rounded(least()));
            json.put("max", rounded(most()));
            json.put("rounds", rounds.stream().map(Figure::rounded).toList());
            return json;
        }

        private static double rounded(double number) {
            return Math.round(number * 1000) / 1000.0;
        }
    }

    private final Progress progress;
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    Sheet(Progress progress) {
        this.progress = progress;
    }

    /// One round of a figure.
    void add(String name, String unit, double value) {
        rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        units.put(name, unit);
        progress.say("%-64s %s".formatted(name, shown(value, unit)));
    }

    /// Something that must not be, whatever the speed.
    void wrong(String what) {
        wrong.add(what);
        progress.say("WRONG: " + what);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// The median of a figure, where it was measured.
    OptionalDouble median(String name) {
        var taken = rounds.getOrDefault(name, List.of());
        return taken.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(new Figure("", taken).median());
    }

    Map<String, Figure> figures() {
        var figures = new LinkedHashMap<String, Figure>();
        rounds.forEach(
                (name, taken) -> figures.put(name, new Figure(units.getOrDefault(name, ""), List.copyOf(taken))));
        return figures;
    }

    String table() {
        var table = new StringBuilder(
                "%n%-64s %12s %12s %12s  %s%n".formatted("measured", "median", "least", "most", "unit (rounds)"));
        figures()
                .forEach((name, figure) -> table.append("%-64s %12s %12s %12s  %s (%d)%n"
                        .formatted(
                                name,
                                number(figure.median()),
                                number(figure.least()),
                                number(figure.most()),
                                figure.unit(),
                                figure.rounds().size())));
        return table.toString();
    }

    private static String shown(double value, String unit) {
        return number(value) + " " + unit;
    }

    static String number(double value) {
        return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
    }
}
