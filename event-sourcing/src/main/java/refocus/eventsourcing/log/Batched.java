package refocus.eventsourcing.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Questions that come while others are under way go together in the next query; equal ones are asked once.
///
/// An answer is never older than its question: what is under way already is not joined.
///
/// @param <Q> a question, equal to another that asks for the same
final class Batched<Q, A> {

    /// Several, so that one answer that does not come holds up only its own.
    private static final int AT_ONCE = 2;

    private final int most;
    private final Function<List<Q>, CompletionStage<List<A>>> query;
    private Map<Q, CompletableFuture<A>> waiting = new LinkedHashMap<>();
    private int underWay;

    /// @param most how many one query asks at most
    /// @param query answers the questions of a list, in its order
    Batched(int most, Function<List<Q>, CompletionStage<List<A>>> query) {
        this.most = most;
        this.query = query;
    }

    CompletableFuture<A> ask(Q question) {
        CompletableFuture<A> answer;
        Map<Q, CompletableFuture<A>> batch;
        synchronized (this) {
            answer = waiting.computeIfAbsent(question, _ -> new CompletableFuture<>());
            batch = takeIfFree();
        }
        send(batch);
        // Who asked the same shares the answer, and not another's going away.
        return answer.copy();
    }

    private Map<Q, CompletableFuture<A>> takeIfFree() {
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
        var _ = asked(List.copyOf(batch.keySet())).whenComplete((answers, failure) -> {
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

    private CompletionStage<List<A>> asked(List<Q> questions) {
        try {
            return query.apply(questions);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
