package refocus.recruitment.application;

/// How far an application is, in a word.
public enum ApplicationStatus {
    STARTED,
    SUBMITTED,
    SHORTLISTED,
    INTERVIEWED,
    OFFERED,
    ACCEPTED,
    HIRED,
    NOT_SHORTLISTED,
    OFFER_DECLINED,
    OFFER_WITHDRAWN,
    WITHDRAWN;

    public static ApplicationStatus of(Application.OnFile application) {
        return switch (application) {
            case Application.Started _ -> STARTED;
            case Application.InSift _ -> SUBMITTED;
            case Application.ToInterview _ -> SHORTLISTED;
            case Application.Interviewed _ -> INTERVIEWED;
            case Application.Offered _ -> OFFERED;
            case Application.OfferTaken _ -> ACCEPTED;
            case Application.Hired _ -> HIRED;
            case Application.Ended ended -> of(ended.ending());
        };
    }

    private static ApplicationStatus of(Application.Ending ending) {
        return switch (ending) {
            case NOT_SHORTLISTED -> NOT_SHORTLISTED;
            case OFFER_DECLINED -> OFFER_DECLINED;
            case OFFER_WITHDRAWN -> OFFER_WITHDRAWN;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
