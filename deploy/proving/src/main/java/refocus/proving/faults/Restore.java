package refocus.proving.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import refocus.local.Progress;
import refocus.local.Service;
import refocus.proving.faults.Findings.Kind;
import refocus.proving.stand.Api;
import refocus.proving.stand.Families;
import refocus.proving.stand.Stand;

/// The log is dumped row by row and put into a younger cluster, whose transactions count from the beginning again.
///
/// What tails a log by its transactions would skip what is recorded from now on. So the relay refuses, and says why.
/// The remedy is to carry the cluster's count past the highest transaction of the log, as `docs/reliability.md` says.
record Restore(Stand stand, Findings findings, Progress progress) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SESSIONS = 300;

    static Map<String, Object> carryOut(Path source, Path directory, int base, Findings findings, Progress progress)
            throws Exception {
        try (var stand = Stand.open(source, directory, base, progress)) {
            return new Restore(stand, findings, progress).run();
        }
    }

    private Map<String, Object> run() throws Exception {
        stand.startServers(stand.ports().kafka());
        stand.start(Service.CASE, List.of());
        var service = stand.programs().url(Service.CASE);
        var api = new Api(stand.tokens(), UUID.randomUUID());
        var families = Families.make(api, service, 10);
        record(api, service, families, SESSIONS);
        settle();
        var events = stand.directory().resolve("event.copy");
        var keys = stand.directory().resolve("subject_key.copy");
        dump("case", "event", events);
        dump("case_keys", "subject_key", keys);
        stand.stop("case");
        stand.stop("PostgreSQL");
        Files.move(stand.directory().resolve("postgres"), stand.directory().resolve("postgres.old"));
        progress.say("the log is put into a younger cluster");
        stand.startPostgres();
        stand.start(Service.CASE, List.of("-Drefocus.relay.enabled=false", "-Drefocus.projections.enabled=false"));
        stand.stop("case");
        var restored = Instant.now();
        restore("case", "event", events);
        restore("case_keys", "subject_key", keys);
        stand.start(Service.CASE, List.of());
        record(api, service, families, 20);
        var why = refusal(api, service);
        progress.say("the relay refuses: " + why);
        stand.stop("case");
        carryOn();
        stampAnew(restored);
        stand.start(Service.CASE, List.of());
        record(api, service, families, SESSIONS);
        settle();
        var told = new LinkedHashMap<String, Object>();
        told.put("refusal", why);
        try (var database = stand.connect("case")) {
            var log = Log.read(database);
            Comparison.versions(log, findings);
            told.put("recorded", log.entries().size());
        }
        return told;
    }

    private static void record(Api api, String service, Families families, int sessions)
            throws IOException, InterruptedException {
        for (int i = 0; i < sessions; i++) {
            var aCase = families.cases().get(i % families.cases().size());
            api.make(
                    service + "/v1/cases/%s/direct-work".formatted(aCase),
                    "practitioner",
                    Families.SESSION.formatted(10, Instant.now().minus(Duration.ofDays(2))));
        }
    }

    private void dump(String database, String table, Path file) throws SQLException {
        try (var connection = stand.connect(database)) {
            run(connection, "copy %s to '%s'".formatted(table, file));
        }
    }

    private void restore(String database, String table, Path file) throws SQLException {
        try (var connection = stand.connect(database)) {
            run(connection, "copy %s from '%s'".formatted(table, file));
            if (table.equals("event")) {
                run(connection, "select setval(pg_get_serial_sequence('event', 'pos'), max(pos)) from event");
            }
        }
    }

    private String refusal(Api api, String service) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var relay = api.get(service + "/v1/operations/relay", "system", Optional.empty())
                    .body();
            if (relay.path("state").asText().equals("REFUSING")) {
                return relay.path("why").asText();
            }
            Thread.sleep(200);
        }
        findings.add(Kind.STUCK, "the relay does not refuse a log out of another cluster");
        return "";
    }

    /// Carries the count past the log: each call below is a transaction with an id, and does nothing else.
    private void carryOn() throws SQLException {
        try (var connection = stand.connect("case")) {
            run(connection, """
                    do $$
                    declare past xid8 := (select max(tx) from event);
                    begin
                        while pg_current_xact_id() <= past loop
                            commit;
                        end loop;
                    end $$""");
        }
    }

    /// What was recorded meanwhile goes behind what was restored, in its order.
    private void stampAnew(Instant restored) throws SQLException {
        try (var connection = stand.connect("case");
                var update = connection.prepareStatement(
                        "update event set tx = pg_current_xact_id() where recorded_at >= ?")) {
            update.setObject(1, restored.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private void settle() throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (true) {
            var found = new Findings();
            try (var database = stand.connect("case")) {
                var topic = Topic.read(stand.programs().kafkaAddress(), "refocus.case.events");
                Comparison.published(Log.read(database), topic, found);
            }
            if (found.none() || Instant.now().isAfter(until)) {
                findings.addAll(found);
                return;
            }
            Thread.sleep(300);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
