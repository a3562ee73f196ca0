package refocus.feedback.processchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one process change. Its texts are under the key of the one who wrote them.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ProcessChangeEvent {

    enum Verdict {
        KEEP,
        ADAPT,
        DROP
    }

    @EventName("process-change-tried")
    record ProcessChangeTried(
            UUID triedBy,
            Sealed what,
            Sealed measure,
            BigDecimal baseline,
            Optional<LocalDate> judgeBy,
            LocalDate triedOn)
            implements ProcessChangeEvent {}

    /// It was judged by what it did.
    ///
    /// @param change the value less the baseline, where there is a value
    @EventName("process-change-judged")
    record ProcessChangeJudged(
            UUID judgedBy,
            Verdict verdict,
            Optional<BigDecimal> value,
            Optional<BigDecimal> change,
            Sealed why,
            LocalDate judgedOn)
            implements ProcessChangeEvent {}
}
