package refocus.proving.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// Every clock goes past midnight, back, and past it again: what is due then is raised, once.
///
/// The clocks of the processes are stepped by `libfaketime` (Debian's package of that name), from a file; no other
/// process of the machine notices. The broker keeps its clock: under another it does not start.
final class ClockStep {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration HOLD = Duration.ofSeconds(6);
    private static final List<Path> LIBRARIES = Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketime.so.1"))
            .toList();

    private ClockStep() {}

    static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    static Map<String, Object> carryOut(Path source, Path directory, int base, Findings findings, Progress progress)
            throws Exception {
        if (library().isEmpty()) {
            progress.say("skipped: a step of the clock, for it needs libfaketime (apt-get install libfaketime)");
            return Map.of("skipped", "no libfaketime");
        }
        var offset = Files.writeString(directory.resolve("clock"), "+0");
        try (var stand = Stand.open(source, directory, base, progress)) {
            stand.wrap(List.of(
                    "env",
                    "LD_PRELOAD=" + library().get(),
                    "FAKETIME_TIMESTAMP_FILE=" + offset,
                    "FAKETIME_CACHE_DURATION=1",
                    "FAKETIME_DONT_FAKE_MONOTONIC=1",
                    // Without it, waits that are timed by the clock that is not faked end at once.
                    "FAKETIME_FORCE_MONOTONIC_FIX=0"));
            stand.startServers(stand.ports().kafka());
            stand.start(Service.CASE, List.of());
            var api = new Api(stand.tokens(), UUID.randomUUID());
            var service = stand.programs().url(Service.CASE);
            var families = Families.make(api, service, 5);
            // The first working day from then at which something is due, and the midnight that ends it.
            for (var child : families.children()) {
                api.make(service + "/v1/referrals", "duty", Families.REFERRAL.formatted(child, Instant.now()));
            }
            var told = new LinkedHashMap<String, Object>();
            long due = awaitDue(stand, findings);
            var midnight = midnight(stand);
            var past = Duration.between(Instant.now(), midnight).plusMinutes(5);
            for (var step : List.of(past, Duration.ZERO, past)) {
                Files.writeString(offset, "+" + step.toSeconds());
                progress.say("every clock is %d h ahead".formatted(step.toHours()));
                awaitRaised(stand, due, findings);
                // Whoever would raise one again has the time to.
                Thread.sleep(HOLD);
            }
            try (var database = stand.connect("case")) {
                Deadlines.compare(database, findings);
                told.put("raised", Deadlines.raised(database));
            }
            told.put("steppedByHours", past.toHours());
            return told;
        }
    }

    private static long awaitDue(Stand stand, Findings findings) throws SQLException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            long set = count(
                    stand, "select count(*) from event where type = 'deadline-set' and data->>'rule' = 'next-action'");
            if (set == 5) {
                return set;
            }
            Thread.sleep(200);
        }
        findings.add(Kind.STUCK, "no deadline is set");
        return 0;
    }

    private static Instant midnight(Stand stand) throws SQLException {
        try (var connection = stand.connect("case");
                var select = connection.createStatement();
                var row = select.executeQuery(
                        "select max(data->>'dueOn') from event where type = 'deadline-set' and data->>'rule' = 'next-action'")) {
            row.next();
            return LocalDate.parse(row.getString(1))
                    .plusDays(1)
                    .atStartOfDay(ZoneId.of("Europe/London"))
                    .toInstant();
        }
    }

    private static void awaitRaised(Stand stand, long due, Findings findings)
            throws SQLException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (count(stand, "select count(*) from event where type = 'deadline-missed'") < due) {
            if (Instant.now().isAfter(until)) {
                findings.add(Kind.DEADLINE, "not every deadline is raised after the clock has passed it");
                return;
            }
            Thread.sleep(200);
        }
    }

    private static long count(Stand stand, String sql) throws SQLException {
        try (var connection = stand.connect("case");
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
