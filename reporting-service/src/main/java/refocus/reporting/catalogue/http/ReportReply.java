package refocus.reporting.catalogue.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import refocus.reporting.figures.Column;
import refocus.reporting.figures.Csv;
import refocus.reporting.figures.Question;
import refocus.reporting.figures.Report;
import refocus.reporting.figures.Row;

/// A report's answer on the wire. A row has its key and a value, possibly null, for each column of the report.
///
/// @param asOf the moment that was asked for, if one was
/// @param completeThrough everything recorded up to then is in the figures
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportReply(
        String report,
        int version,
        LocalDate from,
        LocalDate to,
        Optional<String> by,
        Optional<Instant> asOf,
        Optional<Instant> completeThrough,
        List<Map<String, @Nullable Object>> items,
        Map<String, @Nullable Object> total) {

    static ReportReply of(Answer answer) {
        Report report = answer.report();
        Question question = answer.question();
        return new ReportReply(
                report.name(),
                report.version(),
                question.period().from(),
                question.period().to(),
                question.grouping(),
                question.asOf(),
                answer.completeThrough(),
                answer.figures().items().stream().map(row -> item(report, row)).toList(),
                cells(report, answer.figures().total()));
    }

    private static Map<String, @Nullable Object> item(Report report, Row row) {
        var item = new LinkedHashMap<String, @Nullable Object>();
        item.put(Csv.KEY, row.key());
        item.putAll(cells(report, row));
        return item;
    }

    private static Map<String, @Nullable Object> cells(Report report, Row row) {
        var cells = new LinkedHashMap<String, @Nullable Object>();
        for (Column column : report.columns()) {
            cells.put(column.name(), row.shown(column.name()).orElse(null));
        }
        if (row.isSuppressed()) {
            cells.put(Csv.SUPPRESSED, true);
        }
        return cells;
    }
}
