package refocus.eventsourcing.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Questions that come in one turn of the event loop or while others are under way go together in the next query;
/// equal ones are asked once.
///
/// An answer is never older than its question: what is under way already is not joined.
///
/// @param <Q> a question, equal to another that asks for the same
final class Batched<Q, A> {

    private static final int AT_ONCE = 2;

    // Longer than any transaction of the application may run: whoever hears nothing then has lost the connection.
    private static final Duration LOST = Duration.ofSeconds(20);

    private final int most;
    private final Duration lost;
    private final Function<List<Q>, CompletionStage<List<A>>> query;
    private final TurnEnd turnEnd = new TurnEnd(() -> send(takeIfFree()));
    private Map<Q, CompletableFuture<A>> waiting = new LinkedHashMap<>();
    private int underWay;

    /// @param most how many one query asks at most
    /// @param query answers the questions of a list, in its order
    Batched(int most, Function<List<Q>, CompletionStage<List<A>>> query) {
        this(most, LOST, query);
    }

    /// @param lost an answer that has not come by then is not waited for
    Batched(int most, Duration lost, Function<List<Q>, CompletionStage<List<A>>> query) {
        this.most = most;
        this.lost = lost;
        this.query = query;
    }

    CompletableFuture<A> ask(Q question) {
        CompletableFuture<A> answer;
        boolean free;
        synchronized (this) {
            answer = waiting.computeIfAbsent(question, _ -> new CompletableFuture<>());
            free = underWay < AT_ONCE;
        }
        if (free) {
            turnEnd.ask();
        }
        // Who asked the same shares the answer, and not another's going away.
        return answer.copy();
    }

    private synchronized Map<Q, CompletableFuture<A>> takeIfFree() {
        if (underWay == AT_ONCE || waiting.isEmpty()) {
            return Map.of();
        }
        underWay++;
        Map<Q, CompletableFuture<A>> batch = waiting;
        waiting = new LinkedHashMap<>();
        if (batch.size() > most) {
            var later = new ArrayList<>(batch.keySet()).subList(most, batch.size());
            later.forEach(question -> waiting.put(question, batch.remove(question)));
        }
        return batch;
    }

    private void send(Map<Q, CompletableFuture<A>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var answered = CompletableFuture.completedFuture(List.copyOf(batch.keySet()))
                .thenCompose(query)
                .orTimeout(lost.toMillis(), TimeUnit.MILLISECONDS);
        var _ = answered.whenComplete((answers, failure) -> {
            // Who waits is on the way to the database before those answered go on.
            send(next());
            int place = 0;
            for (CompletableFuture<A> answer : batch.values()) {
                if (failure == null) {
                    answer.complete(answers.get(place++));
                } else {
                    answer.completeExceptionally(failure);
                }
            }
        });
    }

    private synchronized Map<Q, CompletableFuture<A>> next() {
        underWay--;
        return takeIfFree();
    }
}
