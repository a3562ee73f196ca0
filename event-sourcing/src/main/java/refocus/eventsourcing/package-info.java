/// Event sourcing for Refocus: the log, the relay, projections, sealed personal data and web conventions.
///
/// No domain word lives here; the events are in the services.
@NullMarked
package refocus.eventsourcing;

import org.jspecify.annotations.NullMarked;
