/// A child's record: who the child is, sealed under the child's own key, and what of it was corrected.
///
/// | state | `RegisterChild` | `CorrectDetails` | `RecordDeath` |
/// |---|---|---|---|
/// | Unrecorded | `ChildRecordCreated` | unknown | unknown |
/// | OnRecord | nothing: the id derives from the command, so it is a repeat | `ChildDetailsCorrected` | `ChildDied`; refused `death-on-record` the second time |
///
/// In clear are only the coarse fields that figures need: birth year, sex, area and the language offered.
@NullMarked
package refocus.cases.child;

import org.jspecify.annotations.NullMarked;
