package refocus.eventsourcing.reaction;

import java.util.List;
import java.util.concurrent.CompletionStage;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Handler;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Lets a reaction be followed as a projection is: a checkpoint, parked streams, and no tables.
public final class ReactionHandler {

    private ReactionHandler() {}

    public static <E> Projection<E> asProjection(Reaction<E> reaction) {
        return new Reacting<>(reaction);
    }

    /// A reaction in a projection's place.
    public record Reacting<E>(Reaction<E> reaction) implements Projection<E> {

        @Override
        public String name() {
            return reaction.name();
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Feed<E> feed() {
            return reaction.feed();
        }

        @Override
        public List<Table<?>> tables() {
            return List.of();
        }

        @Override
        public List<Change> apply(Recorded<E> event) {
            throw new IllegalStateException(name() + " sends commands; it makes no rows");
        }

        /// A rule's "no" parks the stream; whatever else goes wrong is tried again.
        public CompletionStage<?> react(Recorded<E> event) {
            return reaction.react(event)
                    .onFailure(failure -> !settled(failure))
                    .transform(Handler.Again::new)
                    .subscribeAsCompletionStage();
        }

        private static boolean settled(Throwable failure) {
            return failure instanceof Refused
                    || failure instanceof Impossible
                    || failure instanceof Unknown
                    || failure instanceof IllegalArgumentException;
        }
    }
}
