package refocus.reporting.caseload;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Quotient;
import refocus.reporting.figures.Row;

/// What was held on the last day of one part of a period. Nothing in it is about one worker.
///
/// @param fte of full time, in post
/// @param workers those who held anything
/// @param unallocated open cases that nobody led
/// @param waiting the days in the middle that those had been without a lead
record Held(
        String key,
        Long allocations,
        BigDecimal fte,
        BigDecimal points,
        Long headcount,
        Long workers,
        Optional<BigDecimal> median,
        Optional<BigDecimal> ninetieth,
        Optional<Long> highest,
        Long unallocated,
        Optional<BigDecimal> waiting)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", allocations)
                .with("denominator", Optional.of(fte))
                .with("value", Quotient.of(BigDecimal.valueOf(allocations), fte))
                .with("points", Optional.of(points))
                .with("headcount", headcount)
                .with("workers", workers)
                .with("median", median)
                .with("ninetieth", ninetieth)
                .with("highest", highest.map(BigDecimal::valueOf))
                .with("unallocated", unallocated)
                .with("waitingDays", waiting);
    }
}
