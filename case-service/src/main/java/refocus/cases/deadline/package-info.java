/// A deadline: by when one thing must have been done, and whether it was.
///
/// | state | `SetDeadline` | `MeetDeadline` | `MissDeadline` (by the clock alone) |
/// |---|---|---|---|
/// | Unset | `DeadlineSet` | nothing: no rule was in force | unknown |
/// | Running | nothing: a repeat | `DeadlineMet` | `DeadlineMissed`; refused `deadline-not-due` while the due day lasts |
/// | Missed | nothing | `DeadlineMet`, recorded late: where it was done in time it supersedes the miss, and both stay visible | nothing: a repeat |
/// | Met | nothing | nothing | nothing: there is nothing to miss |
///
/// A deadline is a stream of its own, so that a clock never makes a reader's version of a referral or a case stale. What
/// is due when is data: `deadlines/rules.json`.
@NullMarked
package refocus.cases.deadline;

import org.jspecify.annotations.NullMarked;
