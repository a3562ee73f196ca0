package refocus.cases.access;

import java.util.Optional;

/// Why someone may see a child's record. The words are those of the access log.
public enum Basis {

    /// Holds a case of the child.
    ALLOCATED,

    /// Manages the team of a worker who does.
    TEAM,

    /// The front door, on unrestricted records.
    DUTY,

    /// Works in the service, on unrestricted records.
    SERVICE,

    /// Was let in.
    GRANT,

    /// Let themselves in, for a day.
    BREAK_GLASS,

    /// Prepares what the person asked to see of their own record.
    SUBJECT_ACCESS,

    /// Looks at accesses, and at nothing of the record.
    AUDIT;

    /// The nearest of those that someone has; empty where they may not see the record.
    ///
    /// @param byRole what their role gives them on unrestricted records
    public static Optional<Basis> of(Standing standing, Optional<Basis> byRole) {
        if (standing.connected()) {
            return Optional.empty();
        }
        if (standing.allocated()) {
            return Optional.of(ALLOCATED);
        }
        if (standing.team()) {
            return Optional.of(TEAM);
        }
        if (standing.granted()) {
            return Optional.of(GRANT);
        }
        if (!standing.restricted()) {
            return standing.forAnother().or(() -> byRole);
        }
        return standing.brokeGlass() ? Optional.of(BREAK_GLASS) : Optional.empty();
    }
}
