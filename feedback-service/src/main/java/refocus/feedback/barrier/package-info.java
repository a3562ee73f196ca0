/// A barrier: something outside a worker's control that keeps them from children, from raising it to its end.
///
/// | state | what may be asked, and what follows |
/// |---|---|
/// | Unraised | `RaiseBarrier` → `BarrierRaised`; all else unknown |
/// | Open | support, assign, accept, dispute, progress, escalate, pause, workaround, resolve, close: its event |
/// | Paused | support, workaround, progress, resume, resolve, close: its event; the rest refused `barrier-paused` |
/// | Resolved | `ConfirmResolution` → `ResolutionConfirmed`; `ReopenBarrier` → `BarrierReopened` |
/// | Gone, Unresolved | `ReopenBarrier` → `BarrierReopened`; the rest refused `barrier-over` |
///
/// Asking again for what is so already gives nothing. `PassDueDay` comes from the clock alone: it escalates
/// what is overdue (`BarrierEscalated`) and resumes what was paused until that day (`BarrierResumed`).
///
/// Only the raiser, or three supporters, confirm that a barrier is gone. All texts are sealed under the
/// raiser's key.
@NullMarked
package refocus.feedback.barrier;

import org.jspecify.annotations.NullMarked;
