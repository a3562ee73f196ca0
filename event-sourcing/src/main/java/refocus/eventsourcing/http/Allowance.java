package refocus.eventsourcing.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How many requests each of many callers may make: so many at once, and so many a second for good.
///
/// One bucket of tokens a caller, which fills by the clock. A bucket that has had the time to fill is forgotten.
final class Allowance {

    private static final double NANOS = 1e9;
    private static final long MOST_CALLERS = 100_000;

    private final double perSecond;
    private final double atOnce;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    private static final class Bucket {

        private double tokens;
        private long filled;
    }

    /// @param nanos the clock, as in [System#nanoTime]
    Allowance(double perSecond, double atOnce, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.nanos = nanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(seconds(atOnce / perSecond).plusSeconds(1))
                .ticker(nanos::getAsLong)
                .build();
    }

    /// Takes one request off a caller's bucket.
    ///
    /// @return how long to wait, where there is none left
    Optional<Duration> exceededBy(String caller) {
        Bucket bucket = buckets.get(caller, _ -> full());
        synchronized (bucket) {
            long now = nanos.getAsLong();
            bucket.tokens = Math.min(atOnce, bucket.tokens + (now - bucket.filled) / NANOS * perSecond);
            bucket.filled = now;
            if (bucket.tokens < 1) {
                return Optional.of(seconds((1 - bucket.tokens) / perSecond));
            }
            bucket.tokens--;
            return Optional.empty();
        }
    }

    private Bucket full() {
        var bucket = new Bucket();
        bucket.tokens = atOnce;
        bucket.filled = nanos.getAsLong();
        return bucket;
    }

    /// Rounded up: who comes back after it finds a token.
    private static Duration seconds(double seconds) {
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }
}
