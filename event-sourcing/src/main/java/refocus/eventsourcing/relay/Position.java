package refocus.eventsourcing.relay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// How far the log has been published.
///
/// @param tx the transaction of the last event published, as PostgreSQL counts them
/// @param pos its place within the log
/// @param event its id: where the log has none such at this place, it is not the log we knew
/// @param through everything recorded up to then has been published
/// @param reached by partition, the offset of its last record before this transaction: it cannot end sooner
record Position(
        @JsonProperty("tx") long tx,
        @JsonProperty("pos") long pos,
        @JsonProperty("event") UUID event,
        @JsonProperty("through") Instant through,

        @JsonProperty("reached") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<Integer, Long> reached) {

    static final UUID NO_EVENT = new UUID(0, 0);
    static final Position START = new Position(0, 0, NO_EVENT, Instant.EPOCH, Map.of());

    Position through(Instant time) {
        return new Position(tx, pos, event, time, reached);
    }

    Position reaching(Map<Integer, Long> offsets) {
        return new Position(tx, pos, event, through, Map.copyOf(offsets));
    }
}
