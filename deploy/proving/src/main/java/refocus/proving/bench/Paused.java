package refocus.proving.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import refocus.local.Service;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Commands with everything behind the log paused, each round beside its floor; then the relay over what they left.
final class Paused {

    static final String RATIO = "ratio: command at 64 clients to single rows";

    private static final int FAMILIES = 100;
    private static final int PAIRS = 3;
    private static final String STATE = "paused";

    /// Nothing but commands: what follows the log stands still.
    static final List<String> COMMANDS_ONLY = with(
            "-Drefocus.relay.enabled=false", "-Drefocus.projections.enabled=false", "-Drefocus.clocks.enabled=false");

    private static final List<String> RELAY_ONLY =
            with("-Drefocus.projections.enabled=false", "-Drefocus.clocks.enabled=false");

    private final Course course;
    private final Stand stand;
    private final Commands commands;
    private final Floor floor;

    private Paused(Course course, Stand stand, Commands commands, Floor floor) {
        this.course = course;
        this.stand = stand;
        this.commands = commands;
        this.floor = floor;
    }

    static void measure(Course course) throws Exception {
        try (var stand = course.stand(STATE)) {
            var families = prepare(stand);
            stand.start(Service.CASE, COMMANDS_ONLY);
            var commands =
                    new Commands(course, stand, families, stand.programs().url(Service.CASE), () -> {});
            var paused = new Paused(course, stand, commands, Floor.lay(course, stand));
            course.progress().say("warming up");
            commands.warmUp();
            for (int round = 0; course.includes("commands") && round < course.rounds(); round++) {
                paused.round();
            }
            StartUp.resident(stand, course.sheet(), "after commands", "case");
            stand.stop("case");
            if (course.includes("relay")) {
                new History(stand).cases(60_000, 5, 0);
                stand.start(Service.CASE, RELAY_ONLY);
                new Following(stand, course.sheet(), api(stand)).relay();
            }
        }
    }

    /// Starts the servers, and has the service record what long histories are made of; it is stopped then.
    static Families prepare(Stand stand) throws Exception {
        stand.startServers(stand.ports().kafka());
        stand.start(Service.CASE, Stand.PRODUCTION);
        var families = History.patterns(api(stand), stand.programs().url(Service.CASE), FAMILIES);
        stand.stop("case");
        return families;
    }

    private static Api api(Stand stand) {
        return new Api(stand.tokens(), UUID.randomUUID());
    }

    private void round() throws Exception {
        for (int clients : course.clients()) {
            if (clients == 64) {
                floor.copy();
                pairs();
                commands.session(STATE, clients, false, commands.cases());
            } else {
                floor.singleRows(clients, course.seconds());
            }
            commands.round(STATE, clients);
        }
    }

    /// One after the other, with nothing between: so both have the same neighbours. And more than once, for the machine
    /// is another from one to the next.
    private void pairs() throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            var cases = commands.cases();
            double rows = floor.singleRows(64, course.seconds());
            double done = commands.session(STATE, 64, true, cases);
            course.sheet().add(RATIO, "x", done / rows);
        }
    }

    private static List<String> with(String... flags) {
        var all = new ArrayList<>(Stand.PRODUCTION);
        all.addAll(List.of(flags));
        return all;
    }
}
