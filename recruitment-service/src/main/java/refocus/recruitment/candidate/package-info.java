/// A candidate: who wants to work here, sealed under the candidate's own key, and what they did before.
///
/// | state | `RegisterCandidate` | `ExplainGap` | `PlaceHold` | `LiftHold` | `EraseCandidate` | `RecordErased` (by a clock) |
/// |---|---|---|---|---|---|---|
/// | Unregistered | `CandidateRegistered`, and `EmploymentGapFound` for each gap of more than 28 days | unknown | unknown | unknown | unknown | unknown |
/// | Registered | nothing: the id derives from the command | `GapExplained`; refused the second time | `CandidateHoldPlaced` | `CandidateHoldLifted`; nothing the second time; unknown without one | `CandidateErasureOrdered`; refused while a hold on this record or on all (`hold`) lasts, when one was hired, while an application runs, and for six months | `CandidateErased` |
/// | Erasing | nothing | refused `erased` | refused `erasure-under-way` | refused `erasure-under-way` | nothing | `CandidateErased` |
/// | Erased | nothing | refused `erased` | refused `erased` | refused `erased` | nothing | nothing |
///
/// A candidate nobody hired is erased six months after the last application ended, by a clock (`retention`). An
/// application ends with its own end, or when its vacancy is filled or cancelled.
///
/// In clear are only dates and the language preferred.
@NullMarked
package refocus.recruitment.candidate;

import org.jspecify.annotations.NullMarked;
