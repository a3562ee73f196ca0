package refocus.reporting.scorecard.http;

import java.util.List;
import refocus.reporting.catalogue.Reports;
import refocus.reporting.catalogue.Words;
import refocus.reporting.figures.Report;

/// What each report measures, in the reader's language.
public record DefinitionsPage(List<Entry> reports) {

    public record Entry(
            String name,
            String title,
            String definition,
            String numerator,
            String denominator,
            String unit,
            int version,
            List<String> columns) {}

    static DefinitionsPage of(Reports reports, Words words) {
        return new DefinitionsPage(
                reports.all().stream().map(report -> entry(report, words)).toList());
    }

    private static Entry entry(Report report, Words words) {
        return new Entry(
                report.name(),
                words.of(report, "title"),
                words.of(report, "definition"),
                words.of(report, "numerator"),
                words.of(report, "denominator"),
                words.of(report, "unit"),
                report.version(),
                report.columns().stream()
                        .map(column -> words.of(report, column))
                        .toList());
    }
}
