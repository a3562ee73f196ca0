package refocus.proving.bench;

import java.util.List;
import java.util.stream.Stream;
import refocus.local.Progress;
import refocus.proving.Options;
import refocus.proving.stand.Fresh;
import refocus.proving.stand.Stand;

/// One run of `bench`: what was asked for, what measures, and where it is kept.
record Course(Options options, Progress progress, Sheet sheet, Tool pgbench, Tool wrk) {

    static final long SEED = 20_261_126;

    private static final List<Integer> CLIENTS = List.of(1, 8, 32, 64);

    /// How often a figure is taken at least.
    int rounds() {
        return options.count("--rounds", 3);
    }

    /// How long clients are at work in one round.
    int seconds() {
        return options.count("--seconds", 3);
    }

    /// How many clients are at work at once, one number after the other.
    List<Integer> clients() {
        return options.text("--clients").isPresent() ? List.of(options.count("--clients", 1)) : CLIENTS;
    }

    /// Whether one of these parts was asked for.
    boolean includes(String... parts) {
        return Stream.of(parts).anyMatch(options::includes);
    }

    /// An empty place for a system.
    Stand stand(String name) throws Exception {
        var directory = Fresh.directory(options.data("bench").resolve(name));
        return Stand.open(options.source(), directory, options.number("--ports", 27080), progress);
    }

    Wrk wrk(Stand stand) {
        return new Wrk(wrk, stand.directory());
    }
}
