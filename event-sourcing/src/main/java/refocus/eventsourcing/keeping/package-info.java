/// What keeps a record from being erased, whatever it is about: legal holds. Rules may see this room.
@NullMarked
package refocus.eventsourcing.keeping;

import org.jspecify.annotations.NullMarked;
