package refocus.eventsourcing.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.Refused;

/// The keys of the people that personal data is about: one each, made before the first text about them is stored.
///
/// An *unknown* key is an error, for it would mean that keys were lost; only a key *marked* destroyed reads as erased.
/// Keys in use are remembered for a while, so a destroyed key may still open elsewhere for that long.
@ApplicationScoped
public class SubjectKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeyStore store;
    private final Cache<UUID, SubjectKey> known;

    @Inject
    SubjectKeys(
            @ReactiveDataSource("keys") Instance<Pool> pool,
            MasterKey master,
            @ConfigProperty(name = "refocus.keys.remembered", defaultValue = "100000") long remembered,
            @ConfigProperty(name = "refocus.keys.remembered-for", defaultValue = "PT5M") Duration rememberedFor) {
        this(new KeyStore(pool::get, master), remembered, rememberedFor);
    }

    SubjectKeys(KeyStore store, long remembered, Duration rememberedFor) {
        this.store = store;
        this.known = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterWrite(rememberedFor)
                .build();
    }

    /// Makes the keys that are missing; refused as `erased` where one was destroyed.
    public Uni<Void> ensure(Set<UUID> subjects) {
        return sealer(subjects).replaceWithVoid();
    }

    /// Makes the keys that are missing and seals with them.
    public Uni<Sealer> sealer(Set<UUID> subjects) {
        return having(subjects, store::make)
                .map(keys -> (text, event, field) -> live(keys, text.subject()).seal(text.text(), event, field));
    }

    /// Opens texts of these people; fails where a key is unknown.
    public Uni<Opener> opener(Set<UUID> subjects) {
        return having(subjects, store::find).map(keys -> text -> open(keys, text));
    }

    /// For a thread that may wait.
    public Opener openerNow(Set<UUID> subjects) {
        return opener(subjects).await().atMost(PATIENCE);
    }

    /// Marks a key destroyed and forgets it, for ever; repeating is harmless.
    public Uni<Void> destroy(UUID subject) {
        return store.destroy(subject).invoke(() -> known.put(subject, new SubjectKey.Destroyed()));
    }

    /// Those of them that no key was ever made for. Anything but empty, at start, means that keys were lost.
    public Uni<Set<UUID>> unknown(Set<UUID> subjects) {
        return store.find(subjects).map(found -> {
            Set<UUID> missing = new HashSet<>(subjects);
            missing.removeAll(found.keySet());
            return missing;
        });
    }

    private Uni<Map<UUID, SubjectKey>> having(Set<UUID> subjects, Fetch fetch) {
        Map<UUID, SubjectKey> keys = new HashMap<>(known.getAllPresent(subjects));
        if (keys.size() == subjects.size()) {
            return Uni.createFrom().item(keys);
        }
        Set<UUID> missing = new HashSet<>(subjects);
        missing.removeAll(keys.keySet());
        return fetch.of(missing).map(fetched -> {
            known.putAll(fetched);
            keys.putAll(fetched);
            return keys;
        });
    }

    private static SubjectKey.Live live(Map<UUID, SubjectKey> keys, UUID subject) {
        return switch (keys.get(subject)) {
            case SubjectKey.Live live -> live;
            case SubjectKey.Destroyed _ -> throw new Refused("erased");
            case null -> throw new IllegalStateException("no key was asked for " + subject);
        };
    }

    private static Opened open(Map<UUID, SubjectKey> keys, Sealed text) {
        return switch (text) {
            case Sealed.Clear clear -> new Opened.Text(clear.text());
            case Sealed.Cipher cipher ->
                switch (keys.get(cipher.subject())) {
                    case SubjectKey.Live live -> new Opened.Text(live.open(cipher));
                    case SubjectKey.Destroyed _ -> new Opened.Erased();
                    case null -> throw new IllegalStateException("the key of " + cipher.subject() + " is unknown");
                };
        };
    }

    @FunctionalInterface
    private interface Fetch {
        Uni<Map<UUID, SubjectKey>> of(Set<UUID> subjects);
    }
}
