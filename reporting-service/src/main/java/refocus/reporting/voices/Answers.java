package refocus.reporting.voices;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How what was due for an answer in one part of a period was answered.
///
/// @param weDid answered in time, with yes
/// @param weCannot answered in time, with no
/// @param late answered after the 30 days
/// @param open not answered yet
/// @param asked how many said whether they felt heard; nobody is asked by groups
record Answers(
        String key,
        String grp,
        Long due,
        Long weDid,
        Long weCannot,
        Long late,
        Long open,
        Optional<Long> asked,
        Optional<Long> heard)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", weDid + weCannot)
                .with("denominator", due)
                .with("value", Percentage.of(weDid + weCannot, due))
                .with("weDid", weDid)
                .with("weCannot", weCannot)
                .with("late", late)
                .with("open", open)
                .with("confirmations", asked.map(BigDecimal::valueOf))
                .with("feltHeard", heard.map(BigDecimal::valueOf))
                .with("feltHeardValue", heard.flatMap(yes -> asked.flatMap(all -> Percentage.of(yes, all))));
    }
}
