package refocus.reporting.morale;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// What the surveys that closed in one part of a period add up to.
///
/// @param surveys published, told of or not
/// @param withheld of them, those that so few answered that nothing is told
/// @param points what the answers to the index's questions are worth, each from 0 to 1
/// @param trend the change of the index since the last survey before the part
/// @param indexHeld whether a question of the index was held back
/// @param enpsHeld whether a question of the net score was held back
record Mood(
        String key,
        String grp,
        Long surveys,
        Long withheld,
        BigDecimal points,
        Long answers,
        Optional<BigDecimal> index,
        Optional<BigDecimal> trend,
        Optional<BigDecimal> enps,
        Long enpsResponses,
        Long invited,
        Long responses,
        Boolean indexHeld,
        Boolean enpsHeld)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", Optional.of(points))
                .with("denominator", answers)
                .with("value", index)
                .with("trend", trend)
                .with("enps", enps)
                .with("enpsResponses", enpsResponses)
                .with("responses", responses)
                .with("invited", invited)
                .with("responseRate", Percentage.of(responses, invited))
                .with("surveys", surveys)
                .with("withheld", withheld)
                .hiding(held());
    }

    /// Nothing at all is not the same as too little to tell: that is shown as held back.
    private Set<String> held() {
        var held = new HashSet<String>();
        if (indexHeld && answers == 0) {
            held.addAll(List.of("numerator", "denominator", "value", "trend"));
        }
        if (enpsHeld && enpsResponses == 0) {
            held.addAll(List.of("enps", "enpsResponses"));
        }
        if (withheld > 0 && responses == 0) {
            held.addAll(List.of("responses", "invited", "responseRate"));
        }
        return held;
    }
}
