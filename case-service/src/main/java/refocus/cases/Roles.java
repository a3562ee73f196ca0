package refocus.cases;

/// The roles of those who work with this service, as their tokens name them.
public final class Roles {

    /// The front door: takes in children, contacts and referrals.
    public static final String DUTY = "duty";

    public static final String PRACTITIONER = "practitioner";
    public static final String SENIOR_PRACTITIONER = "senior-practitioner";
    public static final String SUPPORT_WORKER = "support-worker";
    public static final String PERSONAL_ADVISER = "personal-adviser";
    public static final String TEAM_MANAGER = "team-manager";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String HEAD_OF_SERVICE = "head-of-service";

    /// Looks at who saw what.
    public static final String AUDITOR = "auditor";

    /// Keeps records and lets them go: holds, erasure, and what people ask to see of their own.
    public static final String RECORDS_MANAGER = "records-manager";

    /// Another system of the council, which may do what it has the scope for and sees nothing.
    public static final String SYSTEM = "system";

    /// The scope of a system that sends referrals.
    public static final String SENDS_REFERRALS = "referrals.send";

    /// The scope of a system that asks what became of the referrals it sent.
    public static final String READS_RECEIPTS = "referrals.receipts";

    private Roles() {}
}
