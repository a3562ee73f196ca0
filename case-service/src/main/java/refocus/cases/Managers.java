package refocus.cases;

import io.quarkus.security.ForbiddenException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Caller;

/// Who may see the lists of the whole service: team managers and above. Others see their own.
public final class Managers {

    private Managers() {}

    public static boolean include(Caller caller) {
        return Stream.of(Roles.TEAM_MANAGER, Roles.SERVICE_MANAGER, Roles.HEAD_OF_SERVICE)
                .anyMatch(caller::is);
    }

    /// Whose list it is: as asked for a manager, the caller's own for others.
    ///
    /// @param actingFor the worker the caller acts for, where they do: theirs is to be seen too
    public static Optional<UUID> orOwn(Optional<UUID> asked, Caller caller, Optional<UUID> actingFor) {
        if (include(caller) || (asked.isPresent() && asked.equals(actingFor))) {
            return asked;
        }
        UUID own = caller.worker().orElseThrow(ForbiddenException::new);
        if (asked.filter(other -> !other.equals(own)).isPresent()) {
            throw new ForbiddenException();
        }
        return Optional.of(own);
    }
}
