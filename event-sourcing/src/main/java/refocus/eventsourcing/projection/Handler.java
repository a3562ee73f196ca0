package refocus.eventsourcing.projection;

import java.util.List;
import java.util.concurrent.CompletionStage;
import refocus.eventsourcing.Recorded;

/// What a follower does with each event: turn it into rows, or send a command because of it.
///
/// Called in order within a stream, and for different streams at once.
@FunctionalInterface
public interface Handler<E> {

    /// Fails with [Again] when trying later may help; any other failure parks the stream.
    CompletionStage<List<Change>> handle(Recorded<E> event);

    /// Something outside is not there at the moment.
    final class Again extends RuntimeException {

        public Again(Throwable cause) {
            super(cause);
        }
    }
}
