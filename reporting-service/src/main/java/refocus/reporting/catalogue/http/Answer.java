package refocus.reporting.catalogue.http;

import java.time.Instant;
import java.util.Optional;
import refocus.reporting.figures.Csv;
import refocus.reporting.figures.Figures;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;

/// What a report says to one reader, who may see all of it.
///
/// @param completeThrough everything recorded up to then is in the figures
public record Answer(Report report, Question question, Optional<Instant> completeThrough, Figures figures) {

    /// The media type of the figures as CSV.
    public static final String CSV = "text/csv; charset=utf-8; header=present";

    public String csv() {
        return Csv.of(report.columns(), figures);
    }
}
