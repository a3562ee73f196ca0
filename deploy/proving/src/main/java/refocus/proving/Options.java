package refocus.proving;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import refocus.local.Unworkable;

/// What was asked for on the command line, after the verb.
///
/// @param source where Refocus was built
public record Options(Path source, Map<String, String> given) {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "bench", Set.of("--long", "--only", "--rounds", "--seconds", "--clients", "--against", "--data", "--ports"),
            "faults", Set.of("--long", "--only", "--seed", "--faults", "--events", "--data", "--ports"));

    private static final Map<String, List<String>> PARTS = Map.of(
            "bench", List.of("commands", "relay", "rebuild", "latency", "running", "growth", "startup", "reads"),
            "faults", List.of("schedule", "concurrency", "poison", "loss", "restore", "clock"));

    private static final Set<String> WITHOUT_VALUE = Set.of("--long");

    static Options parse(String verb, List<String> arguments) {
        var known = KNOWN.getOrDefault(verb, Set.of());
        var given = new TreeMap<String, String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.pop();
            if (!known.contains(option)) {
                throw new Unworkable("%s knows no %s; there are %s"
                        .formatted(
                                verb,
                                option,
                                String.join(" ", known.stream().sorted().toList())));
            }
            if (!WITHOUT_VALUE.contains(option) && rest.isEmpty()) {
                throw new Unworkable(option + " needs a value");
            }
            given.put(option, WITHOUT_VALUE.contains(option) ? "" : rest.pop());
        }
        parts(given).stream()
                .filter(part -> !PARTS.getOrDefault(verb, List.of()).contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw new Unworkable("%s has no part %s; there are %s"
                            .formatted(verb, part, String.join(",", PARTS.getOrDefault(verb, List.of()))));
                });
        return new Options(Path.of(System.getProperty("refocus.source", "")).toAbsolutePath(), given);
    }

    public boolean isLong() {
        return given.containsKey("--long");
    }

    public int number(String option, int otherwise) {
        return text(option).map(text -> whole(option, text)).orElse(otherwise);
    }

    /// A number of things that there must be one of at least.
    public int count(String option, int otherwise) {
        int count = number(option, otherwise);
        if (count < 1) {
            throw new Unworkable("%s needs at least 1".formatted(option));
        }
        return count;
    }

    public Optional<String> text(String option) {
        return Optional.ofNullable(given.get(option));
    }

    /// Whether a part was asked for, or nothing in particular.
    public boolean includes(String part) {
        return text("--only").isEmpty() || parts(given).contains(part);
    }

    private static List<String> parts(Map<String, String> given) {
        return Optional.ofNullable(given.get("--only"))
                .map(parts -> List.of(parts.split(",")))
                .orElse(List.of());
    }

    /// Where the system under proof keeps its data.
    public Path data(String verb) {
        return text("--data")
                .map(Path::of)
                .orElse(source.resolve(".refocus").resolve(verb))
                .toAbsolutePath();
    }

    /// Where results are written.
    public Path results(String name) {
        return source.resolve(".refocus").resolve(name);
    }

    private static int whole(String option, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Unworkable("%s needs a number, not %s".formatted(option, text));
        }
        return Integer.parseInt(text);
    }
}
