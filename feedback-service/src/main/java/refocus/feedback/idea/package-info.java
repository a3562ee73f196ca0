/// An idea, and the business case it may become.
///
/// | state | what may be asked, and what follows |
/// |---|---|
/// | Unproposed | `ProposeIdea` → `IdeaProposed`; all else unknown |
/// | Proposed | support, absorb, be absorbed, withdraw; `DraftBusinessCase` → `BusinessCaseDrafted` |
/// | Drafted | draft again, `AttachEvidence`, `ScoreChildNeed`, `SubmitBusinessCase` (needs both), withdraw |
/// | Submitted | `DecideBusinessCase` → `BusinessCaseDecided`; deferred, it waits for another decision |
/// | Approved | start, complete, `MeasureBenefit`: `ImplementationStarted`, … |
/// | Declined, Withdrawn, Merged | nothing more: refused `idea-over` |
///
/// A case is argued by one person and decided by another, who cites its evidence; whoever disagrees is kept
/// beside it. Texts are sealed under the key of the one who wrote them.
@NullMarked
package refocus.feedback.idea;

import org.jspecify.annotations.NullMarked;
