/// A member of staff: joined, contracted for more or less, away at times, and one day gone.
///
/// | state | `Join` | `ChangeCapacity` | `RecordAbsence` | `Leave` |
/// |---|---|---|---|---|
/// | NotJoined | `WorkerJoined` | unknown | unknown | unknown |
/// | InPost | nothing: the id derives from the command, so it is a repeat | `CapacityChanged` | `AbsenceRecorded` | `WorkerLeft` |
/// | Gone | nothing | refused | `AbsenceRecorded`: what happened is always recordable | refused |
///
/// The name is sealed under the worker's own key.
@NullMarked
package refocus.staff.worker;

import org.jspecify.annotations.NullMarked;
