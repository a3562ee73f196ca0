package refocus.proving.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import refocus.local.Service;
import refocus.proving.stand.Api;
import refocus.proving.stand.Stand;

/// The whole path, from commands to reports: views built from zero, changes on their way to a report, commands with all
/// at work, and how these take a long history.
final class Running {

    static final String RATIO = "ratio: rebuild of direct_work to COPY";

    private static final List<Service> AT_WORK = List.of(Service.CASE, Service.REPORTING);

    /// The report that is built from zero beside `COPY`.
    private static final String RATED = "direct_work";

    private static final List<Integer> RATES = List.of(50, 500, 2000);
    private static final int WARM_RATE = 500;
    private static final int WARM_SECONDS = 30;

    /// Where reactions run, each report of a child is linked to its earlier ones: no child has a hundred in a year.
    private static final int FAMILIES = 2000;

    private final Course course;
    private final Stand stand;
    private final Api api;
    private final Commands commands;
    private final Following following;
    private final Growth growth;
    private final History history;

    private Running(Course course, Stand stand, Api api) throws Exception {
        this.course = course;
        this.stand = stand;
        this.api = api;
        this.following = new Following(stand, course.sheet(), api);
        this.growth = new Growth(stand, course.sheet(), api, Course.SEED);
        this.history = new History(stand);
        var families = History.patterns(api, stand.programs().url(Service.CASE), FAMILIES);
        this.commands = new Commands(course, stand, families, stand.programs().url(Service.CASE), this::settle);
    }

    static void measure(Course course) throws Exception {
        try (var stand = course.stand("running")) {
            stand.startServers(stand.ports().kafka());
            for (var service : AT_WORK) {
                stand.start(service, Stand.PRODUCTION);
            }
            new Running(course, stand, new Api(stand.tokens(), UUID.randomUUID())).parts();
            for (var service : AT_WORK) {
                stand.stop(service.title());
            }
            if (course.includes("startup")) {
                for (var service : Service.values()) {
                    new StartUp(stand, course.sheet()).measure(service);
                }
            }
        }
    }

    private void parts() throws Exception {
        var cases = history.cases(200, 50, 200);
        settle();
        if (course.includes("growth")) {
            growth.measure("10 thousand", cases);
        }
        if (course.includes("rebuild")) {
            rebuild();
        }
        if (course.includes("latency", "running", "growth")) {
            course.progress().say("warming up");
            commands.warmUp();
            settle();
        }
        if (course.includes("latency")) {
            latency(cases);
        }
        for (int round = 0; course.includes("running") && round < course.rounds(); round++) {
            for (int clients : course.clients()) {
                commands.round("running", clients);
            }
        }
        if (course.includes("growth")) {
            grow();
        }
    }

    private void settle() throws IOException, InterruptedException, SQLException {
        following.settle(AT_WORK);
    }

    private void rebuild() throws Exception {
        history.cases(18_000, 5, 0);
        settle();
        var floor = Floor.lay(course, stand);
        for (int round = 0; round < course.rounds(); round++) {
            double copied = floor.copy();
            following
                    .rebuild(Service.REPORTING, RATED)
                    .ifPresent(built -> course.sheet().add(RATIO, "x", built / copied));
        }
        for (var service : AT_WORK) {
            for (var projection : following.projections(service)) {
                boolean done = service == Service.REPORTING && projection.equals(RATED);
                for (int round = 0; !done && round < course.rounds(); round++) {
                    done = following.rebuild(service, projection).isEmpty();
                }
            }
        }
    }

    private void latency(List<String> cases) throws Exception {
        var latency = new Latency(stand, course.sheet(), api, cases);
        latency.warmUp(WARM_RATE, WARM_SECONDS, Course.SEED);
        settle();
        for (int rate : RATES) {
            for (int round = 0; round < course.rounds(); round++) {
                latency.at(rate, course.seconds(), Course.SEED + round);
                settle();
            }
        }
    }

    private void grow() throws Exception {
        for (int round = 0; round < course.rounds(); round++) {
            commands.onStreamsOf(10, 200);
            commands.onStreamsOf(1_000, 20);
            commands.onStreamsOf(10_000, 2);
        }
        grow("1 million", 20_000);
        if (course.options().isLong()) {
            grow("10 million", 180_000);
        }
        for (var service : AT_WORK) {
            StartUp.resident(stand, course.sheet(), "after growth", service.title());
        }
    }

    private void grow(String events, int cases) throws Exception {
        var some = history.cases(cases, 50, 1000);
        settle();
        growth.measure(events, some);
    }
}
