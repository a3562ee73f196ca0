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
/// @param by how the period is cut; empty asks for the whole only
/// @param asOf what was known then; empty asks for what is known now
public record Question(Period period, Optional<By> by, Optional<Instant> asOf) {

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
