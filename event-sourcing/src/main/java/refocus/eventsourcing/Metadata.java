package refocus.eventsourcing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;

/// Who asked, and what it belongs to; recorded beside every event.
///
/// @param actor the worker's id, or the name of the client or of our own part that acted
/// @param correlation shared by everything that one request led to
/// @param causation the event that led to this, where one did
/// @param traceparent the W3C trace context of the request
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Metadata(String actor, UUID correlation, Optional<UUID> causation, Optional<String> traceparent) {

    /// For what a part of the service does because of an event.
    public static Metadata because(String actor, UUID correlation, UUID cause) {
        return new Metadata(actor, correlation, Optional.of(cause), Optional.empty());
    }
}
