package refocus.eventsourcing.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import refocus.eventsourcing.StreamId;

/// One command per stream at a time: the next is decided on what the one before it committed.
final class Lanes {

    private final ConcurrentHashMap<StreamId, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    <T> CompletableFuture<T> inTurn(StreamId stream, Supplier<CompletableFuture<T>> work) {
        var mine = new CompletableFuture<Void>();
        CompletableFuture<Void> before = ends.put(stream, mine);
        CompletableFuture<T> result = before == null ? start(work) : before.thenCompose(_ -> start(work));
        var _ = result.whenComplete((_, _) -> {
            ends.remove(stream, mine);
            mine.complete(null);
        });
        // A caller that goes away cancels its copy; the work goes on, and the lane is free when it has ended.
        return result.copy();
    }

    private static <T> CompletableFuture<T> start(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
