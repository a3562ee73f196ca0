package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.personal.EventJson;

/// The service's own log as a feed: one slot, in the order of transactions.
final class LogSource implements Source {

    private static final int BATCH = 1000;
    private static final long LOOK_MILLIS = 25;

    private final LogTail tail;
    private final Wake wake;
    private final Set<String> categories;
    private Mark at = Mark.START;

    LogSource(Connection connection, Wake wake, Set<String> categories) {
        this.tail = new LogTail(connection);
        this.wake = wake;
        this.categories = categories;
    }

    @Override
    public void seek(Map<Integer, Mark> marks) {
        at = marks.getOrDefault(0, Mark.START);
    }

    @Override
    public Batch poll(Map<Integer, Mark> until) throws SQLException, InterruptedException {
        long seen = wake.count();
        List<LogTail.Entry> entries = tail.after(at.major(), at.minor(), BATCH);
        if (until.containsKey(0)) {
            Mark end = until.get(0);
            entries = entries.stream()
                    .filter(entry -> !end.before(new Mark(entry.tx(), entry.pos(), end.through())))
                    .toList();
        }
        var events = new ArrayList<Incoming>();
        for (LogTail.Entry entry : entries) {
            Incoming event = incoming(entry);
            if (categories.contains(event.category())) {
                events.add(event);
            }
        }
        if (entries.isEmpty()) {
            at = new Mark(at.major(), at.minor(), tail.through());
            wake.await(seen, LOOK_MILLIS);
        } else {
            LogTail.Entry last = entries.getLast();
            at = new Mark(last.tx(), last.pos(), tail.through());
        }
        return new Batch(events, Map.of(0, at));
    }

    @Override
    public void close() {
        // The connection is the follower's.
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
