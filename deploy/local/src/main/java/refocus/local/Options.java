package refocus.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import refocus.local.identity.Provider;

/// What the system was asked for on the command line.
///
/// @param source where Refocus was built
/// @param home where this system keeps its data
/// @param base the first port, see [Ports]
/// @param empty whether to leave the story out
/// @param provider who says who somebody is
record Options(Path source, Path home, int base, boolean empty, Provider provider) {

    static Options parse(String... args) {
        var source = Path.of(System.getProperty("refocus.source", "")).toAbsolutePath();
        var options = new Options(source, source.resolve(".refocus"), 8080, false, Provider.KEYCLOAK);
        var rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) {
        return switch (option) {
            case "--data" -> new Options(source, Path.of(value(option, rest)).toAbsolutePath(), base, empty, provider);
            case "--ports" -> new Options(source, home, port(value(option, rest)), empty, provider);
            case "--empty" -> new Options(source, home, base, true, provider);
            case "--identity" -> new Options(source, home, base, empty, provider(value(option, rest)));
            default ->
                throw new Unworkable(
                        "there is no option %s; there are --data DIR, --ports BASE, --empty and --identity keycloak|local"
                                .formatted(option));
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Unworkable(option + " needs a value");
        }
        return rest.pop();
    }

    private static Provider provider(String name) {
        return switch (name) {
            case "keycloak" -> Provider.KEYCLOAK;
            case "local" -> Provider.LOCAL;
            default -> throw new Unworkable("--identity is keycloak or local, not " + name);
        };
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{3,4}") || Integer.parseInt(text) > 65_000) {
            throw new Unworkable("--ports needs a number from 1000 to 65000, not " + text);
        }
        return Integer.parseInt(text);
    }
}
