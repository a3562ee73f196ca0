package refocus.reporting.childrenseen;

import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How many children there were in one part of a period.
///
/// @param children born, with a case open
/// @param seen of them, in person
/// @param alone of those, on some occasion without anyone else
record Seen(String key, Long children, Long seen, Long alone) implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", seen)
                .with("denominator", children)
                .with("value", Percentage.of(seen, children))
                .with("alone", alone)
                .with("aloneValue", Percentage.of(alone, children));
    }
}
