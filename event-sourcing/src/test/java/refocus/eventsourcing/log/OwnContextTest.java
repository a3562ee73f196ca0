package refocus.eventsourcing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Wherever work ends, its request goes on where it was.
class OwnContextTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// Ends on a thread of its own.
    private static Uni<String> elsewhere(boolean well) {
        var work = new CompletableFuture<String>();
        var ending = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
        ending.execute(() -> {
            if (well) {
                work.complete("done");
            } else {
                work.completeExceptionally(new IllegalStateException("refused"));
            }
        });
        return Uni.createFrom().completionStage(work);
    }

    @Test
    void goes_on_in_the_context_it_was_begun_in() {
        Context request = vertx.getOrCreateContext();
        var seen = new CompletableFuture<Context>();
        request.runOnContext(_ -> OwnContext.backFrom(elsewhere(true))
                .subscribe()
                .with(_ -> seen.complete(Vertx.currentContext()), seen::completeExceptionally));
        assertThat(seen.join()).isSameAs(request);
    }

    @Test
    void fails_there_too() {
        Context request = vertx.getOrCreateContext();
        var seen = new CompletableFuture<Context>();
        request.runOnContext(_ -> OwnContext.backFrom(elsewhere(false))
                .subscribe()
                .with(
                        _ -> seen.completeExceptionally(new AssertionError("it was refused")),
                        _ -> seen.complete(Vertx.currentContext())));
        assertThat(seen.join()).isSameAs(request);
    }

    @Test
    void goes_on_wherever_it_ends_where_there_is_no_context() {
        assertThat(OwnContext.backFrom(elsewhere(true)).await().atMost(Duration.ofSeconds(5)))
                .isEqualTo("done");
        assertThatThrownBy(() -> OwnContext.backFrom(elsewhere(false)).await().atMost(Duration.ofSeconds(5)))
                .isInstanceOf(IllegalStateException.class);
    }
}
