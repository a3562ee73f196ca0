/// The relay: the log to Kafka, each event once and in order, whatever dies.
@NullMarked
package refocus.eventsourcing.relay;

import org.jspecify.annotations.NullMarked;
