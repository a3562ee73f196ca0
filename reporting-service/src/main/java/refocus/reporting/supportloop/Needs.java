package refocus.reporting.supportloop;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// What became of the needs raised in one part of a period.
///
/// @param sourced for which something was found, whatever became of it
/// @param open of which the raiser has not been told no, nor told us whether it helped
record Needs(
        String key,
        Long raised,
        Long useful,
        Long sourced,
        Long open,
        Long declined,
        Long notUseful,
        Optional<BigDecimal> daysToSourced,
        Optional<BigDecimal> daysToUseful)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", useful)
                .with("denominator", raised)
                .with("value", Percentage.of(useful, raised))
                .with("sourced", sourced)
                .with("daysToSourced", daysToSourced)
                .with("daysToUseful", daysToUseful)
                .with("open", open)
                .with("declined", declined)
                .with("notUseful", notUseful);
    }
}
