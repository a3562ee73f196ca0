package refocus.proving.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import refocus.proving.stand.Stand;

/// What PostgreSQL does with the same events when nothing stands before it: the same table, indexes and durability.
///
/// The event is a session as the service recorded it. Single rows are inserted by `pgbench` in prepared statements, one
/// transaction each; the rows of `COPY` come from a file on the same disk.
final class Floor {

    private static final String INSERT = """
            insert into floor.event (stream_id, version, event_id, command_id, fingerprint, type, schema_version, data,
                                     meta, occurred_at)
            values ('case/' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), :fingerprint,
                    'direct-work-held', 1, :data, :meta, now());
            """;

    private static final String COLUMNS =
            "stream_id, version, event_id, command_id, fingerprint, type, schema_version, data, meta, occurred_at";

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final int COPIED = 200_000;

    private final Stand stand;
    private final Tool pgbench;
    private final Sheet sheet;

    private Floor(Stand stand, Tool pgbench, Sheet sheet) {
        this.stand = stand;
        this.pgbench = pgbench;
        this.sheet = sheet;
    }

    /// A table like the log's, beside it.
    static Floor lay(Course course, Stand stand) throws SQLException {
        try (var connection = stand.connect("case");
                var create = connection.createStatement()) {
            create.execute("""
                    create schema if not exists floor;
                    create table if not exists floor.event (like public.event including all)""");
        }
        return new Floor(stand, course.pgbench(), course.sheet());
    }

    /// Single rows, for some seconds.
    ///
    /// @return rows a second
    double singleRows(int clients, int seconds) throws IOException, InterruptedException, SQLException {
        var script = Files.writeString(stand.directory().resolve("floor.sql"), INSERT);
        var arguments = new ArrayList<>(List.of(
                "-h",
                "localhost",
                "-p",
                Integer.toString(stand.ports().postgres()),
                "-U",
                "postgres",
                "-M",
                "prepared",
                "-n",
                "-c",
                Integer.toString(clients),
                "-j",
                clients == 1 ? "1" : "2",
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString()));
        try (var connection = stand.connect("case");
                var select = connection.createStatement();
                var row = select.executeQuery("""
                        select data::text, meta::text, coalesce(fingerprint, '') from event
                        where type = 'direct-work-held' order by tx, pos limit 1""")) {
            row.next();
            arguments.addAll(List.of(
                    "-D", "data=" + row.getString(1),
                    "-D", "meta=" + row.getString(2),
                    "-D", "fingerprint=" + row.getString(3)));
        }
        arguments.add("case");
        var said = pgbench.run(arguments);
        var tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IOException("pgbench says no tps:\n" + said);
        }
        double rows = Double.parseDouble(tps.group(1));
        sheet.add("floor: single rows, %d clients".formatted(clients), "rows/s", rows);
        return rows;
    }

    /// `COPY` of as many of the same rows into an empty table; they stay, so that single rows are not added to one
    /// that is much smaller than the log.
    ///
    /// @return rows a second
    double copy() throws SQLException {
        try (var connection = stand.connect("case")) {
            var file = made(connection);
            run(connection, "truncate floor.event");
            long began = System.nanoTime();
            run(connection, "copy floor.event (%s) from '%s'".formatted(COLUMNS, file));
            double rows = COPIED / ((System.nanoTime() - began) / 1e9);
            sheet.add("floor: COPY", "rows/s", rows);
            return rows;
        }
    }

    private Path made(Connection connection) throws SQLException {
        var file = stand.directory().resolve("floor.copy");
        if (Files.notExists(file)) {
            run(connection, """
                    copy (select 'case/' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), e.fingerprint,
                                 e.type, e.schema_version, e.data, e.meta, e.occurred_at
                          from (select * from event where type = 'direct-work-held' order by tx, pos limit 1) e
                          cross join generate_series(1, %d)) to '%s'""".formatted(COPIED, file));
        }
        return file;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
