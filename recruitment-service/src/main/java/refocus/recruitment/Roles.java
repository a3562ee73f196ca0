package refocus.recruitment;

/// The roles of those who work with this service, as their tokens name them.
public final class Roles {

    /// Runs a recruitment: adverts, candidates, applications, interviews.
    public static final String RECRUITER = "recruiter";

    /// Scores applications; sees those of the vacancies whose panel they are on.
    public static final String PANEL_MEMBER = "panel-member";

    public static final String HR_OFFICER = "hr-officer";
    public static final String TEAM_MANAGER = "team-manager";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String HEAD_OF_SERVICE = "head-of-service";

    public static final String RECORDS_MANAGER = "records-manager";

    private Roles() {}
}
