/// A process change: something done another way for a while, judged by what it did.
///
/// | state | `TryChange` | `JudgeChange` |
/// |---|---|---|
/// | Untried | `ProcessChangeTried` | unknown |
/// | Tried | nothing: a repeat | `ProcessChangeJudged`: keep, adapt or drop, and why |
/// | Judged | nothing: a repeat | nothing if the same; after *adapt* it is judged again; else refused `change-judged` |
@NullMarked
package refocus.feedback.processchange;

import org.jspecify.annotations.NullMarked;
