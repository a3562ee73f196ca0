package refocus.proving.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.Options;
import refocus.proving.Results;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Fresh;
import refocus.proving.stand.Stand;

/// The verb `bench`.
public final class Bench {

    private static final List<Integer> CLIENTS = List.of(1, 8, 32, 64);
    private static final List<Integer> RATES = List.of(50, 500, 2000);
    private static final int PAIRS = 3;
    private static final int FAMILIES = 100;

    /// Where reactions run, each report of a child is linked to its earlier ones: no child has a hundred in a year.
    private static final int MANY_FAMILIES = 1000;

    private static final int WARM_RATE = 500;
    private static final int WARM_SECONDS = 30;
    private static final long SEED = 20_261_126;

    /// Nothing but commands: what follows the log stands still.
    private static final List<String> PAUSED = List.of(
            "-Drefocus.relay.enabled=false", "-Drefocus.projections.enabled=false", "-Drefocus.clocks.enabled=false");

    private static final List<String> RELAY_ONLY =
            List.of("-Drefocus.projections.enabled=false", "-Drefocus.clocks.enabled=false");

    private final Options options;
    private final Progress progress;
    private final Sheet sheet;
    private final int rounds;
    private final int seconds;
    private final List<Integer> clients;

    private Bench(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.sheet = new Sheet(progress);
        this.rounds = options.number("--rounds", 3);
        this.seconds = options.number("--seconds", 3);
        this.clients = options.text("--clients").isPresent() ? List.of(options.number("--clients", 0)) : CLIENTS;
    }

    /// Measures and tells of it.
    ///
    /// @return whether nothing was wrong; how fast it was is for the reader to judge
    public static boolean run(Options options, Progress progress) throws Exception {
        var bench = new Bench(options, progress);
        var pgbench = Tool.pgbench();
        var wrk = Tool.wrk();
        var began = Instant.now();
        if (options.includes("commands") || options.includes("relay")) {
            bench.paused(pgbench, wrk);
        }
        if (Stream.of("rebuild", "latency", "running", "growth", "startup").anyMatch(options::includes)) {
            bench.running(pgbench, wrk);
        }
        if (options.includes("reads")) {
            bench.reads(wrk);
        }
        var lasted = Duration.between(began, Instant.now());
        progress.out().print(bench.sheet.table());
        progress.out().printf("%nratios within this run: %s%n", bench.ratios());
        progress.out().printf("seed %d; %d s in all; wrong: %s%n", SEED, lasted.toSeconds(), bench.sheet.wrong());
        Results.write(options.results("bench.json"), bench.json(lasted));
        return bench.sheet.wrong().isEmpty();
    }

    /// Commands with everything behind the log paused, each round beside its floor; then the relay over what they left.
    private void paused(Tool pgbench, Tool wrk) throws Exception {
        try (var stand = stand("paused")) {
            stand.startServers(stand.ports().kafka());
            stand.start(Service.CASE, Stand.PRODUCTION);
            var api = new Api(stand.tokens(), UUID.randomUUID());
            var service = stand.programs().url(Service.CASE);
            var families = families(api, service, FAMILIES);
            stand.stop("case");
            stand.start(Service.CASE, with(PAUSED));
            var floor = Floor.lay(stand, pgbench, sheet);
            var commands =
                    new Commands(stand, new Wrk(wrk, stand.directory()), sheet, families, service, seconds, () -> {});
            progress.say("warming up");
            commands.warmUp();
            for (int round = 0; options.includes("commands") && round < rounds; round++) {
                for (int clients : this.clients) {
                    if (clients == 64) {
                        floor.copy();
                        ratio(floor, commands);
                        commands.session("paused", clients, false, commands.cases());
                    } else {
                        floor.singleRows(clients, seconds);
                    }
                    commands.round("paused", clients);
                }
            }
            sheet.add(
                    "resident after commands: case",
                    "MiB",
                    StartUp.resident(stand.process("case").pid()));
            stand.stop("case");
            if (options.includes("relay")) {
                new History(stand).cases(60_000, 5, 0);
                stand.start(Service.CASE, with(RELAY_ONLY));
                new Following(stand, sheet, api).relay();
            }
        }
    }

