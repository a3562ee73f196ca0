/// Reactions: commands sent because of events, each at most once in effect however often the event is seen.
@NullMarked
package refocus.eventsourcing.reaction;

import org.jspecify.annotations.NullMarked;
