package refocus.feedback.barrier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a barrier.
public sealed interface BarrierCommand {

    /// Says what keeps a worker from children.
    ///
    /// @param worker who says so; the barrier itself where nobody is to know
    /// @param receipt a keyed hash of what only the raiser holds, where nobody is to know
    record RaiseBarrier(
            UUID worker,
            String department,
            String what,
            Optional<String> effectOnChildren,
            Optional<Integer> hoursLostWeekly,
            LocalDate on,
            Optional<String> receipt)
            implements BarrierCommand {}

    /// Says that it keeps another worker from children too.
    record SupportBarrier(UUID worker, Optional<Integer> hoursLostWeekly) implements BarrierCommand {}

    /// Gives it a department, an owner there and a day.
    record AssignBarrier(String department, UUID owner, LocalDate dueOn, LocalDate on) implements BarrierCommand {}

    /// The owner takes it on.
    record AcceptBarrier() implements BarrierCommand {}

    /// The owner says it is not theirs.
    record DisputeBarrier(String reason) implements BarrierCommand {}

    record ReportProgress(String note, LocalDate on) implements BarrierCommand {}

    /// A person sends it one step up.
    ///
    /// @param top the highest level of the ladder in force
    record EscalateBarrier(String reason, LocalDate nextDueOn, int top) implements BarrierCommand {}

    /// By the clock: a day it was due on, or paused until, has passed.
    ///
    /// @param today the first day after it
    record PassDueDay(LocalDate today, LocalDate nextDueOn, int top) implements BarrierCommand {}

    record PauseBarrier(String reason, LocalDate on, LocalDate until) implements BarrierCommand {}

    record ResumeBarrier(LocalDate on) implements BarrierCommand {}

    record AgreeWorkaround(String workaround) implements BarrierCommand {}

    record ResolveBarrier(String how, LocalDate on) implements BarrierCommand {}

    record ConfirmResolution(UUID worker, boolean feltHeard, LocalDate on) implements BarrierCommand {}

    /// One of those it kept from children says it is still there.
    ///
    /// @param nextDueOn the owner's new day, where there is an owner
    record ReopenBarrier(UUID worker, String reason, LocalDate on, LocalDate nextDueOn) implements BarrierCommand {}

    record CloseUnresolved(String reason, String explanation, LocalDate on) implements BarrierCommand {}
}
