package refocus.eventsourcing.relay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/// How far the log has been published.
///
/// @param tx the transaction of the last event published, as PostgreSQL counts them
/// @param pos its place within the log
/// @param event its id: where the log has none such at this place, it is not the log we knew
/// @param through everything recorded up to then has been published
record Position(
        @JsonProperty("tx") long tx,
        @JsonProperty("pos") long pos,
        @JsonProperty("event") UUID event,
        @JsonProperty("through") Instant through) {

    static final UUID NO_EVENT = new UUID(0, 0);
    static final Position START = new Position(0, 0, NO_EVENT, Instant.EPOCH);

    Position through(Instant time) {
        return new Position(tx, pos, event, time);
    }
}
