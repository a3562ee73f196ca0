package refocus.staff;

import io.quarkus.security.ForbiddenException;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Caller;

/// Who may see what is about others: team managers and above. Everyone may see what is about themselves.
public final class Managers {

    private Managers() {}

    public static boolean include(Caller caller) {
        return Stream.of(Roles.TEAM_MANAGER, Roles.SERVICE_MANAGER, Roles.HEAD_OF_SERVICE)
                .anyMatch(caller::is);
    }

    /// Whether it is this worker who asks, or a manager.
    static boolean isOrIncludes(UUID worker, Caller caller) {
        return include(caller) || caller.worker().filter(worker::equals).isPresent();
    }

    /// The worker who asks; a system has none.
    public static UUID self(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }
}
