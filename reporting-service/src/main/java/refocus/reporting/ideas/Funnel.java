package refocus.reporting.ideas;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How far the ideas proposed in one part of a period have come.
///
/// @param better of those measured, moved from the baseline towards the target
/// @param achieved the median way from baseline to target that was gone, in per cent
record Funnel(
        String key,
        String grp,
        Long proposed,
        Long drafted,
        Long submitted,
        Long decided,
        Long approved,
        Long implemented,
        Long measured,
        Long declined,
        Long withdrawn,
        Long merged,
        Long better,
        Long same,
        Optional<BigDecimal> achieved)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", measured)
                .with("denominator", proposed)
                .with("value", Percentage.of(measured, proposed))
                .with("drafted", drafted)
                .with("submitted", submitted)
                .with("decided", decided)
                .with("approved", approved)
                .with("implemented", implemented)
                .with("declined", declined)
                .with("withdrawn", withdrawn)
                .with("merged", merged)
                .with("open", proposed - measured - declined - withdrawn - merged)
                .with("better", better)
                .with("same", same)
                .with("worse", measured - better - same)
                .with("achieved", achieved);
    }
}
