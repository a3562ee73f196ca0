package refocus.reporting.workforce;

import java.math.BigDecimal;
import java.util.Optional;
import refocus.reporting.figures.EachPart;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// Who was in post on the last day of one part of a period, and who left in it.
///
/// @param fte of full time, agency workers among them
/// @param establishment how many full-time posts there were meant to be
/// @param vacancies approved, and neither filled nor cancelled
record InPost(
        String key,
        BigDecimal fte,
        BigDecimal establishment,
        Long headcount,
        Long leavers,
        Long vacancies,
        Long agency,
        BigDecimal agencyFte)
        implements EachPart.Answer {

    @Override
    public Row row(String key) {
        return Row.of(key)
                .with("numerator", Optional.of(fte))
                .with("denominator", Optional.of(establishment))
                .with("value", Percentage.of(fte, establishment))
                .with("headcount", headcount)
                .with("leavers", leavers)
                .with("vacancies", vacancies)
                .with("vacantFte", Optional.of(establishment.subtract(fte)))
                .with("agency", agency)
                .with("agencyFte", Optional.of(agencyFte))
                .with("agencyShare", Percentage.of(agencyFte, establishment));
    }
}
