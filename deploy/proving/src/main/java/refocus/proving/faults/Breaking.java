package refocus.proving.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import refocus.proving.stand.Disk;
import refocus.proving.stand.Proxy;
import refocus.proving.stand.Stand;

/// Does faults to the system, each to its end.
///
/// @param proxies and disks: by the server they belong to
record Breaking(Stand stand, Map<String, Proxy> proxies, Map<String, Disk> disks) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration MOMENT = Duration.ofSeconds(4);

    private static final String LEADER = """
            select a.application_name from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('refocus.relay', 0)
              and a.datname = 'case'""";

    private static final String PARTITION = "refocus\\.case\\.events-[0-9]+";

    private static final String LATE = """
            insert into event (stream_id, version, event_id, command_id, type, schema_version, data, meta, occurred_at)
            select 'case/' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(),
                   type, schema_version, data, meta, occurred_at
            from event where type = 'case-opened' order by tx, pos limit 1""";

    private static final String TERMINATE = """
            select pg_terminate_backend(pid) from pg_stat_activity where usename like '%%_app' and %s""";

    /// @param controls those that must have something to overlook while a transaction is late
    void strike(Fault fault, List<Controls> controls) throws IOException, InterruptedException {
        switch (fault.kind()) {
            case KILL -> signal(part(fault), "KILL");
            case FREEZE -> freeze(part(fault), fault.length());
            case DEPOSE -> depose(fault.length());
            case STOP_AT_ONCE -> stand.signal(fault.part(), "QUIT");
            case TERMINATE_SESSIONS -> sql(TERMINATE.formatted("true"));
            case DROP_CONNECTIONS -> proxy(fault).drop();
            case HALF_OPEN -> proxy(fault).abandon();
            case LATE_COMMIT -> commitLate(fault.length(), controls);
            case FILL_DISK -> fill(disk(fault), fault.length());
            case LOSE_PARTITION -> losePartition(fault.number());
        }
    }

    private Proxy proxy(Fault fault) {
        return Objects.requireNonNull(proxies.get(fault.part()), fault::part);
    }

    private Disk disk(Fault fault) {
        return Objects.requireNonNull(disks.get(fault.part()), fault::part);
    }

    private String part(Fault fault) throws InterruptedException {
        return fault.part().equals(Fault.LEADER) ? leader() : fault.part();
    }

    /// PostgreSQL's sessions are processes of their own, and stand still with it.
    private void signal(String part, String signal) throws IOException, InterruptedException {
        var process = stand.process(part);
        var all = signal.equals("KILL") ? Stream.of(process) : Stream.concat(Stream.of(process), process.descendants());
        for (var one : all.map(ProcessHandle::pid).toList()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(one)).start().waitFor();
        }
    }

    private void freeze(String part, Duration length) throws IOException, InterruptedException {
        signal(part, "STOP");
        Thread.sleep(length);
        signal(part, "CONT");
    }

    /// The leader stands still, its sessions are ended, another instance leads; then it wakes up.
    private void depose(Duration length) throws IOException, InterruptedException {
        var leader = leader();
        signal(leader, "STOP");
        try {
            sql(TERMINATE.formatted("application_name = '%s'".formatted(leader)));
            var patience = Instant.now().plus(PATIENCE);
            while (leader().equals(leader) && Instant.now().isBefore(patience)) {
                Thread.sleep(100);
            }
            Thread.sleep(length);
        } finally {
            signal(leader, "CONT");
        }
    }

    /// A case more for a child there is, in a transaction that takes its time: until others were read past it.
    private void commitLate(Duration length, List<Controls> controls) throws InterruptedException {
        try (var connection = stand.connect("case");
                var insert = connection.createStatement()) {
            connection.setAutoCommit(false);
            insert.execute(LATE);
            Thread.sleep(length);
            for (var control : controls) {
                control.awaitReading(MOMENT);
            }
            connection.commit();
        } catch (SQLException _) {
            // PostgreSQL is away, and so is the transaction
        }
    }

    private static void fill(Disk disk, Duration length) throws IOException, InterruptedException {
        disk.fill();
        Thread.sleep(length);
        disk.empty();
    }

    /// Its files are gone before the broker is, which stands still meanwhile.
    private void losePartition(int number) throws IOException, InterruptedException {
        signal(Fault.BROKER, "STOP");
        var folders = in(stand.directory().resolve("kafka"), PARTITION);
        for (var file : in(folders.get(number % folders.size()), "0.*")) {
            Files.delete(file);
        }
        signal(Fault.BROKER, "KILL");
    }

    private static List<Path> in(Path folder, String names) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(one -> one.getFileName().toString().matches(names))
                    .sorted()
                    .toList();
        }
    }

    /// The instance that relays now; where none can be told, the first.
    private String leader() throws InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            try (var connection = DriverManager.getConnection(stand.adminUrl());
                    var select = connection.createStatement();
                    var row = select.executeQuery(LEADER)) {
                var name = row.next() ? Optional.ofNullable(row.getString(1)) : Optional.<String>empty();
                if (name.filter(List.of("case", "case-2")::contains).isPresent()) {
                    return name.get();
                }
            } catch (SQLException _) {
                // PostgreSQL is on its way back
            }
            Thread.sleep(200);
        }
        return "case";
    }

    /// A server that does not answer has no sessions to end.
    private void sql(String sql) {
        try (var connection = DriverManager.getConnection(stand.adminUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException _) {
            // told by what follows
        }
    }
}
