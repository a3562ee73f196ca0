/// A milestone: a day after which figures may look different, such as "one base".
///
/// | state | `Reach` |
/// |---|---|
/// | NotReached | `MilestoneReached`; impossible in the future |
/// | Reached | nothing: a repeat |
@NullMarked
package refocus.staff.milestone;

import org.jspecify.annotations.NullMarked;
