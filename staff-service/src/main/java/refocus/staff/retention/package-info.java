/// Retention: how long a member of staff's record is kept after the last day, by a rule that is data; where the
/// worker has left traces; and what follows once an erasure was ordered.
@NullMarked
package refocus.staff.retention;

import org.jspecify.annotations.NullMarked;
