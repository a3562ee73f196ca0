package refocus.staff;

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
    /// Fills the posts of the teams, and so reads which there are.
    public static final String RECRUITER = "recruiter";

    public static final String TEAM_MANAGER = "team-manager";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String HEAD_OF_SERVICE = "head-of-service";

    public static final String RECORDS_MANAGER = "records-manager";

    private Roles() {}
}
