package refocus.eventsourcing.erasure;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.OwnContext;
import refocus.eventsourcing.personal.SubjectKeys;

/// Erases what is known about a person, step by step; each may be repeated.
@Singleton
public class Erasures {

    private final SubjectKeys keys;
    private final ErasureFile file;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final Instance<Streams> streams;

    @Inject
    Erasures(
            SubjectKeys keys,
            @ConfigProperty(name = "refocus.erasure-log") Optional<Path> file,
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Instance<Streams> streams) {
        this.keys = keys;
        this.file = new ErasureFile(file);
        this.database = database;
        this.kafka = kafka;
        this.streams = streams;
    }

    /// How long after it was closed a key is destroyed.
    public Duration untilForgotten() {
        return keys.untilForgotten();
    }

    /// Nothing more is recorded or read about these people.
    public Uni<Void> close(Collection<UUID> people) {
        return each(people, keys::close).replaceWithVoid();
    }

    /// Destroys the keys, closed long enough ago, and looks at every place.
    ///
    /// @param also who is known only for the person's sake, and goes with them
    /// @return what was found; it fails with [NotYetForgotten] where a key was not closed so long ago
    public Uni<Proof> complete(UUID subject, Collection<UUID> also, Traces traces) {
        List<UUID> people = together(subject, also);
        return OwnContext.backFrom(close(people)
                .chain(() -> each(people, person -> complete(person, traces)))
                .map(Erasures::asOne));
    }

    /// Looks at every place that texts about these people go to, and whether any can be read.
    public Uni<Proof> prove(UUID subject, Collection<UUID> also, Traces traces) {
        return OwnContext.backFrom(
                each(together(subject, also), person -> prove(person, traces)).map(Erasures::asOne));
    }

    private static List<UUID> together(UUID subject, Collection<UUID> also) {
        return Stream.concat(Stream.of(subject), also.stream()).toList();
    }

    private static <T> Uni<List<T>> each(Collection<UUID> people, Function<UUID, Uni<? extends T>> act) {
        return Multi.createFrom()
                .iterable(people)
                .onItem()
                .<T>transformToUniAndConcatenate(act)
                .collect()
                .asList();
    }

    private static Proof asOne(List<Proof> proofs) {
        return proofs.stream().reduce(Proof::and).orElseThrow();
    }

    private Uni<Proof> complete(UUID subject, Traces traces) {
        return keys.destroyClosed(subject)
                .invoke(gone -> {
                    if (!gone) {
                        throw new NotYetForgotten();
                    }
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> file.add(subject))
                .chain(() -> prove(subject, traces));
    }

    private Uni<Proof> prove(UUID subject, Traces traces) {
        var prover = new Prover(keys, database, kafka, streams.get());
        return Uni.createFrom()
                .item(() -> prover.look(subject, traces))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /// Somebody may still have the key in hand: the next look will do.
    public static final class NotYetForgotten extends RuntimeException {

        NotYetForgotten() {
            super("the key was closed too short a time ago");
        }
    }
}
