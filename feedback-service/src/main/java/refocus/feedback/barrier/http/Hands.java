package refocus.feedback.barrier.http;

import io.quarkus.security.ForbiddenException;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.feedback.Roles;
import refocus.feedback.barrier.Barrier;

/// In whose hands a barrier is: its owner's, and the managers' of the service.
final class Hands {

    private Hands() {}

    /// To an owner elsewhere in the council, a barrier that is not theirs is not there.
    static void mustSee(Barrier state, Caller caller) {
        if (caller.is(Roles.BARRIER_OWNER) && !owns(state, caller)) {
            throw new Unknown("barrier");
        }
    }

    static void mustHold(Barrier state, Caller caller) {
        mustSee(state, caller);
        if (!owns(state, caller) && !Roles.manages(caller)) {
            throw new ForbiddenException();
        }
    }

    private static boolean owns(Barrier state, Caller caller) {
        UUID worker = Roles.worker(caller);
        return Barrier.file(state)
                .assignment()
                .filter(held -> held.owner().equals(worker))
                .isPresent();
    }
}
