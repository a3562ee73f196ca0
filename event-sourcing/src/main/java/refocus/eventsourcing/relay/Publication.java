package refocus.eventsourcing.relay;

import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.LogTail;

/// What a relay publishes where.
///
/// @param name keeps a service's relays apart, and names their lock, their position and their meters
/// @param service whose rows they are
/// @param family the part of the events' types that says what they are about
/// @param topic where they go
/// @param shared whether other services publish to the same topic
/// @param rows the table they stand in, or a query with the same columns
public record Publication(String name, String service, String family, String topic, boolean shared, String rows) {

    static Publication ofLog(Streams streams) {
        return new Publication("relay", streams.service(), streams.service(), streams.topic(), false, LogTail.EVENTS);
    }

    String positionTopic() {
        return "refocus.%s.%s-position".formatted(service, name);
    }

    String transactionalId() {
        return "refocus.%s.%s".formatted(service, name);
    }

    /// The name of the lock, and what the names of the meters begin with.
    String lock() {
        return "refocus." + name;
    }

    String source() {
        return "/" + service + "-service";
    }
}
