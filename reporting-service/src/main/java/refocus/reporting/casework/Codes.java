package refocus.reporting.casework;

import java.util.Set;

/// The codes that figures turn on. Another one parks its stream until somebody has decided what it means.
final class Codes {

    static final Set<String> MODES = Set.of("IN_PERSON", "VIDEO", "CALL");

    static final Set<String> WORK_TIME =
            Set.of("RECORDING", "TRAVEL", "MEETING", "INDIRECT_CHILD", "SUPERVISION", "TRAINING", "OTHER");

    /// Visits that a child must be paid by law or by its plan.
    static final Set<String> REQUIRED_VISITS = Set.of("STATUTORY", "REGISTER", "LOOKED_AFTER");

    static final Set<String> OTHER_VISITS = Set.of("ASSESSMENT", "UNANNOUNCED", "OTHER");

    private Codes() {}

    static void mustBeKnown(boolean known, String field) {
        if (!known) {
            throw new IllegalArgumentException("unknown code in " + field);
        }
    }
}
