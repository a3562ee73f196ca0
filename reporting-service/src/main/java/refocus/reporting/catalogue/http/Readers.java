package refocus.reporting.catalogue.http;

import java.util.Map;
import java.util.Set;
import refocus.eventsourcing.http.Caller;
import refocus.reporting.figures.Report;

/// Who reads figures, and who of them is outside the service.
///
/// The service's own analysts and practitioners see figures as they are. HR officers and recruiters see those of
/// their own work so. Whatever else they read, and whoever else may read at all, as owners of barriers elsewhere in
/// the council and its other systems may: with small counts held back.
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

    /// The figures of staff and of those who apply to join them.
    private static final Map<String, Set<String>> OWN_WORK = Map.of(
            "hr-officer", Set.of("workforce", "recruitment-funnel", "safe-starts"),
            "recruiter", Set.of("recruitment-funnel", "safe-starts"));

    private Readers() {}

    public static boolean isOutside(Caller caller) {
        return caller.roles().stream().noneMatch(OF_THE_SERVICE::contains);
    }

    static boolean isOutside(Caller caller, Report report) {
        return isOutside(caller)
                && caller.roles().stream()
                        .noneMatch(role -> OWN_WORK.getOrDefault(role, Set.of()).contains(report.name()));
    }
}
