/// A member of staff: joined, in a role and a team, contracted for more or less, away at times, and one day gone.
///
/// | state | `Join` | `ChangeRole`, `Move`, `ChangeCapacity`, `RecordRegistration`, `RecordWelshSkill` | `Leave` |
/// |---|---|---|---|
/// | NotJoined | `WorkerJoined`, and `RegistrationRecorded` where it was checked | unknown | unknown |
/// | InPost | nothing if asked the same, else refused `worker-in-post` | their events | `WorkerLeft` |
/// | Gone | `WorkerJoined` for a later first day, else refused | refused `worker-left` | nothing, or refused |
///
/// | state | `TellName` | `RecordAbsence` | `LapseRegistration` (by the clock alone) |
/// |---|---|---|---|
/// | NotJoined | unknown | unknown | unknown |
/// | InPost | `WorkerNamed` | `AbsenceRecorded` | `RegistrationLapsed`; refused while it is current |
/// | Gone | `WorkerNamed` | `AbsenceRecorded`: what happened is always recordable | nothing |
///
/// The name and the registration number are sealed under the worker's own key.
@NullMarked
package refocus.staff.worker;

import org.jspecify.annotations.NullMarked;
