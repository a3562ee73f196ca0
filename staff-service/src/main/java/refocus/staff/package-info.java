/// The staff service: the people who do the work, what they are contracted for and when they are away.
///
/// Each stream has a room of its own with its rules and, in `http`, its door. What happened is published on
/// `refocus.staff.events`.
@NullMarked
package refocus.staff;

import org.jspecify.annotations.NullMarked;
