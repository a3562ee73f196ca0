package refocus.proving.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// What was recorded, straight from the table.
record Log(Map<UUID, Entry> entries) {

    /// @param first whether it is the first event of a command
    record Entry(UUID id, String stream, long version, String type, Instant occurredAt, boolean first) {}

    static Log read(Connection database) throws SQLException {
        var entries = new LinkedHashMap<UUID, Entry>();
        database.setAutoCommit(false);
        try (var select = database.createStatement()) {
            select.setFetchSize(5000);
            var row = select.executeQuery(
                    "select event_id, stream_id, version, type, occurred_at, command_id is not null from event"
                            + " order by stream_id, version");
            while (row.next()) {
                var id = row.getObject(1, UUID.class);
                var at = row.getObject(5, OffsetDateTime.class).toInstant();
                entries.put(
                        id, new Entry(id, row.getString(2), row.getLong(3), row.getString(4), at, row.getBoolean(6)));
            }
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
        return new Log(entries);
    }

    /// By stream and version, as in `case/…@3`.
    Map<String, Entry> places() {
        var places = new HashMap<String, Entry>();
        entries.values().forEach(entry -> places.put(entry.stream() + "@" + entry.version(), entry));
        return places;
    }
}
