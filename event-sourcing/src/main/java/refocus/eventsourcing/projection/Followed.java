package refocus.eventsourcing.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// How a follower is doing, for whoever watches: is it advancing, how far behind, how much is parked.
final class Followed {

    private final Runnable advanced;
    private final Counter events;
    private final Counter failures;
    private volatile Instant through = Instant.EPOCH;
    private volatile int parked;

    /// @param advanced is told each time it has come further
    Followed(String schema, MeterRegistry meters, Runnable advanced) {
        this.advanced = advanced;
        Tags tags = Tags.of("build", schema);
        events = Counter.builder("refocus.projection.events")
                .description("events taken from the feed")
                .tags(tags)
                .register(meters);
        failures = Counter.builder("refocus.projection.failures")
                .description("times the follower had to begin again")
                .tags(tags)
                .register(meters);
        Gauge.builder("refocus.projection.lag.seconds", () -> lag())
                .description("age of the oldest event that may not be applied yet")
                .tags(tags)
                .register(meters);
        Gauge.builder("refocus.projection.parked.streams", () -> parked)
                .description("streams set aside until somebody looks")
                .tags(tags)
                .register(meters);
    }

    void advanced(int count, Collection<Mark> marks) {
        events.increment(count);
        through = marks.stream().map(Mark::through).min(Instant::compareTo).orElse(Instant.EPOCH);
        advanced.run();
    }

    void failed() {
        failures.increment();
    }

    void parked(int streams) {
        parked = streams;
    }

    private double lag() {
        return through.equals(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(through, Instant.now()).toMillis() / 1000.0;
    }
}
