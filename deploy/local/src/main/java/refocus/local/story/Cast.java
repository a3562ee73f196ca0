package refocus.local.story;

import java.util.List;
import java.util.Locale;

/// Those who work in the story.
final class Cast {

    /// Someone who holds cases.
    ///
    /// @param daysAWeek from Monday on; five are a full contract
    record Worker(String name, int daysAWeek) {

        String alias() {
            return name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
        }

        /// The part of a full week they are contracted for.
        double fte() {
            return daysAWeek / 5.0;
        }
    }

    static final List<Worker> WORKERS =
            List.of(new Worker("Carys Yorath", 5), new Worker("Tomos Kyffin", 5), new Worker("Rhian Mostyn", 3));

    static final String DUTY = "story-duty";
    static final String MANAGER = "story-manager";
    static final String HR = "story-hr";

    private Cast() {}
}
