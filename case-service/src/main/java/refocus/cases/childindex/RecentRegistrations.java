package refocus.cases.childindex;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/// Children whose registration was asked for a moment ago, whom the index may not show yet: of two registrations that
/// race, one sees the other.
@Singleton
class RecentRegistrations {

    private static final int MOST = 2000;

    /// Far longer than the index takes.
    private final Cache<UUID, IndexedChild> recent = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Collection<IndexedChild> all() {
        return recent.asMap().values();
    }

    void add(IndexedChild child) {
        recent.put(child.child(), child);
    }

    void forget(UUID child) {
        recent.invalidate(child);
    }
}
