package refocus.eventsourcing.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.Ciphers;
import refocus.eventsourcing.personal.EventJson;

/// Whom the log holds sealed texts about, and who of them it says is erased.
///
/// Kept beside the log as it grows, with how far it has been read: an event is looked at once. It stands in the log's
/// own database, so that whatever is restored, the two agree.
final class SubjectsInLog {

    private static final int BATCH = 1000;

    private static final String READ_TO = "select tx::text::bigint, pos from sealed_through";

    private static final String ADD = """
            insert into sealed_subject (subject)
            select * from unnest(?::uuid[]) on conflict do nothing""";

    private static final String ERASED = """
            insert into sealed_subject (subject, erased_at) values (?, ?)
            on conflict (subject) do update set erased_at = coalesce(sealed_subject.erased_at, excluded.erased_at)""";

    private static final String MOVE =
            "update sealed_through set tx = ?::text::xid8, pos = ? where tx = ?::text::xid8 and pos = ?";

    private final Connection log;
    private final LogTail tail;
    private final Map<String, String> erasing;

    /// @param erasing the stored names of the events that erase, with the component that names others who were erased
    SubjectsInLog(Connection log, Map<String, String> erasing) {
        this.log = log;
        this.tail = new LogTail(log);
        this.erasing = erasing;
    }

    /// Reads to the log's end.
    void readAll() throws SQLException {
        Found found;
        do {
            found = readSome();
        } while (found.events() > 0);
    }

    /// What one look has found.
    record Found(int events, Set<UUID> subjects) {}

    Found readSome() throws SQLException {
        long tx;
        long pos;
        try (PreparedStatement select = log.prepareStatement(READ_TO);
                ResultSet row = select.executeQuery()) {
            row.next();
            tx = row.getLong(1);
            pos = row.getLong(2);
        }
        List<LogTail.Entry> entries = tail.after(tx, pos, BATCH);
        if (entries.isEmpty()) {
            return new Found(0, Set.of());
        }
        Set<UUID> subjects = new HashSet<>();
        Map<UUID, OffsetDateTime> erased = new HashMap<>();
        for (LogTail.Entry entry : entries) {
            subjects.addAll(Ciphers.subjects(entry.data()));
            erasedBy(entry)
                    .forEach(subject -> erased.put(subject, entry.recordedAt().atOffset(ZoneOffset.UTC)));
        }
        keep(subjects, erased, tx, pos, entries.getLast());
        return new Found(entries.size(), subjects);
    }

    private Stream<UUID> erasedBy(LogTail.Entry entry) {
        String also = erasing.get(entry.type());
        return also == null
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(StreamId.fromString(entry.stream()).id()),
                        EventJson.ids(entry.data(), also).stream());
    }

    /// Those about whom there are texts that nothing has erased, in order.
    List<UUID> unerased(UUID after, int limit) throws SQLException {
        return subjects(
                "select subject from sealed_subject where erased_at is null and subject > ? order by subject limit ?",
                after,
                limit);
    }

    Set<UUID> erased() throws SQLException {
        return Set.copyOf(subjects(
                "select subject from sealed_subject where erased_at is not null and subject >= ? limit ?",
                new UUID(0, 0),
                Integer.MAX_VALUE));
    }

    private List<UUID> subjects(String sql, UUID after, int limit) throws SQLException {
        var subjects = new ArrayList<UUID>();
        try (PreparedStatement select = log.prepareStatement(sql)) {
            select.setObject(1, after);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subjects.add(row.getObject(1, UUID.class));
                }
            }
        }
        return subjects;
    }

    private void keep(Set<UUID> subjects, Map<UUID, OffsetDateTime> erased, long tx, long pos, LogTail.Entry last)
            throws SQLException {
        log.setAutoCommit(false);
        try {
            try (PreparedStatement add = log.prepareStatement(ADD)) {
                add.setArray(
                        1, log.createArrayOf("uuid", subjects.stream().sorted().toArray()));
                add.executeUpdate();
            }
            for (var one : erased.entrySet()) {
                try (PreparedStatement mark = log.prepareStatement(ERASED)) {
                    mark.setObject(1, one.getKey());
                    mark.setObject(2, one.getValue());
                    mark.executeUpdate();
                }
            }
            try (PreparedStatement move = log.prepareStatement(MOVE)) {
                move.setString(1, Long.toString(last.tx()));
                move.setLong(2, last.pos());
                move.setString(3, Long.toString(tx));
                move.setLong(4, pos);
                move.executeUpdate();
            }
            log.commit();
        } catch (SQLException | RuntimeException failure) {
            log.rollback();
            throw failure;
        } finally {
            log.setAutoCommit(true);
        }
    }
}
