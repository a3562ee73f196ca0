package refocus.feedback.processchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.feedback.processchange.ProcessChangeEvent.Verdict;

/// What may be asked about a process change.
public sealed interface ProcessChangeCommand {

    /// Begins to do something another way.
    ///
    /// @param measure what it is to change, and `baseline` where that stood before
    record TryChange(
            UUID worker, String what, String measure, BigDecimal baseline, Optional<LocalDate> judgeBy, LocalDate on)
            implements ProcessChangeCommand {}

    /// Says what it came to.
    ///
    /// @param value where the measure stands now
    record JudgeChange(UUID worker, Verdict verdict, Optional<BigDecimal> value, String why, LocalDate on)
            implements ProcessChangeCommand {}
}
