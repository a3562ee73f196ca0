package refocus.eventsourcing.projection;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tells those who wait for a projection that it has moved on.
///
/// It hears of the followers of this process alone. Others may follow too, so nobody waits longer than a moment before
/// looking again.
@Singleton
class Advances {

    private static final Duration LOOK = Duration.ofMillis(10);

    private final Map<String, CompletableFuture<@Nullable Void>> next = new ConcurrentHashMap<>();

    /// Completes when a projection has next moved on, or after a moment. To be asked for before looking where it is.
    CompletableFuture<@Nullable Void> next(String projection) {
        return next.compute(projection, (_, known) -> known == null || known.isDone() ? aMoment() : known);
    }

    void advanced(String projection) {
        Optional.ofNullable(next.remove(projection)).ifPresent(awaited -> awaited.complete(null));
    }

    private static CompletableFuture<@Nullable Void> aMoment() {
        return new CompletableFuture<@Nullable Void>().completeOnTimeout(null, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
}
