/// A candidate: who wants to work here, sealed under the candidate's own key, and what they did before.
///
/// | state | `RegisterCandidate` | `ExplainGap` | `EraseCandidate` | `RecordErased` (by a clock) |
/// |---|---|---|---|---|
/// | Unregistered | `CandidateRegistered`, and `EmploymentGapFound` for each gap of more than 28 days | unknown | unknown | unknown |
/// | Registered | nothing: the id derives from the command | `GapExplained`; refused the second time | `CandidateErasureOrdered`; refused while an application runs, when one was hired, and for six months | `CandidateErased` |
/// | Erasing | nothing | refused `erased` | nothing | `CandidateErased` |
/// | Erased | nothing | refused `erased` | nothing | nothing |
///
/// A candidate nobody hired is erased six months after the last application ended, by a clock (`retention`).
///
/// In clear are only dates and the language preferred.
@NullMarked
package refocus.recruitment.candidate;

import org.jspecify.annotations.NullMarked;
