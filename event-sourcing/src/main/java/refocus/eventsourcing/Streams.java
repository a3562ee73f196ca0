package refocus.eventsourcing;

import java.util.List;

/// All streams of one service: what its log may hold.
///
/// @param service the service's plain name, as in `case`: topics, types and tokens carry it
public record Streams(String service, List<StreamType<?, ?, ?>> types) {

    public static Streams of(String service, StreamType<?, ?, ?>... types) {
        return new Streams(service, List.of(types));
    }

    public String topic() {
        return "refocus." + service + ".events";
    }
}
