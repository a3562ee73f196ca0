package refocus.eventsourcing.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Optional;
import refocus.eventsourcing.StreamId;

/// The states of the streams that were used last: the one that was not used for longest goes first.
///
/// Other caches go by how often as well, and keep out what is new. A stream is used some times close together, and then
/// not for long: it would be read from the log each of those times.
final class States {

    private final int most;
    private final LinkedHashMap<StreamId, Loaded<?>> lastUsed = new LinkedHashMap<>(16, 0.75f, true);
    private final Counter found;
    private final Counter missed;

    States(int most, MeterRegistry meters) {
        this.most = most;
        this.found = counter("found", meters);
        this.missed = counter("missed", meters);
    }

    Optional<Loaded<?>> get(StreamId stream) {
        Optional<Loaded<?>> state = used(stream);
        (state.isPresent() ? found : missed).increment();
        return state;
    }

    private synchronized Optional<Loaded<?>> used(StreamId stream) {
        return Optional.ofNullable(lastUsed.get(stream));
    }

    /// An older version never takes the place of a newer one.
    synchronized void put(StreamId stream, Loaded<?> loaded) {
        lastUsed.merge(stream, loaded.remembered(), (old, now) -> old.version() > now.version() ? old : now);
        if (lastUsed.size() > most) {
            lastUsed.pollFirstEntry();
        }
    }

    synchronized void remove(StreamId stream) {
        lastUsed.remove(stream);
    }

    private static Counter counter(String result, MeterRegistry meters) {
        return Counter.builder("refocus.log.states")
                .description("states asked for that were or were not in memory")
                .tag("result", result)
                .register(meters);
    }
}
