package refocus.reporting.catalogue.http;

import java.util.Set;
import refocus.eventsourcing.http.Caller;

/// Who reads figures, and who of them is outside the service.
///
/// The service's own analysts and practitioners see figures as they are. Everybody else who may read at all sees them
/// with small counts held back: owners of barriers elsewhere in the council, panel members, other systems.
public final class Readers {

    private static final Set<String> OF_THE_SERVICE = Set.of(
            "analyst",
            "team-manager",
            "service-manager",
            "head-of-service",
            "reviewing-officer",
            "practitioner",
            "senior-practitioner",
            "support-worker",
            "personal-adviser",
            "duty");

    private Readers() {}

    public static boolean isOutside(Caller caller) {
        return caller.roles().stream().noneMatch(OF_THE_SERVICE::contains);
    }
}
