package refocus.reporting.safestarts;

import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How those who started in one part of a period were let start.
///
/// @param verified with every mandatory check in by the first day
/// @param early under an assessment that a head of service approved, which covers every check that was open
record Starts(String key, Long starts, Long verified, Long early) implements EachPart.Answer {

    @Override
    public Row row(String key) {
        long neither = starts - verified - early;
        return Row.of(key)
                .with("numerator", verified)
                .with("denominator", starts)
                .with("value", Percentage.of(verified, starts))
                .with("early", early)
                .with("earlyShare", Percentage.of(early, starts))
                .with("neither", neither)
                .with("neitherShare", Percentage.of(neither, starts));
    }
}
