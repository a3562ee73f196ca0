package refocus.eventsourcing.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.personal.SubjectKeys;

/// Where commands are handed in: a desk for each kind of stream, and one way to change several streams together.
@Singleton
public class Desks {

    private final EventLog log;
    private final SubjectKeys keys;
    private final Counter retries;

    @Inject
    Desks(EventLog log, SubjectKeys keys, MeterRegistry meters) {
        this.log = log;
        this.keys = keys;
        this.retries = Counter.builder("refocus.log.retries")
                .description("commands decided again because their stream had moved on")
                .register(meters);
    }

    public <C, E, S> Desk<C, E, S> of(StreamType<C, E, S> type) {
        return new StreamDesk<>(type, this);
    }

    /// A command on one stream among several that change together.
    public record Step<C, E, S>(StreamType<C, E, S> type, UUID id, C command) {}

    /// Decides all steps and appends what follows as one: all of it or nothing. Each step has a stream of its own.
    ///
    /// @return the outcome on the first step's stream
    public Uni<Done> together(List<Step<?, ?, ?>> steps, Asking asking) {
        return back(() -> new Handling(log, keys, retries, steps, asking).run());
    }

    <S> Uni<Current<S>> read(StreamType<?, ?, S> type, UUID id) {
        return back(() -> new Reading(log).confirmed(type, id));
    }

    <S> Uni<Current<S>> readAsKnown(StreamType<?, ?, S> type, UUID id, Instant at) {
        return back(() -> new Reading(log).known(type, id, at));
    }

    private static <T> Uni<T> back(Supplier<CompletableFuture<T>> work) {
        return OwnContext.backFrom(Uni.createFrom().completionStage(work));
    }
}
