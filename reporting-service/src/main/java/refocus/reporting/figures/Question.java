package refocus.reporting.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;
import refocus.reporting.period.Period.Bucket;

/// What a reader asks of a report.
///
/// @param by the units the period is cut into, if any
/// @param group what else the figures are cut by, if anything: one of the report's own groupings
/// @param asOf what was known then; empty asks for what is known now
public record Question(Period period, Optional<By> by, Optional<String> group, Optional<Instant> asOf) {

    public Question(Period period, Optional<By> by, Optional<Instant> asOf) {
        this(period, by, Optional.empty(), asOf);
    }

    /// As it was asked: `month`, or `department`.
    public Optional<String> grouping() {
        return group.or(() -> by.map(By::code));
    }

    public List<Bucket> parts() {
        return by.map(period::by).orElse(List.of());
    }

    /// Whether monthly rollups answer it; otherwise the facts are read.
    public boolean isAnsweredByMonths() {
        return asOf.isEmpty() && period.isWholeMonths();
    }

    /// What counts as known: everything, where no moment was named.
    public OffsetDateTime known() {
        return asOf.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(END_OF_TIME);
    }

    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.parse("9999-12-31T00:00:00Z");
}
