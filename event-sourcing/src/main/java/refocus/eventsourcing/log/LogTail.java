package refocus.eventsourcing.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads the log in the order of its transactions, never past the oldest one still running.
///
/// Positions and commit order differ: an event with a lower position may become visible later. What lies below the
/// oldest running transaction cannot: so nothing is skipped. The same look tells a *watermark*: the time up to which
/// everything recorded has been read.
public final class LogTail {

    /// The table of the log.
    public static final String EVENTS = "event";

    // Horizon and rows are of one snapshot. Columns are qualified: by the output column, the transaction would sort as
    // text. Without entries there is one row all the same, which tells the horizon.
    private static final String AFTER = """
            with look as materialized (
                select now() as at, pg_snapshot_xmin(s) as oldest, pg_snapshot_xmax(s)::text::bigint as newest
                from (select pg_current_snapshot() s) as snapshot)
            select look.at, look.oldest::text::bigint, look.newest, entry.*
            from look left join lateral (
                select e.tx::text::bigint as txid, e.pos, e.stream_id, e.version, e.event_id, e.type, e.schema_version,
                       e.data::text, e.meta::text, e.occurred_at, e.recorded_at
                from %s e
                where (e.tx, e.pos) > (?::text::xid8, ?) and e.tx < look.oldest
                order by e.tx, e.pos
                limit ?) as entry on true""";

    private static final String END = """
            select e.tx::text::bigint, e.pos from %s e
            where e.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by e.tx desc, e.pos desc limit 1""";

    private static final String PLACE = """
            select e.tx::text::bigint, e.pos from %s e where e.stream_id = ? and e.version = ? and e.event_id = ?""";

    /// One row of the log, undecoded.
    public record Entry(
            long tx,
            long pos,
            String stream,
            long version,
            UUID id,
            String type,
            int schemaVersion,
            String data,
            String metadata,
            Instant occurredAt,
            Instant recordedAt) {

        public Place place() {
            return new Place(tx, pos);
        }
    }

    /// Where an entry stands.
    public record Place(long tx, long pos) implements Comparable<Place> {

        /// Before all there is.
        public static final Place START = new Place(0, 0);

        @Override
        public int compareTo(Place other) {
            return tx == other.tx ? Long.compare(pos, other.pos) : Long.compare(tx, other.tx);
        }
    }

    private record Look(Instant at, long newest) {}

    private final Connection connection;
    private final String after;
    private final String end;
    private final String place;
    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant through = Instant.EPOCH;

    public LogTail(Connection connection) {
        this(connection, EVENTS);
    }

    /// Of rows that are recorded like events.
    ///
    /// @param rows a table, or a query in brackets, with the columns of the log
    public LogTail(Connection connection, String rows) {
        this.connection = connection;
        this.after = AFTER.formatted(rows);
        this.end = END.formatted(rows);
        this.place = PLACE.formatted(rows);
    }

    /// The next entries after a place in the log, at most `limit`.
    public List<Entry> after(long tx, long pos, int limit) throws SQLException {
        var entries = new ArrayList<Entry>();
        long oldestRunning = 0;
        try (PreparedStatement select = connection.prepareStatement(after)) {
            select.setString(1, Long.toString(tx));
            select.setLong(2, pos);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.isFirst()) {
                        oldestRunning = row.getLong(2);
                        looked(new Look(instant(row, 1), row.getLong(3)));
                    }
                    if (row.getString(6) != null) {
                        entries.add(entry(row));
                    }
                }
            }
        }
        if (entries.size() < limit) {
            while (!looks.isEmpty() && looks.getFirst().newest() <= oldestRunning) {
                through = looks.removeFirst().at();
            }
        }
        return entries;
    }

    /// The last entry that none can come before any more; empty where there is none.
    public Optional<Place> end() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(end);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Place(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }

    /// Where an event stands; empty where the log has no such event at this version of its stream.
    public Optional<Place> place(String stream, long version, UUID event) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(place)) {
            select.setString(1, stream);
            select.setLong(2, version);
            select.setObject(3, event);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Place(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /// Everything recorded up to then has been read.
    public Instant through() {
        return through;
    }

    private void looked(Look look) {
        looks.addLast(look);
        if (looks.size() > 1000) {
            looks.removeFirst();
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getLong(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getInt(10),
                row.getString(11),
                row.getString(12),
                instant(row, 13),
                instant(row, 14));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
