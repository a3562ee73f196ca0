package refocus.reporting.decisions;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How near to children the decisions of one part of a period were taken.
///
/// @param allowed taken, and the front line may take such ones
/// @param front of them, taken by the front line
/// @param outside taken against a rule, whoever may take such ones; not of the allowed
/// @param aged of those taken by the front line, taken at least 90 days ago
record Near(
        String key,
        String grp,
        Long allowed,
        Long front,
        Long pending,
        Long outside,
        Long referredUp,
        Long supported,
        Optional<BigDecimal> medianHours,
        Long aged,
        Long overturned)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", front)
                .with("denominator", allowed)
                .with("value", Percentage.of(front, allowed))
                .with("pending", pending)
                .with("outsideRule", outside)
                .with("referredUp", referredUp)
                .with("referredUpValue", Percentage.of(referredUp, allowed))
                .with("supported", supported)
                .with("supportedValue", Percentage.of(supported, allowed))
                .with("medianHours", medianHours)
                .with("aged", aged)
                .with("overturned", overturned)
                .with("overturnedValue", Percentage.of(overturned, aged));
    }
}
