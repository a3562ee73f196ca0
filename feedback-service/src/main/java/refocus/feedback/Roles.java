package refocus.feedback;

import io.quarkus.security.ForbiddenException;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.http.Caller;

/// The roles of those who work with this service, as their tokens name them.
public final class Roles {

    public static final String DUTY = "duty";
    public static final String PRACTITIONER = "practitioner";
    public static final String SENIOR_PRACTITIONER = "senior-practitioner";
    public static final String SUPPORT_WORKER = "support-worker";
    public static final String PERSONAL_ADVISER = "personal-adviser";
    public static final String REVIEWING_OFFICER = "reviewing-officer";
    public static final String BUSINESS_SUPPORT = "business-support";
    public static final String HR_OFFICER = "hr-officer";
    public static final String TEAM_MANAGER = "team-manager";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String HEAD_OF_SERVICE = "head-of-service";

    /// Someone elsewhere in the council who is to take a barrier away; sees only theirs.
    public static final String BARRIER_OWNER = "barrier-owner";

    private Roles() {}

    /// Whether the caller may see and steer the whole service's voice: team managers and above.
    public static boolean manages(Caller caller) {
        return Stream.of(TEAM_MANAGER, SERVICE_MANAGER, HEAD_OF_SERVICE).anyMatch(caller::is);
    }

    /// The worker who asks; a system has no voice here.
    public static UUID worker(Caller caller) {
        return caller.worker().orElseThrow(ForbiddenException::new);
    }
}
