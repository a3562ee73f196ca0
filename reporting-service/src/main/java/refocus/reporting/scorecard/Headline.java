package refocus.reporting.scorecard;

import java.util.Locale;

/// One headline measure: a column of a report, what it tells about, and which way is better.
///
/// @param report as in its address
/// @param column the figure of it that makes the headline
/// @param reading how the figure is to be read
public record Headline(Theme theme, String report, String column, Better better, Reading reading) {

    /// A share is usually a percentage; an index from 0 to 100 is made like one, and is a number.
    public enum Reading {
        AS_MEASURED,
        AS_NUMBER
    }

    Headline(Theme theme, String report, String column, Better better) {
        this(theme, report, column, better, Reading.AS_MEASURED);
    }

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
