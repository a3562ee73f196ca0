/// PostgreSQL, Kafka and a token issuer, real and on this machine, for tests and for the local system.
@NullMarked
package refocus.eventsourcing.servers;

import org.jspecify.annotations.NullMarked;
