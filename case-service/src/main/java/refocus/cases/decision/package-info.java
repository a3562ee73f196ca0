/// A decision about a child: what was proposed and why, who supported it, at which level it was taken, and what became
/// of it.
///
/// | state | `ProposeDecision` | `SupportDecision` | `ReferDecisionUp` | `ReturnDecisionDown` | `TakeDecision` | `OverturnDecision` | `ReviewDecision` |
/// |---|---|---|---|---|---|---|---|
/// | Unproposed | `DecisionProposed`; with `DecisionTaken` where it is taken at once | unknown | unknown | unknown | unknown | unknown | unknown |
/// | Proposed | nothing: a repeat | `DecisionSupported`; one's own refused `own-decision` | `DecisionReferredUp` | `DecisionReturnedDown`; refused `decision-not-referred` | `DecisionTaken`; below the level refused `beyond-right` | refused `decision-not-taken` | refused `decision-not-taken` |
/// | Taken | nothing: a repeat | refused `decision-taken` | refused `decision-taken` | refused `decision-taken` | nothing if by the same worker, else refused `decision-taken` | `DecisionOverturned`; below the level refused `beyond-right-to-overturn` | `DecisionReviewed`; one's own refused `own-decision` |
/// | Overturned | nothing: a repeat | refused `decision-overturned` | refused `decision-overturned` | refused `decision-overturned` | refused `decision-overturned` | nothing if by the same worker, else refused `decision-overturned` | `DecisionReviewed` |
///
/// A decision is a stream of its own, not a part of its case's or its referral's: what it is about may be either, and a
/// colleague's support must not make a reader's version of the case stale. What was decided beyond one's right and has
/// happened is recorded, with `outsideRule` naming the rule. Everything said is sealed under the first child's key.
@NullMarked
package refocus.cases.decision;

import org.jspecify.annotations.NullMarked;
