package refocus.reporting.barriers;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How barriers stood at the end of one part of a period, and how they ended in it.
///
/// @param open absent, like all that is of it, for a part that is still to come
/// @param upTo20 of the open, those that have stood for up to 20 working days
/// @param medianDays working days from raising to resolving
record Standing(
        String key,
        String grp,
        Optional<Long> open,
        Optional<Long> upTo20,
        Optional<Long> from21To60,
        Optional<Long> over60,
        Optional<Long> paused,
        Optional<Long> hoursLost,
        Long resolved,
        Optional<BigDecimal> medianDays,
        Long reopened,
        Long closedUnresolved)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", number(over60))
                .with("denominator", number(open))
                .with("value", over60.flatMap(old -> open.flatMap(all -> Percentage.of(old, all))))
                .with("upTo20", number(upTo20))
                .with("from21To60", number(from21To60))
                .with("paused", number(paused))
                .with("hoursLost", number(hoursLost))
                .with("resolved", resolved)
                .with("medianDays", medianDays)
                .with("reopened", reopened)
                .with("reopenedValue", Percentage.of(reopened, resolved))
                .with("closedUnresolved", closedUnresolved);
    }

    private static Optional<BigDecimal> number(Optional<Long> count) {
        return count.map(BigDecimal::valueOf);
    }
}
