package refocus.reporting.scorecard;

import java.util.Locale;

/// One headline measure: a column of a report, what it tells about, and which way is better.
///
/// @param report as in its address
/// @param column the figure of it that makes the headline
public record Headline(Theme theme, String report, String column, Better better) {

    /// What a headline helps to answer, in the order of the page. Its words are `theme.…` of the bundle.
    public enum Theme {
        TIME,
        JUDGEMENT,
        STAFF,
        SAFETY,
        LISTENING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As in the page's anchors and the scorecard's rows: `children-seen.aloneValue`.
    public String key() {
        return report + "." + column;
    }
}
