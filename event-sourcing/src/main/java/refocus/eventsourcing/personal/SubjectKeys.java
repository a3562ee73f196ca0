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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.Refused;

/// The keys of the people that personal data is about: one each, made before the first text about them is stored.
///
/// An *unknown* key is an error, for it would mean that keys were lost; only a key *marked* destroyed reads as erased.
/// Keys in use are remembered for a while. So a key is first *closed*, and every instance forgets it: within seconds by
/// looking for closed ones ([#look]), and in any case when it would have forgotten it anyhow. Only then is it
/// destroyed.
@ApplicationScoped
public class SubjectKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KeyStore store;
    private final Cache<UUID, SubjectKey> known;
    private final Duration untilForgotten;
    private final Optional<Copies> copies;

    @Inject
    SubjectKeys(
            @ReactiveDataSource("keys") Instance<Pool> pool,
            MasterKeys master,
            @ConfigProperty(name = "refocus.keys.remembered", defaultValue = "100000") long remembered,
            @ConfigProperty(name = "refocus.keys.remembered-for", defaultValue = "PT5M") Duration rememberedFor,
            @ConfigProperty(name = "refocus.keys.under-way", defaultValue = "PT30S") Duration underWay,
            Instance<Copies> copies) {
        this(
                new KeyStore(pool::get, master),
                remembered,
                rememberedFor,
                underWay,
                copies.isResolvable() ? Optional.of(copies.get()) : Optional.empty());
    }

    /// @param underWay far longer than a command takes, and than `transaction_timeout` lets a transaction live
    SubjectKeys(KeyStore store, long remembered, Duration rememberedFor, Duration underWay, Optional<Copies> copies) {
        this.store = store;
        this.untilForgotten = rememberedFor.plus(underWay);
        this.copies = copies;
        this.known = Caffeine.newBuilder()
                .maximumSize(remembered)
                .executor(Runnable::run)
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
    ///
    /// What was said of several people, and is kept for those who are left, is opened by their keys.
    public Uni<Opener> opener(Set<UUID> subjects) {
        return having(subjects, store::find).chain(keys -> withCopies(keys, erased(keys), Map.of()));
    }

    private Uni<Opener> withCopies(
            Map<UUID, SubjectKey> keys, Set<UUID> erased, Map<Copies.Place, Sealed.Cipher> known) {
        if (erased.isEmpty() || copies.isEmpty()) {
            Opener opener = text -> open(keys, known, text);
            return Uni.createFrom().item(opener);
        }
        return copies.get().of(erased).chain(found -> {
            Map<Copies.Place, Sealed.Cipher> all = new HashMap<>(known);
            all.putAll(found);
            Set<UUID> others = new HashSet<>();
            found.values().forEach(copy -> others.add(copy.subject()));
            others.removeAll(keys.keySet());
            return having(others, store::find).chain(more -> {
                // Whoever a copy was kept for may be erased by now, and have left another.
                Set<UUID> next = erased(more);
                more.putAll(keys);
                return withCopies(more, next, all);
            });
        });
    }

    private static Set<UUID> erased(Map<UUID, SubjectKey> keys) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue() instanceof SubjectKey.Destroyed)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Opened open(Map<UUID, SubjectKey> keys, Map<Copies.Place, Sealed.Cipher> copies, Sealed text) {
        Opened opened = open(keys, text);
        if (opened instanceof Opened.Erased && text instanceof Sealed.Cipher cipher) {
            Sealed.Cipher copy = copies.get(Copies.Place.of(cipher));
            return copy == null ? opened : open(keys, copies, copy);
        }
        return opened;
    }

    /// For a thread that may wait.
    public Opener openerNow(Set<UUID> subjects) {
        return opener(subjects).await().atMost(PATIENCE);
    }

    /// Opens as [#opener] does, by the keys as they are in the store at this moment.
    public Uni<Opener> freshOpener(Set<UUID> subjects) {
        return store.find(subjects).map(keys -> text -> open(keys, text));
    }

    /// Whether nothing about this person can be read any more.
    public Uni<Boolean> isErased(UUID subject) {
        return having(Set.of(subject), store::find).map(keys -> keys.get(subject) instanceof SubjectKey.Destroyed);
    }

    /// From now on nothing is sealed with this key or opened by it; elsewhere, [#untilForgotten] later at the latest.
    public Uni<Void> close(UUID subject) {
        return store.close(subject).invoke(() -> known.put(subject, new SubjectKey.Destroyed()));
    }

    /// How long after it was closed a key is destroyed: when nobody can have it in hand any more.
    public Duration untilForgotten() {
        return untilForgotten;
    }

    /// Destroys a key that was closed long enough ago; one that was not stays.
    ///
    /// @return whether it is gone
    public Uni<Boolean> destroyClosed(UUID subject) {
        return store.destroy(Set.of(subject), untilForgotten).chain(() -> store.isGone(subject));
    }

    /// Marks a key destroyed and forgets it, for ever; repeating is harmless.
    public Uni<Void> destroy(UUID subject) {
        return destroy(Set.of(subject));
    }

    /// The same for many: of those that are destroyed already, nothing changes.
    public Uni<Void> destroy(Set<UUID> subjects) {
        return store.destroy(subjects, Duration.ZERO)
                .invoke(() -> subjects.forEach(subject -> known.put(subject, new SubjectKey.Destroyed())));
    }

    /// Whether the key is destroyed, asked of the store itself.
    public Uni<Boolean> isGone(UUID subject) {
        return store.isGone(subject);
    }

    /// Forgets the keys that another instance has closed since.
    Uni<Void> look() {
        return store.closedWithin(untilForgotten)
                .invoke(closed -> closed.forEach(subject -> known.put(subject, new SubjectKey.Destroyed())))
                .replaceWithVoid();
    }

    /// Those of them that no key was ever made for. Anything but empty, at start, means that keys were lost.
    public Uni<Set<UUID>> unknown(Set<UUID> subjects) {
        return store.unknown(subjects);
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
