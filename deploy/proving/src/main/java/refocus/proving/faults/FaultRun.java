package refocus.proving.faults;

import static refocus.proving.faults.Fault.BROKER;
import static refocus.proving.faults.Fault.DATABASE;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.faults.Schedule.Deck;
import refocus.proving.stand.Api;
import refocus.proving.stand.Disk;
import refocus.proving.stand.Families;
import refocus.proving.stand.Proxy;
import refocus.proving.stand.Stand;

/// One schedule carried out over a system under load, and what was found after it.
///
/// Two instances of case-service stand on one database, so that appends race and another can lead when the leader
/// falls. Every connection of theirs, and of reporting-service, goes through a proxy of ours.
public final class FaultRun {

    /// What was asked for.
    ///
    /// @param events how many are in the log at the end, at least
    public record Asked(long seed, int faults, int events, Deck deck) {

        boolean isLong() {
            return deck == Deck.LONG;
        }

        /// Whether the flawed readers run beside the real ones. What is lost is published again, and a projection that
        /// knows no versions would count it twice, whatever its flaw.
        boolean controls() {
            return deck != Deck.LOSSES;
        }
    }

    /// What was done and found.
    ///
    /// @param mended how long it took until all agreed, after the last command
    public record Outcome(
            Asked asked,
            List<Struck> struck,
            long acknowledged,
            long retried,
            long repeated,
            long recorded,
            long published,
            long deadlinesRaised,
            Duration lasted,
            Duration mended,
            Findings findings,
            Map<String, Findings> controls) {

        /// Whether nothing was found, and everything was found that had to be.
        public boolean well() {
            return findings.none() && controls.values().stream().noneMatch(Findings::none);
        }
    }

    /// A fault that was done.
    ///
    /// @param after how many commands were acknowledged by then
    /// @param at seconds after the load began
    public record Struck(int number, long after, String what, double at) {}

    private static final int CALLERS = 12;

    /// How often to look whether something has come about, and how often to ask the database.
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration ASK = Duration.ofMillis(500);

    /// Each report of a child is linked to every earlier one, so a child has no more of them when the run is longer.
    private static final int EVENTS_A_CHILD = 200;

    private static final Duration IMPATIENCE = Duration.ofSeconds(4);

    /// How soon a service gives up a connection on which it hears nothing: sooner than in production, for a run has
    /// many of them.
    private static final int SILENCE_SECONDS = 3;

    /// About how often the flawed readers are killed: each time costs the processors of all.
    private static final int CONTROLS_STRUCK = 20;

    private final Stand stand;
    private final Progress progress;
    private final Asked asked;
    private final Duration patience;
    private final Findings findings = new Findings();

    private FaultRun(Stand stand, Progress progress, Asked asked) {
        this.stand = stand;
        this.progress = progress;
        this.asked = asked;
        this.patience = Duration.ofSeconds(asked.isLong() ? 300 : 120);
    }

    /// Carries out one run on a fresh system.
    public static Outcome carryOut(Path source, Path directory, int base, Asked asked, Progress progress)
            throws Exception {
        var disks = new LinkedHashMap<String, Disk>();
        try (var stand = Stand.open(source, directory, base, progress)) {
            if (Disk.possible()) {
                disks.put(DATABASE, Disk.under(directory.resolve("postgres"), 3000));
                disks.put(BROKER, Disk.under(directory.resolve("kafka"), 3000));
            } else {
                progress.say("skipped: full disks, for they need root to mount a small one");
            }
            int postgres = stand.ports().postgres() + 10;
            int kafka = stand.ports().kafka() + 10;
            try (var first = Proxy.between(postgres, stand.ports().postgres());
                    var second = Proxy.between(kafka, stand.ports().kafka())) {
                var proxies = Map.of(DATABASE, first, BROKER, second);
                return new FaultRun(stand, progress, asked).run(new Breaking(stand, proxies, disks), postgres, kafka);
            }
        } finally {
            for (var disk : disks.values()) {
                disk.close();
            }
        }
    }

