package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.personal.EventJson;

/// The service's own log as a feed: one slot, in the order of transactions.
final class LogSource implements Source {

    private static final int BATCH = 1000;
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final LogTail tail;
    private final Newest newest;
    private final Set<String> categories;
    private Mark at = Mark.START;
    private boolean idle;

    LogSource(Connection connection, Newest newest, Set<String> categories) {
        this.tail = new LogTail(connection);
        this.newest = newest;
        this.categories = categories;
    }

    @Override
    public void seek(Map<Integer, Mark> marks) {
        at = marks.getOrDefault(0, Mark.START);
    }

    @Override
    public Batch poll(Map<Integer, Mark> until) throws SQLException, InterruptedException {
        Duration patience = idle ? PATIENCE : Duration.ZERO;
        Optional<Newest.Next> known = until.isEmpty() ? newest.after(at, BATCH, patience) : Optional.empty();
        Newest.Next next = known.isPresent() ? known.get() : look(until);
        at = next.to();
        // Whoever has read all there is hears so before it waits: a build may be ready.
        idle = next.events().isEmpty();
        return new Batch(
                next.events().stream()
                        .filter(event -> categories.contains(event.category()))
                        .toList(),
                Map.of(0, at));
    }

    /// A look of its own: far behind, or up to a place that another build has come to.
    private Newest.Next look(Map<Integer, Mark> until) throws SQLException, InterruptedException {
        List<LogTail.Entry> entries = tail.after(at.major(), at.minor(), BATCH);
        if (until.containsKey(0)) {
            Mark end = until.get(0);
            entries = entries.stream()
                    .filter(entry -> !end.before(new Mark(entry.tx(), entry.pos(), end.through())))
                    .toList();
        }
        if (entries.isEmpty()) {
            Thread.sleep(PAUSE);
            return new Newest.Next(List.of(), at.through(tail.through()));
        }
        LogTail.Entry last = entries.getLast();
        return new Newest.Next(
                entries.stream().map(LogSource::incoming).toList(), new Mark(last.tx(), last.pos(), tail.through()));
    }

    @Override
    public void close() {
        // The connection is the follower's.
    }

    static Incoming incoming(LogTail.Entry entry) {
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
