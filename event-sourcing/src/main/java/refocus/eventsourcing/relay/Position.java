package refocus.eventsourcing.relay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.log.LogTail;

/// How far the log has been published.
///
/// @param tx the transaction of the last event published, as PostgreSQL counts them
/// @param pos its place within the log
/// @param event its id: where the log has none such at this place, it is not the log we knew
/// @param through everything recorded up to then has been published
/// @param last by partition, the last record sent there: where it is gone, the broker has lost it and more
/// @param reached by partition, how far it has ever got
/// @param lost the partitions that had ended sooner, until what is missing there is published again
record Position(
        @JsonProperty("tx") long tx,
        @JsonProperty("pos") long pos,
        @JsonProperty("event") UUID event,
        @JsonProperty("through") Instant through,

        @JsonProperty("last") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<Integer, Last> last,

        @JsonProperty("reached") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<Integer, Long> reached,

        @JsonProperty("lost") @JsonSetter(nulls = Nulls.AS_EMPTY)
        Set<Integer> lost) {

    /// A record of the events' topic.
    record Last(
            @JsonProperty("offset") long offset,
            @JsonProperty("id") UUID id) {}

    static final UUID NO_EVENT = new UUID(0, 0);
    static final Position START = new Position(0, 0, NO_EVENT, Instant.EPOCH, Map.of(), Map.of(), Set.of());

    LogTail.Place place() {
        return new LogTail.Place(tx, pos);
    }

    Position through(Instant time) {
        return new Position(tx, pos, event, time, last, reached, lost);
    }

    /// A partition that has lost records had been further, and is not forgotten to have been.
    Position reaching(List<Long> ends) {
        var furthest = new HashMap<>(reached);
        for (int partition = 0; partition < ends.size(); partition++) {
            furthest.merge(partition, ends.get(partition), Math::max);
        }
        return new Position(tx, pos, event, through, last, Map.copyOf(furthest), lost);
    }

    Position sending(Map<Integer, Last> records) {
        var latest = new HashMap<>(last);
        latest.putAll(records);
        var furthest = new HashMap<>(reached);
        records.forEach((partition, record) -> furthest.merge(partition, record.offset(), Math::max));
        return new Position(tx, pos, event, through, Map.copyOf(latest), Map.copyOf(furthest), lost);
    }

    /// Their last records are no longer looked for.
    Position losing(Set<Integer> partitions) {
        var others = new HashMap<>(last);
        others.keySet().removeAll(partitions);
        return new Position(tx, pos, event, through, Map.copyOf(others), reached, Set.copyOf(partitions));
    }

    /// Partitions that lack so many events, of which no position tells: for each there may have been three records,
    /// itself, a watermark and the end of its transaction.
    Position lacking(Map<Integer, Long> events) {
        var furthest = new HashMap<>(reached);
        events.forEach((partition, missing) -> furthest.merge(partition, 3 * missing, Long::sum));
        var all = new HashSet<>(lost);
        all.addAll(events.keySet());
        return new Position(tx, pos, event, through, last, Map.copyOf(furthest), lost).losing(all);
    }

    Position mended() {
        return new Position(tx, pos, event, through, last, reached, Set.of());
    }

    Position at(LogTail.Place place, UUID id) {
        return new Position(place.tx(), place.pos(), id, through, last, reached, lost);
    }
}
