package refocus.eventsourcing.log;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// Reads a stream's state as it is in the log now.
record Reading(EventLog log) {

    /// The cached state is confirmed by one look at the stream's newest version; another instance may have written.
    <S> CompletableFuture<Current<S>> confirmed(StreamType<?, ?, S> type, UUID id) {
        var stream = new StreamId(type.category(), id);
        return log.state(type, stream)
                .thenCompose(loaded ->
                        loaded.fresh() ? CompletableFuture.completedFuture(loaded) : confirm(type, stream, loaded))
                .thenApply(loaded -> current(type, stream, loaded));
    }

    <S> CompletableFuture<Current<S>> known(StreamType<?, ?, S> type, UUID id, Instant at) {
        var stream = new StreamId(type.category(), id);
        return log.known(type, stream, at).thenApply(loaded -> current(type, stream, loaded));
    }

    private static <S> Current<S> current(StreamType<?, ?, S> type, StreamId stream, Loaded<S> loaded) {
        if (loaded.version() == 0) {
            throw new Unknown(type.category());
        }
        return new Current<>(stream, loaded.version(), loaded.state());
    }

    private <S> CompletableFuture<Loaded<S>> confirm(StreamType<?, ?, S> type, StreamId stream, Loaded<S> loaded) {
        return log.newest(stream)
                .thenCompose(newest -> newest == loaded.version()
                        ? CompletableFuture.completedFuture(loaded)
                        : log.load(type, stream));
    }
}
