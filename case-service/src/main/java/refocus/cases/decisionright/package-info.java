/// A decision right: the lowest level that may take one kind of decision at one risk tier, in versions by date.
///
/// | state | `SetDecisionRight` | `RetireDecisionRight` |
/// |---|---|---|
/// | Unset | `DecisionRightSet`, version 1 | unknown |
/// | Versions | `DecisionRightSet`, the next version; nothing if it says the same; impossible before the version before it | `DecisionRightRetired`; nothing if so retired already |
///
/// One stream for each kind and tier. Where no right is in force on a day, a team manager's level is required.
@NullMarked
package refocus.cases.decisionright;

import org.jspecify.annotations.NullMarked;
