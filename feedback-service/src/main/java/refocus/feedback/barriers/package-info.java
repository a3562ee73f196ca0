/// The list of barriers, and the clock that sends an overdue one up the ladder.
///
/// The ladder is data: `barriers/ladder.json` says how many working days each step has before the next.
@NullMarked
package refocus.feedback.barriers;

import org.jspecify.annotations.NullMarked;
