package refocus.reporting.catalogue.http;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.http.Malformed;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.period.By;
import refocus.reporting.period.Period;

/// What of a report is asked: `?from=2026-10-01&to=2027-01-01&by=month&asOf=…`. For `@BeanParam`.
public class AskedReport {

    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    /// Fifty years of months: more is a slip of the hand.
    private static final int MOST_PARTS = 600;

    @QueryParam("from")
    @Parameter(description = "the first day, as in 2026-10-01", required = true)
    Optional<String> from = Optional.empty();

    @QueryParam("to")
    @Parameter(description = "the day after the last, as in 2027-01-01", required = true)
    Optional<String> to = Optional.empty();

    @QueryParam("by")
    @Parameter(
            description = "month, quarter, year, financial-year, or another grouping that the catalogue lists for the"
                    + " report; without it only the whole is answered")
    Optional<String> by = Optional.empty();

    @QueryParam("asOf")
    @Parameter(description = "as known at this moment, as in 2026-11-01T00:00:00Z; now, without it")
    Optional<String> asOf = Optional.empty();

    @QueryParam("structure")
    @Parameter(description = "then or now: the structure that groupings by team follow")
    Optional<String> structure = Optional.empty();

    /// The same asked by a page's form.
    public static AskedReport of(String from, String to, String by) {
        var asked = new AskedReport();
        asked.from = Optional.of(from);
        asked.to = Optional.of(to);
        asked.by = Optional.of(by);
        return asked;
    }

    /// In words, or a refusal that names the parameter.
    Question question(Report report) {
        return question(report.groupings());
    }

    /// The same, where it is cut by time alone.
    public Question question() {
        return question(List.of());
    }

    private Question question(Collection<String> groupings) {
        checkStructure();
        Optional<String> group = by.filter(groupings::contains);
        Optional<By> unit = by.filter(_ -> group.isEmpty()).map(AskedReport::unit);
        var question = new Question(period(), unit, group, asOf.map(AskedReport::moment));
        if (question.parts().size() > MOST_PARTS) {
            throw new Impossible("by", "too-many-parts");
        }
        return question;
    }

    private Period period() {
        LocalDate first = date("from", from);
        LocalDate end = date("to", to);
        if (!first.isBefore(end)) {
            throw new Impossible("to", "empty-period");
        }
        return new Period(first, end);
    }

    /// No report of ours is grouped by team yet, so both are the same; a third is a mistake all the same.
    private void checkStructure() {
        if (structure
                .filter(value -> !value.equals("then") && !value.equals("now"))
                .isPresent()) {
            throw new Malformed("structure", "unknown-structure");
        }
    }

    private static LocalDate date(String field, Optional<String> value) {
        try {
            return value.filter(DATE.asMatchPredicate())
                    .map(LocalDate::parse)
                    .orElseThrow(() -> new Malformed(field, "malformed-date"));
        } catch (DateTimeException _) {
            throw new Malformed(field, "malformed-date");
        }
    }

    private static By unit(String code) {
        return By.named(code).orElseThrow(() -> new Malformed("by", "unknown-grouping"));
    }

    private static Instant moment(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException _) {
            throw new Malformed("asOf", "malformed-moment");
        }
    }
}
