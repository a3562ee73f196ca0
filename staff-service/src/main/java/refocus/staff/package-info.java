/// The staff service: the people who do the work, the structure they work in, and what helps them do it.
///
/// Each stream has a room of its own with its rules and, in `http`, its door; each view has a room of its own
/// too. What happened is published on `refocus.staff.events`.
@NullMarked
package refocus.staff;

import org.jspecify.annotations.NullMarked;
