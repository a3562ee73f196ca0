package refocus.eventsourcing.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A feed read with others as long as its reader keeps up, and alone where it is behind.
final class SharedSource implements Source {

    private static final int LIMIT = 1000;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Newest newest;
    private final Reader.Opening opening;
    private final Predicate<Incoming> wanted;
    private final Map<Integer, Mark> at = new HashMap<>();
    private Optional<Reader> alone = Optional.empty();
    private boolean idle = true;

    /// @param wanted which events are for this reader; the others pass by
    SharedSource(Newest newest, Reader.Opening opening, Predicate<Incoming> wanted) {
        this.newest = newest;
        this.opening = opening;
        this.wanted = wanted;
    }

    @Override
    public void seek(Map<Integer, Mark> marks) throws Exception {
        endAlone();
        at.clear();
        at.putAll(marks);
    }

    @Override
    public Batch poll(Map<Integer, Mark> until) throws Exception {
        Optional<Batch> known =
                until.isEmpty() ? newest.after(this, at, LIMIT, idle ? PATIENCE : Duration.ZERO) : Optional.empty();
        Batch batch = known.isPresent() ? known.get() : alone(until);
        if (known.isPresent()) {
            endAlone();
        }
        at.putAll(batch.marks());
        // Whoever has read all there is hears so before it waits: a build may be ready.
        idle = batch.placed().isEmpty();
        return new Batch(
                batch.placed().stream()
                        .filter(placed -> wanted.test(placed.event()))
                        .toList(),
                batch.marks());
    }

    /// Far behind, or up to a place that another build has come to.
    private Batch alone(Map<Integer, Mark> until) throws Exception {
        if (alone.isEmpty()) {
            alone = Optional.of(opening.open());
            alone.get().seek(at);
        }
        return alone.get().poll(until);
    }

    @Override
    public void close() throws SQLException {
        newest.left(this);
        endAlone();
    }

    private void endAlone() throws SQLException {
        if (alone.isPresent()) {
            Reader reader = alone.get();
            alone = Optional.empty();
            reader.close();
        }
    }
}