    private Outcome run(Breaking breaking, int postgres, int kafka) throws Exception {
        stand.startServers(kafka);
        stand.makeStartUpCaches(List.of(Service.CASE, Service.REPORTING));
        stand.start(Service.CASE, flags("case", postgres));
        stand.startSecond(Service.CASE, "case-2", flags("case-2", postgres));
        stand.start(Service.REPORTING, flags("reporting", postgres));
        progress.say("two instances of case-service and one of reporting-service stand");
        var services = List.of(stand.programs().url(Service.CASE), stand.urlOfSecond(Service.CASE));
        int children = Math.max(40, asked.events() / EVENTS_A_CHILD);
        var families = Families.make(new Api(stand.tokens(), UUID.randomUUID()), services.getFirst(), children);
        // Whoever waits for an instance that is frozen asks another soon.
        var api = new Api(stand.tokens(), UUID.randomUUID(), IMPATIENCE);
        var schedule = Schedule.of(
                asked.deck(),
                asked.seed(),
                asked.faults(),
                asked.events(),
                !breaking.disks().isEmpty());
        try (var controls = new Ending(asked.controls() ? List.of(Controls.start(stand, log(postgres))) : List.of());
                var load = new Load(api, services, families, asked.seed(), CALLERS, findings)) {
            var began = Instant.now();
            var struck = strike(schedule, load, breaking, controls.all(), began);
            // Nothing goes wrong any more, and the log grows to what was asked for.
            await(load, ASK, () -> recorded() >= asked.events(), "callers are not answered, after all faults");
            load.end();
            if (await(load, LOOK, load::done, "the last callers are not answered")) {
                load.join();
            }
            var lasted = Duration.between(began, Instant.now());
            progress.say("%d commands acknowledged in %d s; waiting until all agrees"
                    .formatted(load.acknowledged(), lasted.toSeconds()));
            return new Aftermath(stand, progress, asked, patience, findings)
                    .compare(load, services, controls.all(), struck, lasted);
        }
    }

    /// Nothing to end but the load; here so that both are named in one place.
    private record Ending(List<Controls> all) implements AutoCloseable {
        @Override
        public void close() {
            // The stand ends its parts.
        }
    }

    private List<String> flags(String instance, int postgres) {
        var flags = new ArrayList<String>();
        var database = instance.startsWith("case") ? "case" : instance;
        flags.add("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://localhost:%d/%s".formatted(postgres, database));
        flags.add("-Dquarkus.datasource.reactive.url=postgresql://localhost:%d/%s".formatted(postgres, database));
        flags.add("-Dquarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName=" + instance);
        flags.add("-Drefocus.database.silence-seconds=" + SILENCE_SECONDS);
        if (database.equals("case")) {
            flags.add(
                    "-Dquarkus.datasource.keys.jdbc.url=jdbc:postgresql://localhost:%d/case_keys".formatted(postgres));
            flags.add("-Dquarkus.datasource.keys.reactive.url=postgresql://localhost:%d/case_keys".formatted(postgres));
        }
        return flags;
    }

    private static String log(int postgres) {
        return "jdbc:postgresql://localhost:%d/case?user=postgres".formatted(postgres);
    }

    private List<Struck> strike(Schedule schedule, Load load, Breaking breaking, List<Controls> controls, Instant began)
            throws IOException, InterruptedException {
        var struck = new ArrayList<Struck>();
        long over = 0;
        int between = Math.max(2, asked.faults() / CONTROLS_STRUCK);
        for (var fault : schedule.faults()) {
            long enough = over + fault.after();
            var stuck = "nothing is acknowledged any more before fault " + fault.number();
            if (!await(load, LOOK, () -> load.acknowledged() >= enough, stuck)) {
                return struck;
            }
            double at = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            struck.add(new Struck(fault.number(), load.acknowledged(), fault.title(), at));
            progress.say("fault %d of %d after %d commands: %s"
                    .formatted(fault.number(), asked.faults(), load.acknowledged(), fault.title()));
            // Not every time, so that they are up in between and have something to lose.
            if (fault.number() % between == 0 && fault.kind() != Fault.Kind.LATE_COMMIT) {
                for (var control : controls) {
                    control.strike();
                }
            }
            breaking.strike(fault, controls);
            over = load.acknowledged();
        }
        return struck;
    }

    /// Waits, for as long as commands are acknowledged or patience lasts.
    ///
    /// @return whether it came about; if not, that is a finding
    private boolean await(Load load, Duration look, BooleanSupplier wanted, String stuck) throws InterruptedException {
        var since = Instant.now();
        for (long before = load.acknowledged(); !wanted.getAsBoolean(); Thread.sleep(look)) {
            if (load.acknowledged() > before) {
                before = load.acknowledged();
                since = Instant.now();
            } else if (Instant.now().isAfter(since.plus(patience))) {
                findings.add(Kind.STUCK, stuck);
                return false;
            }
        }
        return true;
    }

    private long recorded() {
        try (var database = stand.connect("case");
                var select = database.createStatement();
                var row = select.executeQuery("select count(*) from event")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException _) {
            // PostgreSQL is on its way back
            return 0;
        }
    }
}
