/// The structure of the service: its teams and bases, as one stream, so that a merge is one act.
///
/// | what | `FormTeam` | `MergeTeams` | `DissolveTeam` |
/// |---|---|---|---|
/// | no such team | `TeamFormed` | impossible `unknown-team` | unknown |
/// | stands on the day | nothing: a repeat | `TeamsMerged`; into itself refused `merge-into-itself` | `TeamDissolved` |
/// | has ended by the day | nothing: a repeat | nothing if so merged, else refused `team-ended` | nothing, or refused |
///
/// | what | `OpenBase` | `CloseBase` |
/// |---|---|---|
/// | no such base | `BaseOpened` | unknown |
/// | open | nothing: a repeat | `BaseClosed`; refused `base-in-use` while a team is there with nowhere to go |
/// | closed | nothing: a repeat | nothing if so closed, else refused `base-closed` |
///
/// A merge moves everyone: whoever was in one of the teams is, from that day on, in the one they became.
@NullMarked
package refocus.staff.structure;

import org.jspecify.annotations.NullMarked;
