package refocus.eventsourcing.projection;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.log.Wake;

/// The newest events of the service's own log, looked for once for all who follow it.
///
/// It keeps a stretch of the log without a gap, up to its end: whoever stands within it needs no look of its own, and
/// whoever is further behind reads alone until it gets here. When the database fails, the stretch is forgotten.
@Singleton
class Newest {

    private static final Logger LOG = Logger.getLogger(Newest.class);
    private static final int LOOK = 1000;
    private static final int MOST = 4000;
    private static final long LOOK_MILLIS = 25;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /// What follows a place.
    ///
    /// @param to the place after these events
    record Next(List<Incoming> events, Mark to) {}

    private record Placed(Mark place, Incoming event) {}

    private final DataSource database;
    private final Wake wake;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final List<Placed> stretch = new ArrayList<>();
    private Optional<Mark> from = Optional.empty();
    private Mark end = Mark.START;
    private Optional<Thread> looking = Optional.empty();
    private volatile boolean stopping;

    @Inject
    Newest(DataSource database, Wake wake) {
        this.database = database;
        this.wake = wake;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (looking.isPresent()) {
            looking.get().interrupt();
            looking.get().join(5000);
        }
    }

    /// What follows a place; waits a moment where nothing does yet.
    ///
    /// @return nothing where the place is not within the stretch
    Optional<Next> after(Mark place, int limit, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            look();
            long nanos = patience.toNanos();
            while (isWithin(place) && !place.before(end) && nanos > 0) {
                nanos = more.awaitNanos(nanos);
            }
            return isWithin(place) ? Optional.of(next(place, limit)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isWithin(Mark place) {
        return from.filter(start -> !place.before(start)).isPresent();
    }

    private Next next(Mark place, int limit) {
        int first = firstAfter(place);
        List<Placed> next = stretch.subList(first, Math.min(stretch.size(), first + limit));
        // What was read up to is told of the end alone.
        Mark to = first + next.size() < stretch.size()
                ? next.getLast().place().through(place.through())
                : (place.before(end) ? end : place).through(latest(place.through(), end.through()));
        return new Next(next.stream().map(Placed::event).toList(), to);
    }

    private int firstAfter(Mark place) {
        int low = 0;
        int high = stretch.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.before(stretch.get(middle).place())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Begins to look when somebody first asks: an instance on which nobody follows has no need to.
    private void look() {
        if (looking.isEmpty()) {
            looking = Optional.of(Thread.ofPlatform().name("newest").daemon().start(this::keepLooking));
        }
    }

    private void keepLooking() {
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                look(new LogTail(connection));
            } catch (InterruptedException _) {
                return;
            } catch (SQLException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warnf(
                            "the end of the log is looked for again: %s",
                            failure.getClass().getSimpleName());
                }
            }
            forget();
            pause();
        }
    }

    private void look(LogTail tail) throws SQLException, InterruptedException {
        Mark at = tail.end()
                .map(end -> new Mark(end.tx(), end.pos(), Instant.EPOCH))
                .orElse(Mark.START);
        begin(at);
        while (!stopping) {
            long seen = wake.count();
            List<Placed> placed = tail.after(at.major(), at.minor(), LOOK).stream()
                    .map(entry ->
                            new Placed(new Mark(entry.tx(), entry.pos(), tail.through()), LogSource.incoming(entry)))
                    .toList();
            at = placed.isEmpty()
                    ? at.through(tail.through())
                    : placed.getLast().place();
            add(placed, at);
            if (placed.isEmpty()) {
                wake.await(seen, LOOK_MILLIS);
            }
        }
    }

    private void begin(Mark at) {
        lock.lock();
        try {
            from = Optional.of(at);
            end = at;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(List<Placed> placed, Mark at) {
        lock.lock();
        try {
            stretch.addAll(placed);
            end = at;
            if (stretch.size() > 2 * MOST) {
                List<Placed> old = stretch.subList(0, stretch.size() - MOST);
                from = Optional.of(old.getLast().place());
                old.clear();
            }
            if (!placed.isEmpty()) {
                more.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void forget() {
        lock.lock();
        try {
            from = Optional.empty();
            end = Mark.START;
            stretch.clear();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
