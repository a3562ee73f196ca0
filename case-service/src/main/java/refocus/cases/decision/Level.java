package refocus.cases.decision;

import java.util.List;
import java.util.stream.Stream;

/// The levels at which decisions are taken, from 0; a code of each, which but for the panel is a role's name.
public final class Level {

    public static final int PRACTITIONER = 0;

    /// Required where no right is in force.
    public static final int TEAM_MANAGER = 2;

    public static final int SERVICE_MANAGER = 3;

    /// A panel has no token of its own: a manager records what it decided.
    public static final int PANEL = 5;

    private static final List<String> CODES = List.of(
            "practitioner", "senior-practitioner", "team-manager", "service-manager", "head-of-service", "panel");

    private Level() {}

    public static String code(int level) {
        return CODES.get(level);
    }

    /// Everyone from that level up; on duty one is a practitioner.
    public static List<String> from(int level) {
        List<String> up = CODES.subList(level, CODES.size());
        return level == 0 ? Stream.concat(Stream.of("duty"), up.stream()).toList() : List.copyOf(up);
    }
}
