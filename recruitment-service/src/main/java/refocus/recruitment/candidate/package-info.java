/// A candidate: who wants to work here, sealed under the candidate's own key, and what they did before.
///
/// | state | `RegisterCandidate` | `ExplainGap` |
/// |---|---|---|
/// | Unregistered | `CandidateRegistered`, and `EmploymentGapFound` for each gap of more than 28 days | unknown |
/// | Registered | nothing: the id derives from the command | `GapExplained`; refused the second time |
///
/// In clear are only dates and the language preferred.
@NullMarked
package refocus.recruitment.candidate;

import org.jspecify.annotations.NullMarked;
