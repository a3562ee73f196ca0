/// The log: append with group commit, reading, the state cache, snapshots, and the desk that handles commands on it.
@NullMarked
package refocus.eventsourcing.log;

import org.jspecify.annotations.NullMarked;
