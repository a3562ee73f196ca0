package refocus.eventsourcing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The name of one stream of events: what it is a stream of, and which one, as in `case/0193…`.
public record StreamId(String category, UUID id) implements Comparable<StreamId> {

    public StreamId {
        if (category.isBlank() || category.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a stream's category is a plain word: " + category);
        }
    }

    @JsonCreator
    public static StreamId fromString(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a stream id: " + text);
        }
        return new StreamId(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
    }

    /// The same parts always name the same stream: a worker's day, a deadline of a referral.
    public static StreamId of(String category, Object... parts) {
        var name = new StringBuilder(category);
        for (Object part : parts) {
            name.append('|').append(part);
        }
        return new StreamId(category, UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// By category, then in the order of the ids' text.
    @Override
    public int compareTo(StreamId other) {
        int first = category.compareTo(other.category);
        if (first != 0) {
            return first;
        }
        int second = Long.compareUnsigned(id.getMostSignificantBits(), other.id.getMostSignificantBits());
        return second != 0
                ? second
                : Long.compareUnsigned(id.getLeastSignificantBits(), other.id.getLeastSignificantBits());
    }

    @Override
    @JsonValue
    public String toString() {
        return category + "/" + id;
    }
}
