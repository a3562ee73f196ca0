/// A case: one period of the service's work with one child, who holds it, and the work itself.
///
/// | state | `OpenCase` | `AllocateWorker` | `EndAllocation` | `RecordDirectWork`, `RecordNote` | `CloseCase` | `ReopenCase` |
/// |---|---|---|---|---|---|---|
/// | Unopened | `CaseOpened` | unknown | unknown | unknown | unknown | unknown |
/// | Open | nothing: a repeat | `WorkerAllocated`; a second lead refused `lead-allocated`, one who is gone `worker-left` or `registration-lapsed` | `AllocationEnded` | `DirectWorkHeld`, `DirectWorkNotHeld`, `CaseNoteRecorded` | `AllocationEnded` for each, then `CaseClosed` | refused `case-open` |
/// | Closed | nothing: a repeat | refused `case-closed` | nothing if so ended, else refused | recorded; marked outside the rule `case-closed` if it happened after closing | refused `case-closed` | `CaseReopened` |
///
/// Intentions may be refused; what happened is always recordable. Everything said is sealed under the child's key.
@NullMarked
package refocus.cases.childcase;

import org.jspecify.annotations.NullMarked;
