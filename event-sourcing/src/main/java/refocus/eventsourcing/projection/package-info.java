/// Projections: rows made from recorded events, exactly once, from the service's own log or from a topic.
@NullMarked
package refocus.eventsourcing.projection;

import org.jspecify.annotations.NullMarked;
