package refocus.reporting.figures;

import java.util.List;

/// A report's answer: a row for each part of the period, and one for the whole of it.
public record Figures(List<Row> items, Row total) {

    /// The key of the row for the whole period.
    public static final String TOTAL = "total";
}
