/// The case service: a child's record, referrals, cases and the work with the child, and every deadline on them.
///
/// Each stream has a room of its own with its rules and, in `http`, its door; each view has a room of its own too. What
/// happened is published on `refocus.case.events`.
@NullMarked
package refocus.cases;

import org.jspecify.annotations.NullMarked;
