/// The calendar of training sessions: what is coming, and where there is still a place.
@NullMarked
package refocus.staff.sessions;

import org.jspecify.annotations.NullMarked;
