package refocus.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What the system was asked for on the command line.
///
/// @param source where Refocus was built
/// @param home where this system keeps its data
/// @param base the first port, see [Ports]
/// @param empty whether to leave the story out
record Options(Path source, Path home, int base, boolean empty) {

    static Options parse(String... args) {
        var source = Path.of(System.getProperty("refocus.source", "")).toAbsolutePath();
        var options = new Options(source, source.resolve(".refocus"), 8080, false);
        var rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--data" -> new Options(source, Path.of(value(option, rest)).toAbsolutePath(), base, empty);
            case "--ports" -> new Options(source, home, port(value(option, rest)), empty);
            case "--empty" -> new Options(source, home, base, true);
            default ->
                throw new Unworkable(
                        "there is no option %s; there are --data DIR, --ports BASE and --empty".formatted(option));
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Unworkable(option + " needs a value");
        }
        return rest.pop();
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{3,4}") || Integer.parseInt(text) > 65_000) {
            throw new Unworkable("--ports needs a number from 1000 to 65000, not " + text);
        }
        return Integer.parseInt(text);
    }
}
