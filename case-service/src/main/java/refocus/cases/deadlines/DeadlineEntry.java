package refocus.cases.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.deadline.DeadlineEvent.DeadlineMet;

/// A deadline as a list shows it.
///
/// @param child the first of those it is about
/// @param setAt when what set it off happened
/// @param metOn when it was done, be it late
public record DeadlineEntry(
        UUID deadline,
        String rule,
        Integer ruleVersion,
        Optional<UUID> referral,
        Optional<UUID> caseId,
        UUID child,
        Instant setAt,
        LocalDate triggeredOn,
        LocalDate dueOn,
        State state,
        Optional<LocalDate> metOn,
        Boolean recordedLate) {

    /// Missed is also what was done after its day.
    public enum State {
        OPEN,
        MET,
        MISSED
    }

    DeadlineEntry met(DeadlineMet event) {
        return with(event.onTime() ? State.MET : State.MISSED, Optional.of(event.metOn()), event.recordedLate());
    }

    DeadlineEntry missed() {
        return with(State.MISSED, metOn, recordedLate);
    }

    private DeadlineEntry with(State now, Optional<LocalDate> met, boolean late) {
        return new DeadlineEntry(
                deadline, rule, ruleVersion, referral, caseId, child, setAt, triggeredOn, dueOn, now, met, late);
    }
}
