/// Clocks: commands sent when something is due, by whichever instance holds a short lease on it.
@NullMarked
package refocus.eventsourcing.clock;

import org.jspecify.annotations.NullMarked;
