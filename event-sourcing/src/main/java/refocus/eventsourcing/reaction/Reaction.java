package refocus.eventsourcing.reaction;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.projection.Projection;

/// When something has happened, ask for something: it sends a command and decides nothing itself.
///
/// It may see an event again; the command's id is derived from the event, so that repeating is harmless for ever. A
/// command that is refused parks the event's stream for this reaction until somebody looks.
public interface Reaction<E> {

    /// A plain name in snake_case, as in `when_referral_received`. Chosen once: command ids are derived from it.
    String name();

    /// Where the events come from.
    Projection.Feed<E> feed();

    /// Sends what follows from the event; for an event that leads to nothing, an empty [Uni].
    Uni<?> react(Recorded<E> event);

    /// The envelope of a command sent because of an event.
    ///
    /// @param purpose tells several commands because of one event apart
    default Asking because(Recorded<E> event, String purpose) {
        return new Asking(
                derived(event.id(), purpose),
                Optional.of("reaction"),
                Optional.empty(),
                event.occurredAt(),
                Metadata.because(name(), event.metadata().correlation(), event.id()));
    }

    /// The id of a stream that is created because of an event.
    default UUID derived(UUID event, String purpose) {
        return UUID.nameUUIDFromBytes(
                "reaction|%s|%s|%s".formatted(name(), event, purpose).getBytes(StandardCharsets.UTF_8));
    }
}