    /// One after the other, with nothing between: so both have the same neighbours. And more than once, for the machine
    /// is another from one to the next.
    private void ratio(Floor floor, Commands commands) throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            var cases = commands.cases();
            double rows = floor.singleRows(64, seconds);
            double done = commands.session("paused", 64, true, cases);
            sheet.add("ratio: command at 64 clients to single rows", "x", done / rows);
        }
    }

    /// Reads with everything behind them at work, put on record beside not.
    private void reads(Tool wrk) throws Exception {
        try (var stand = stand("reads")) {
            stand.startServers(stand.ports().kafka());
            var reads = new Reads(stand, new Wrk(wrk, stand.directory()), sheet, seconds);
            progress.say("warming up");
            reads.warmUp();
            for (int round = 0; round < rounds; round++) {
                for (int clients : List.of(8, 64)) {
                    reads.round(clients);
                }
            }
        }
    }

    /// The whole path, from commands to reports.
    private void running(Tool pgbench, Tool wrk) throws Exception {
        try (var stand = stand("running")) {
            stand.startServers(stand.ports().kafka());
            stand.start(Service.CASE, Stand.PRODUCTION);
            stand.start(Service.REPORTING, Stand.PRODUCTION);
            var api = new Api(stand.tokens(), UUID.randomUUID());
            var service = stand.programs().url(Service.CASE);
            var families = families(api, service, MANY_FAMILIES);
            var following = new Following(stand, sheet, api);
            var growth = new Growth(stand, sheet, api, SEED);
            var history = new History(stand);
            var both = List.of(Service.CASE, Service.REPORTING);
            var cases = history.cases(200, 50, 200);
            following.settle(both);
            if (options.includes("growth")) {
                growth.measure("10 thousand", cases);
            }
            if (options.includes("rebuild")) {
                history.cases(18_000, 5, 0);
                following.settle(both);
                copies(Floor.lay(stand, pgbench, sheet));
                following.rebuildAll(Service.REPORTING);
                following.rebuildAll(Service.CASE);
            }
            var commands = new Commands(
                    stand,
                    new Wrk(wrk, stand.directory()),
                    sheet,
                    families,
                    service,
                    seconds,
                    () -> following.settle(both));
            if (Stream.of("latency", "running", "growth").anyMatch(options::includes)) {
                progress.say("warming up");
                commands.warmUp();
                following.settle(both);
            }
            if (options.includes("latency")) {
                new Latency(stand, sheet, api, cases).warmUp(WARM_RATE, WARM_SECONDS, SEED);
                following.settle(both);
                for (int rate : RATES) {
                    for (int round = 0; round < rounds; round++) {
                        new Latency(stand, sheet, api, cases).at(rate, seconds, SEED + round);
                        following.settle(both);
                    }
                }
            }
            for (int round = 0; options.includes("running") && round < rounds; round++) {
                for (int clients : this.clients) {
                    commands.round("running", clients);
                }
            }
            if (options.includes("growth")) {
                growth(stand, commands, following, growth, history);
            }
            stand.stop("case");
            stand.stop("reporting");
            if (options.includes("startup")) {
                for (var each : Service.values()) {
                    new StartUp(stand, sheet).measure(each);
                }
            }
        }
    }

    private void copies(Floor floor) throws Exception {
        for (int round = 0; round < rounds; round++) {
            floor.copy();
        }
    }

    private void growth(Stand stand, Commands commands, Following following, Growth growth, History history)
            throws Exception {
        for (int round = 0; round < rounds; round++) {
            commands.onStreamsOf(10, 200);
            commands.onStreamsOf(1_000, 20);
            commands.onStreamsOf(10_000, 2);
        }
        var both = List.of(Service.CASE, Service.REPORTING);
        var cases = history.cases(20_000, 50, 1000);
        following.settle(both);
        growth.measure("1 million", cases);
        if (options.isLong()) {
            cases = history.cases(180_000, 50, 1000);
            following.settle(both);
            growth.measure("10 million", cases);
        }
        for (var part : List.of("case", "reporting")) {
            sheet.add(
                    "resident after growth: " + part,
                    "MiB",
                    StartUp.resident(stand.process(part).pid()));
        }
    }

    private Stand stand(String name) throws Exception {
        var directory = Fresh.directory(options.data("bench").resolve(name));
        return Stand.open(options.source(), directory, options.number("--ports", 27080), progress);
    }

    /// Children with a case and one session each: what histories are made of.
    private static Families families(Api api, String service, int count) throws Exception {
        var families = Families.make(api, service, count);
        var yesterday = Instant.now().minus(Duration.ofDays(1));
        for (var aCase : families.cases()) {
            api.make(
                    service + "/v1/cases/%s/direct-work".formatted(aCase),
                    "practitioner",
                    Families.SESSION.formatted(40, yesterday));
        }
        return families;
    }

    private static List<String> with(List<String> flags) {
        var all = new ArrayList<>(Stand.PRODUCTION);
        all.addAll(flags);
        return all;
    }

    private Map<String, Object> ratios() {
        var ratios = new LinkedHashMap<String, Object>();
        sheet.median("ratio: command at 64 clients to single rows")
                .ifPresent(ratio -> ratios.put("httpCommand64ToFloor", hundredths(ratio)));
        sheet.median(Reads.ratio("child")).ifPresent(ratio -> ratios.put("readsOnRecordToNot", hundredths(ratio)));
        var rebuilt = sheet.median(Following.rebuild(Service.REPORTING, "direct_work"));
        var copied = sheet.median("floor: COPY");
        if (rebuilt.isPresent() && copied.isPresent()) {
            ratios.put("rebuildToCopy", hundredths(rebuilt.getAsDouble() / copied.getAsDouble()));
        }
        return ratios;
    }

    private static double hundredths(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }

    private Map<String, Object> json(Duration lasted) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", Instant.now().toString());
        json.put("seconds", lasted.toSeconds());
        json.put("seed", SEED);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("ratios", ratios());
        sheet.median(Following.RELAY).ifPresent(relay -> json.put("relayPerSecond", Math.round(relay)));
        var figures = new LinkedHashMap<String, Object>();
        sheet.figures().forEach((name, figure) -> figures.put(name, figure.json()));
        json.put("measurements", figures);
        json.put("wrong", sheet.wrong());
        return json;
    }
}
