package refocus.eventsourcing.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What waits goes together, and each is told its own answer.
class BatchedTest {

    private record Asked(List<String> questions, CompletableFuture<List<Integer>> answers) {

        /// Of each, its length.
        void answer() {
            answers.complete(questions.stream().map(String::length).toList());
        }
    }

    private final List<Asked> asked = new ArrayList<>();

    private final Batched<String, Integer> lengths = new Batched<>(3, questions -> {
        if (questions.contains("thrown")) {
            throw new IllegalStateException("before anything was sent");
        }
        asked.add(new Asked(questions, new CompletableFuture<>()));
        return asked.getLast().answers();
    });

    private List<List<String>> questions() {
        return asked.stream().map(Asked::questions).toList();
    }

    @Test
    void asks_at_once_where_little_is_under_way_and_together_what_waits() {
        lengths.ask("a");
        lengths.ask("bb");
        var third = lengths.ask("ccc");
        var fourth = lengths.ask("dddd");
        assertThat(questions()).containsExactly(List.of("a"), List.of("bb"));

        asked.get(1).answer();
        assertThat(questions()).containsExactly(List.of("a"), List.of("bb"), List.of("ccc", "dddd"));
        asked.get(2).answer();
        assertThat(third).isCompletedWithValue(3);
        assertThat(fourth).isCompletedWithValue(4);
    }

    @Test
    void asks_together_what_one_turn_of_the_event_loop_brings() throws Exception {
        var vertx = Vertx.vertx();
        try {
            var turn = new CompletableFuture<List<List<String>>>();
            var context = vertx.getOrCreateContext();
            context.runOnContext(_ -> {
                List.of("a", "b", "c").forEach(lengths::ask);
                assertThat(questions()).isEmpty();
                context.runOnContext(_ -> turn.complete(questions()));
            });
            assertThat(turn.get(5, TimeUnit.SECONDS)).containsExactly(List.of("a", "b", "c"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void asks_no_more_than_so_many_in_one_query() {
        List.of("a", "b", "c", "d", "e", "f").forEach(lengths::ask);
        asked.get(0).answer();
        assertThat(questions()).containsExactly(List.of("a"), List.of("b"), List.of("c", "d", "e"));
        asked.get(1).answer();
        assertThat(questions().getLast()).containsExactly("f");
    }

    @Test
    void asks_equal_questions_once_and_never_joins_what_is_under_way() {
        lengths.ask("a");
        lengths.ask("b");
        var one = lengths.ask("a");
        var other = lengths.ask("a");
        one.cancel(true);
        asked.get(0).answer();
        assertThat(questions()).containsExactly(List.of("a"), List.of("b"), List.of("a"));
        assertThat(other).isNotDone();
        asked.get(2).answer();
        assertThat(other).isCompletedWithValue(1);
    }

    @Test
    void waits_no_longer_for_an_answer_that_does_not_come() {
        var silent = new Batched<String, Integer>(3, Duration.ofMillis(50), _ -> new CompletableFuture<>());
        var answers = Stream.of("a", "b", "c", "d").map(silent::ask).toList();
        for (var answer : answers) {
            assertThat(answer).failsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void goes_on_after_a_query_that_failed() {
        var first = lengths.ask("a");
        lengths.ask("b");
        var thrown = lengths.ask("thrown");
        var later = new CompletableFuture<Integer>();
        asked.get(0).answers().completeExceptionally(new IllegalStateException("the connection is gone"));
        assertThat(first).isCompletedExceptionally();
        assertThat(thrown).isCompletedExceptionally();

        lengths.ask("later").thenAccept(later::complete);
        asked.get(2).answer();
        assertThat(later).isCompletedWithValue(5);
    }
}
