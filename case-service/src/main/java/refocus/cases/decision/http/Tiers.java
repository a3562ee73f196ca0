package refocus.cases.decision.http;

import java.util.Map;

/// The risk tier of a decision where the caller names none.
///
/// A case has no risk on record yet: when it has, its latest assessment answers [#ofCase()].
final class Tiers {

    private static final String MEDIUM = "MEDIUM";
    private static final Map<String, String> BY_URGENCY =
            Map.of("ROUTINE", "LOW", "URGENT", MEDIUM, "IMMEDIATE", "HIGH");

    private Tiers() {}

    static String ofReferral(String urgency) {
        return BY_URGENCY.getOrDefault(urgency, MEDIUM);
    }

    static String ofCase() {
        return MEDIUM;
    }
}
