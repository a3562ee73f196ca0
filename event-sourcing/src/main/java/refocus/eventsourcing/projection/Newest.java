package refocus.eventsourcing.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The newest events of a feed, read once for all who follow it.
///
/// It keeps a stretch of each slot without a gap, up to its end: whoever stands within them needs no look of its own,
/// and whoever is further behind reads alone until it gets here. Where much has come at once, it reads no faster than
/// the slowest of them takes it, but waits for none that does not get on. When reading fails, the stretches are
/// forgotten.
final class Newest {

    private static final Logger LOG = Logger.getLogger(Newest.class);
    private static final int MOST = 4000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String feed;
    private final Reader.Opening opening;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Map<Source, Map<Integer, Mark>> readers = new HashMap<>();
    private final Map<Integer, Stretch> stretches = new HashMap<>();
    private Optional<Thread> reading = Optional.empty();
    private volatile boolean stopping;

    /// @param feed its name, for the log and the thread
    Newest(String feed, Reader.Opening opening) {
        this.feed = feed;
        this.opening = opening;
    }

    void stop() throws InterruptedException {
        stopping = true;
        if (reading.isPresent()) {
            reading.get().interrupt();
            reading.get().join(5000);
        }
    }

    /// What follows these places; waits a moment where nothing does yet.
    ///
    /// @param reader who asks, and has taken all up to there
    /// @return nothing where a place is not within its stretch
    Optional<Source.Batch> after(Source reader, Map<Integer, Mark> places, int limit, Duration patience)
            throws InterruptedException {
        lock.lock();
        try {
            begin();
            readers.put(reader, Map.copyOf(places));
            taken.signal();
            long nanos = patience.toNanos();
            while (nanos > 0 && (stretches.isEmpty() || (holds(places) && !hasMoreThan(places)))) {
                nanos = more.awaitNanos(nanos);
            }
            return holds(places) ? Optional.of(next(places, limit)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// This reader does not come again.
    void left(Source reader) {
        lock.lock();
        try {
            readers.remove(reader);
            taken.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean holds(Map<Integer, Mark> places) {
        return !stretches.isEmpty()
                && stretches.entrySet().stream()
                        .allMatch(slot -> slot.getValue().holds(places.getOrDefault(slot.getKey(), Mark.START)));
    }

    private boolean hasMoreThan(Map<Integer, Mark> places) {
        return stretches.entrySet().stream()
                .anyMatch(slot -> slot.getValue().hasMoreThan(places.getOrDefault(slot.getKey(), Mark.START)));
    }

    private Source.Batch next(Map<Integer, Mark> places, int limit) {
        var taken = new ArrayList<Source.Placed>();
        Map<Integer, Mark> marks = new HashMap<>();
        stretches.forEach((slot, stretch) -> {
            if (taken.size() < limit) {
                Mark place = places.getOrDefault(slot, Mark.START);
                marks.put(slot, stretch.take(place, limit - taken.size(), taken));
            }
        });
        return new Source.Batch(taken, marks);
    }

    /// Begins to read when somebody first asks: an instance on which nobody follows has no need to.
    private void begin() {
        if (reading.isEmpty()) {
            reading = Optional.of(
                    Thread.ofPlatform().name("newest of " + feed).daemon().start(this::keepReading));
        }
    }

    private void keepReading() {
        while (!stopping) {
            try (Reader reader = opening.open()) {
                read(reader);
            } catch (InterruptedException _) {
                return;
            } catch (Exception failure) {
                if (!stopping) {
                    LOG.warnf(
                            "the end of %s is looked for again: %s",
                            feed, failure.getClass().getSimpleName());
                }
            }
            change(stretches::clear);
            pause();
        }
    }

    private void read(Reader reader) throws Exception {
        Map<Integer, Mark> ends = reader.seekToEnd();
        change(() -> ends.forEach((slot, end) -> stretches.put(slot, new Stretch(end))));
        while (!stopping) {
            add(reader.poll(Map.of()));
            makeRoom();
        }
    }

    private void add(Source.Batch batch) {
        Map<Integer, List<Source.Placed>> bySlot =
                batch.placed().stream().collect(Collectors.groupingBy(Source.Placed::slot));
        lock.lock();
        try {
            stretches.forEach((slot, stretch) -> Optional.ofNullable(
                            batch.marks().get(slot))
                    .ifPresent(end -> stretch.add(bySlot.getOrDefault(slot, List.of()), end)));
            // Who waits for events need not hear that there were none.
            if (!batch.placed().isEmpty()) {
                more.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom() throws InterruptedException {
        lock.lock();
        try {
            long nanos = PATIENCE.toNanos();
            while (size() > MOST) {
                readers.values().removeIf(places -> !holds(places));
                readers.values().stream()
                        .reduce(Newest::slowest)
                        .ifPresent(places -> stretches.forEach(
                                (slot, stretch) -> stretch.forget(places.getOrDefault(slot, Mark.START))));
                if (size() > MOST && (readers.isEmpty() || nanos <= 0)) {
                    stretches.values().forEach(Stretch::halve);
                } else if (size() > MOST) {
                    nanos = taken.awaitNanos(nanos);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        return stretches.values().stream().mapToInt(Stretch::size).sum();
    }

    private static Map<Integer, Mark> slowest(Map<Integer, Mark> one, Map<Integer, Mark> other) {
        Map<Integer, Mark> slowest = new HashMap<>();
        // A slot that one of them has not begun is at its start.
        one.forEach((slot, mark) -> Optional.ofNullable(other.get(slot))
                .ifPresent(there -> slowest.put(slot, there.before(mark) ? there : mark)));
        return slowest;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
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
