/// The whole of Refocus on one machine, without Docker: PostgreSQL, Kafka, a token issuer and the five services, each a
/// process of its own that is started again when it dies.
@NullMarked
package refocus.local;

import org.jspecify.annotations.NullMarked;
