package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.personal.EventJson;

/// One build's rows, checkpoint and parked events in the database.
final class BuildStore {

    /// Somebody else has moved the checkpoint: this reader is not the owner any more.
    static final class NotTheOwner extends RuntimeException {
        NotTheOwner(String schema) {
            super(schema + " has moved on under another reader");
        }
    }

    private final Connection connection;
    private final String schema;
    private final Map<Table<?>, TableWriter<?>> writers = new LinkedHashMap<>();

    BuildStore(Connection connection, String schema, List<Table<?>> tables) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        for (Table<?> table : tables) {
            writers.put(table, new TableWriter<>(connection, schema, table));
        }
    }

    Map<Integer, Mark> marks() throws SQLException {
        return marks(connection, schema);
    }

    static Map<Integer, Mark> marks(Connection connection, String schema) throws SQLException {
        Map<Integer, Mark> marks = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select slot, major, minor, through from %s.checkpoint".formatted(schema))) {
            while (row.next()) {
                marks.put(row.getInt(1), new Mark(row.getLong(2), row.getLong(3), instant(row, 4)));
            }
        }
        return marks;
    }

    Map<String, Long> applied(Collection<String> streams) throws SQLException {
        Map<String, Long> applied = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select stream_id, version from %s.applied where stream_id = any(?)".formatted(schema))) {
            select.setArray(1, connection.createArrayOf("text", streams.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    applied.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return applied;
    }

    Set<String> parkedStreams() throws SQLException {
        Set<String> parked = new HashSet<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select stream_id from %s.parked_stream".formatted(schema))) {
            while (row.next()) {
                parked.add(row.getString(1));
            }
        }
        return parked;
    }

    /// Rows, versions and what was parked, in the caller's transaction.
    void write(Intake.Result result) throws SQLException {
        var script = new Script(connection);
        add(result, script);
        script.run();
    }

    /// The same, and the checkpoint moves from where this reader knew it to be.
    ///
    /// It waits while the swap compares this build with another. The transaction need not reach the disk before it
    /// is over: what a crash takes back, it takes back with its checkpoint, and it is read again.
    void write(Intake.Result result, Map<Integer, Mark> from, Map<Integer, Mark> to) throws SQLException {
        var script = new Script(connection);
        script.add("""
                select pg_advisory_xact_lock_shared(hashtextextended(?, 0)),
                       set_config('synchronous_commit', 'off', true)""", pause(schema));
        add(result, script);
        move(from, to, script);
        if (script.run() != to.size()) {
            throw new NotTheOwner(schema);
        }
    }

    private void add(Intake.Result result, Script script) throws SQLException {
        for (Map.Entry<Table<?>, TableWriter<?>> writer : writers.entrySet()) {
            List<Change> changes = result.changes().stream()
                    .filter(change -> change.table().equals(writer.getKey()))
                    .toList();
            if (!changes.isEmpty()) {
                writer.getValue().write(changes, script);
            }
        }
        putApplied(result.applied(), script);
        result.parked().forEach(parked -> park(parked, script));
        result.passedBy().forEach((type, events) -> script.add("""
                        insert into %1$s.passed_by as p (type, events) values (?, ?)
                        on conflict (type) do update set events = p.events + excluded.events""".formatted(schema), type, events));
    }

    private void putApplied(Map<String, Long> applied, Script script) throws SQLException {
        if (!applied.isEmpty()) {
            var streams = applied.entrySet();
            script.add(
                    """
                    insert into %s.applied (stream_id, version) select * from unnest(?::text[], ?::bigint[])
                    on conflict (stream_id) do update set version = excluded.version""".formatted(schema),
                    script.array("text", streams, Map.Entry::getKey),
                    script.array("bigint", streams, Map.Entry::getValue));
        }
    }

    private void park(Intake.Parked parked, Script script) {
        Incoming event = parked.event();
        script.add("""
                insert into %s.parked_stream (stream_id, reason) values (?, ?)
                on conflict (stream_id) do nothing""".formatted(schema), event.stream(), parked.reason());
        script.add(
                """
                insert into %s.parked_event (stream_id, version, event_id, type, schema_version, data, meta,
                                             occurred_at, recorded_at, broken)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""".formatted(schema),
                event.stream(),
                event.version(),
                event.id(),
                event.type(),
                event.schemaVersion(),
                event.data().replace("\0", "\\u0000"),
                EventJson.write(event.metadata(), Metadata.class),
                OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC),
                OffsetDateTime.ofInstant(event.recordedAt(), ZoneOffset.UTC),
                event.broken().orElse(null));
    }

    private void move(Map<Integer, Mark> from, Map<Integer, Mark> to, Script script) throws SQLException {
        var slots = to.entrySet();
        script.add(
                """
                insert into %1$s.checkpoint as c (slot, major, minor, through)
                select * from unnest((select ?::int[]), (select ?::bigint[]), (select ?::bigint[]), (select ?::timestamptz[]))
                on conflict (slot) do update
                set major = excluded.major, minor = excluded.minor, through = excluded.through
                where (c.slot, c.major, c.minor) in (
                    select * from unnest((select ?::int[]), (select ?::bigint[]), (select ?::bigint[])))""".formatted(schema),
                script.array("int", slots, Map.Entry::getKey),
                script.array("bigint", slots, slot -> slot.getValue().major()),
                script.array("bigint", slots, slot -> slot.getValue().minor()),
                script.array(
                        "timestamptz", slots, slot -> slot.getValue().through().toString()),
                script.array("int", slots, Map.Entry::getKey),
                script.array("bigint", slots, slot -> before(from, slot).major()),
                script.array("bigint", slots, slot -> before(from, slot).minor()));
    }

    private static Mark before(Map<Integer, Mark> from, Map.Entry<Integer, Mark> slot) {
        return from.getOrDefault(slot.getKey(), Mark.START);
    }

    /// Has this connection find rows by their keys. A plan is made once and kept: one made while a table was small
    /// would read all of it for each batch, until the database next counts its rows.
    void findByKeys() throws SQLException {
        execute("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
    }

    /// Has it find them as for anybody else.
    void findAsUsual() throws SQLException {
        execute("reset enable_seqscan; reset enable_hashjoin; reset enable_mergejoin");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String pause(String schema) {
        return "refocus.pause." + schema;
    }

    /// What an operator has asked for a parked stream.
    record Asked(String stream, boolean discard) {}

    Optional<Asked> asked() throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        select stream_id, asked from %s.parked_stream where asked is not null limit 1""".formatted(schema))) {
            return row.next()
                    ? Optional.of(new Asked(row.getString(1), "DISCARD".equals(row.getString(2))))
                    : Optional.empty();
        }
    }

    List<Incoming> parkedEvents(String stream) throws SQLException {
        var events = new ArrayList<Incoming>();
        try (PreparedStatement select = connection.prepareStatement("""
                select version, event_id, type, schema_version, data, meta::text, occurred_at, recorded_at, broken
                from %s.parked_event where stream_id = ? order by id""".formatted(schema))) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new Incoming(
                            stream,
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getInt(4),
                            row.getString(5),
                            EventJson.read(row.getString(6), Metadata.class),
                            instant(row, 7),
                            instant(row, 8),
                            Optional.ofNullable(row.getString(9))));
                }
            }
        }
        return events;
    }

    void release(String stream) throws SQLException {
        for (String table : List.of("parked_event", "parked_stream")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from %s.%s where stream_id = ?".formatted(schema, table))) {
                delete.setString(1, stream);
                delete.executeUpdate();
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
