package refocus.staff;

/// The roles of those who work with this service, as their tokens name them.
public final class Roles {

    public static final String HR_OFFICER = "hr-officer";
    public static final String TEAM_MANAGER = "team-manager";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String HEAD_OF_SERVICE = "head-of-service";

    private Roles() {}
}
