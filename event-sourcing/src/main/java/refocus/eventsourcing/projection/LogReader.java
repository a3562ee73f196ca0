package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.personal.EventJson;

/// The service's own log as a feed: one slot, in the order of transactions.
final class LogReader implements Reader {

    private static final int SLOT = 0;
    private static final int LIMIT = 1000;
    private static final long LOOK_MILLIS = 25;

    /// What there is to do when reading ends.
    interface Closing {
        void close() throws SQLException;
    }

    private final LogTail tail;
    private final Wake wake;
    private final Closing afterwards;
    private Mark at = Mark.START;

    LogReader(Connection connection, Wake wake, Closing afterwards) {
        this.tail = new LogTail(connection);
        this.wake = wake;
        this.afterwards = afterwards;
    }

    @Override
    public void seek(Map<Integer, Mark> marks) {
        at = marks.getOrDefault(SLOT, Mark.START);
    }

    @Override
    public Map<Integer, Mark> seekToEnd() throws SQLException {
        at = tail.end().map(end -> new Mark(end.tx(), end.pos(), Instant.EPOCH)).orElse(Mark.START);
        return Map.of(SLOT, at);
    }

    @Override
    public Batch poll(Map<Integer, Mark> until) throws SQLException, InterruptedException {
        long seen = wake.count();
        List<LogTail.Entry> entries = tail.after(at.major(), at.minor(), LIMIT);
        List<Placed> placed = entries.stream()
                .map(entry -> new Placed(SLOT, new Mark(entry.tx(), entry.pos(), Instant.EPOCH), incoming(entry)))
                .filter(one -> !until.containsKey(SLOT) || !until.get(SLOT).before(one.place()))
                .toList();
        Mark last = placed.isEmpty() ? at : placed.getLast().place().through(at.through());
        // What was read up to is told of the end alone.
        at = placed.size() < entries.size() ? last : last.through(tail.through());
        if (placed.isEmpty()) {
            wake.await(seen, LOOK_MILLIS);
        }
        return new Batch(placed, Map.of(SLOT, at));
    }

    @Override
    public void close() throws SQLException {
        afterwards.close();
    }

    private static Incoming incoming(LogTail.Entry entry) {
        return new Incoming(
                entry.stream(),
                entry.version(),
                entry.id(),
                entry.type(),
                entry.schemaVersion(),
                entry.data(),
                EventJson.read(entry.metadata(), Metadata.class),
                entry.occurredAt(),
                entry.recordedAt(),
                Optional.empty());
    }
}
