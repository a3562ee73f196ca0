/// Who may see a child's record: whether it is restricted, who was let in, who broke the glass, and who is too near.
///
/// A stream of its own with the child's id, so that none of it makes a reader's version of the record stale.
///
/// | state | `RestrictAccess` | `LiftRestriction` | `GrantAccess` | `RevokeGrant` | `BreakGlass` |
/// |---|---|---|---|---|---|
/// | Unrestricted | `AccessRestricted` | refused `not-restricted` | `AccessGranted` | `AccessRevoked`, once | refused `not-restricted` |
/// | Restricted | nothing if for the same reason, else `AccessRestricted` anew | `AccessRevoked` for each grant, then `AccessLifted` | `AccessGranted`; one's own refused `own-grant`, to one declared near the child `worker-connected` | `AccessRevoked`, once | `GlassBroken` for 24 hours, once while it lasts; unknown to one declared near the child |
///
/// In both states: `ReviewGlassBreak` gives `GlassBreakReviewed` once, one's own refused `own-glass-break`, another
/// outcome refused `glass-break-reviewed`; `DeclareConnection` gives `ConnectionDeclared` once for each worker and kind;
/// `NoteAttempt` gives `ConnectedAccessAttempted`, once an hour for each worker; `RaiseDuplicate` gives
/// `PossibleDuplicateRaised`, once for each other record.
///
/// An allocation grants with `GrantWithAllocation`: `AccessGranted` where the child is restricted and the worker has no
/// grant for that case, nothing where it is not; refused `worker-connected` in both states for one declared near.
/// `RevokeWithAllocation` and `RevokeWithCase` take such grants back.
@NullMarked
package refocus.cases.access;

import org.jspecify.annotations.NullMarked;
