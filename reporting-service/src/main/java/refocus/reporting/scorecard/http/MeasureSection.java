package refocus.reporting.scorecard.http;

import java.util.List;
import java.util.Optional;
import refocus.reporting.scorecard.Chart;

/// One headline measure on the page: its figure at a glance, its trend, its table, and where more is.
///
/// @param why what the measure tells, in a sentence
/// @param latest the figure of the last finished part, or that there is none
/// @param when that part
/// @param parts what the figure is of what
/// @param story the trend in words, for who cannot see the chart
public record MeasureSection(
        String id,
        String title,
        String why,
        String latest,
        Optional<String> when,
        Optional<String> parts,
        List<Change> changes,
        String story,
        List<Chart> charts,
        Table table,
        List<String> notes,
        String definition,
        String csv,
        Optional<String> events) {

    /// How the figure changed.
    ///
    /// @param way up, down or same: which arrow
    /// @param verdict better, worse, same or open: which colour; the word says it too
    public record Change(String way, String verdict, String text, Optional<String> word) {}

    public record Table(String caption, List<String> heads, List<Line> lines) {}

    /// A row: a part of the period.
    ///
    /// @param total whether it is the whole period
    public record Line(String head, List<Cell> cells, boolean total) {}

    /// A figure in the table.
    ///
    /// @param events where the events behind it are, for those who may see them
    public record Cell(String text, Optional<String> events) {}
}
