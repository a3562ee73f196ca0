package refocus.eventsourcing.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.log.Append.Outcome;

/// The log of one service in PostgreSQL: append, read, and the states that were read or written lately.
///
/// A cached state is true for the version it names and may be behind: what is decided on a stale one does not get into
/// the log, and whoever refuses on a cached one confirms the version first.
@Singleton
class EventLog {

    private final GroupCommit groupCommit;
    private final Commands commands;
    private final Histories histories;
    private final Lanes lanes = new Lanes();
    private final States states;

    @Inject
    EventLog(
            Pool pool,
            Wake wake,
            @ConfigProperty(name = "refocus.log.cached-states", defaultValue = "20000") int cachedStates,
            MeterRegistry meters) {
        this.commands = new Commands(pool);
        this.histories = new Histories(pool);
        this.groupCommit = new GroupCommit(new AppendStatement(pool), commands, wake::appended, meters);
        this.states = new States(cachedStates, meters);
    }

    Lanes lanes() {
        return lanes;
    }

    CompletableFuture<Outcome> append(Append append) {
        return groupCommit.append(append);
    }

    CompletableFuture<Optional<Outcome.Repeated>> find(UUID command) {
        return commands.find(command);
    }

    CompletableFuture<Long> newest(StreamId stream) {
        return histories.newest(stream);
    }

    /// The cached state, else the one in the log.
    <S> CompletableFuture<Loaded<S>> state(StreamType<?, ?, S> type, StreamId stream) {
        return states.get(stream)
                .map(cached -> CompletableFuture.completedFuture(
                        new Loaded<>(cached.version(), type.state().cast(cached.state()), false)))
                .orElseGet(() -> load(type, stream));
    }

    /// The state in the log, whatever is cached.
    <S> CompletableFuture<Loaded<S>> load(StreamType<?, ?, S> type, StreamId stream) {
        return histories.load(type, stream).whenComplete((loaded, _) -> {
            if (loaded != null && loaded.version() > 0) {
                remember(stream, loaded);
            }
        });
    }

    /// The state as it was known at a moment; never cached.
    <S> CompletableFuture<Loaded<S>> known(StreamType<?, ?, S> type, StreamId stream, Instant at) {
        return histories.known(type, stream, at);
    }

    void remember(StreamId stream, Loaded<?> loaded) {
        states.put(stream, loaded);
    }

    void forget(StreamId stream) {
        states.remove(stream);
    }
}
