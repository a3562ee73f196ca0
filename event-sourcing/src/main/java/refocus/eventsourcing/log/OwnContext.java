package refocus.eventsourcing.log;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.Optional;

/// Brings work back to where it was begun.
///
/// What many requests wait for together ends wherever the last step of it was done. A request goes on in its own
/// context: only there it is known who asks, and nothing need be carried along from one step to the next.
public final class OwnContext {

    private OwnContext() {}

    /// The same work, going on in the context that subscribes to it; where there is none, wherever it ends.
    public static <T> Uni<T> backFrom(Uni<T> work) {
        return Uni.createFrom()
                .deferred(() -> Optional.ofNullable(Vertx.currentContext())
                        .map(own -> work.emitOn(task -> own.runOnContext(_ -> task.run())))
                        .orElse(work));
    }
}
