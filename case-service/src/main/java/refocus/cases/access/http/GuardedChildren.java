package refocus.cases.access.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import refocus.cases.bases.Bases;

/// The children of whose access something was ever said, in memory: most have no such thing, and for them nothing
/// need be asked.
///
/// What this instance changes is here before it answers; what another changes, a quarter of a second after the view
/// shows it. Nobody ever leaves: of a child whose restriction was lifted, the stream says so.
@Singleton
class GuardedChildren {

    private static final long LOOK = Duration.ofMillis(250).toNanos();

    /// Older knowledge is not relied on: whoever asks looks for themselves.
    private static final long OLD = Duration.ofSeconds(1).toNanos();

    private final Bases bases;
    private final Set<UUID> guarded = ConcurrentHashMap.newKeySet();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - OLD);
    private final AtomicLong knownAt = new AtomicLong(System.nanoTime() - OLD);

    GuardedChildren(Bases bases) {
        this.bases = bases;
    }

    void add(UUID child) {
        guarded.add(child);
    }

    Uni<Set<UUID>> among(Collection<UUID> children) {
        return looked().map(_ -> children.stream().filter(guarded::contains).collect(Collectors.toUnmodifiableSet()));
    }

    private Uni<Void> looked() {
        long now = System.nanoTime();
        long before = lookedAt.get();
        boolean itIsTime = now - before >= LOOK && lookedAt.compareAndSet(before, now);
        if (!itIsTime && now - knownAt.get() < OLD) {
            return Uni.createFrom().voidItem();
        }
        return bases.guarded()
                .invoke(found -> {
                    guarded.addAll(found);
                    knownAt.accumulateAndGet(now, Math::max);
                })
                .replaceWithVoid();
    }
}
