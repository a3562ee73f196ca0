package refocus.eventsourcing.log;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/// Where commands for one kind of stream are handed in, and its states read.
public interface Desk<C, E, S> {

    /// Decides the command on the stream's state and appends what follows.
    ///
    /// Fails with Refused, Unknown, Impossible or VersionConflict; then nothing was recorded.
    Uni<Done> handle(UUID id, C command, Asking asking);

    /// The stream's state; fails with Unknown where nothing ever happened under the id.
    Uni<Current<S>> read(UUID id);

    /// The state that what was recorded up to a moment adds up to; fails with Unknown where that is nothing.
    Uni<Current<S>> readAsKnown(UUID id, Instant at);
}
