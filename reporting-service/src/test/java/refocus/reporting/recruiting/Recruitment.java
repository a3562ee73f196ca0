package refocus.reporting.recruiting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.projection.Projection;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationStarted;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationSubmitted;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationWithdrawn;
import refocus.reporting.recruiting.RecruitmentMessage.AssessorRecused;
import refocus.reporting.recruiting.RecruitmentMessage.CheckFailed;
import refocus.reporting.recruiting.RecruitmentMessage.CheckVerified;
import refocus.reporting.recruiting.RecruitmentMessage.CheckedUntil;
import refocus.reporting.recruiting.RecruitmentMessage.CriteriaSet;
import refocus.reporting.recruiting.RecruitmentMessage.Criterion;
import refocus.reporting.recruiting.RecruitmentMessage.CriterionScored;
import refocus.reporting.recruiting.RecruitmentMessage.EarlyStartApproved;
import refocus.reporting.recruiting.RecruitmentMessage.EarlyStartAssessed;
import refocus.reporting.recruiting.RecruitmentMessage.HireConfirmed;
import refocus.reporting.recruiting.RecruitmentMessage.InterviewHeld;
import refocus.reporting.recruiting.RecruitmentMessage.NotShortlisted;
import refocus.reporting.recruiting.RecruitmentMessage.OfferAccepted;
import refocus.reporting.recruiting.RecruitmentMessage.OfferMade;
import refocus.reporting.recruiting.RecruitmentMessage.ReferenceReceived;
import refocus.reporting.recruiting.RecruitmentMessage.ScoreModerated;
import refocus.reporting.recruiting.RecruitmentMessage.Shortlisted;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyApproved;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyCancelled;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyFilled;

/// What a test says of vacancies and applications.
public final class Recruitment {

    private Recruitment() {}

    public static Projection<RecruitmentMessage> projection() {
        return new RecruitmentProjection();
    }

    public static RecruitmentMessage approved(String day) {
        return new VacancyApproved(day(day));
    }

    public static RecruitmentMessage filled(String day) {
        return new VacancyFilled(day(day));
    }

    public static RecruitmentMessage cancelled(String day) {
        return new VacancyCancelled(day(day));
    }

    /// Criteria named `c1`, `c2` … of these weights.
    public static RecruitmentMessage criteria(int... weights) {
        return new CriteriaSet(Stream.iterate(1, n -> n + 1)
                .limit(weights.length)
                .map(n -> new Criterion("c" + n, weights[n - 1]))
                .toList());
    }

    public static RecruitmentMessage started(UUID vacancy, String day) {
        return new ApplicationStarted(vacancy, day(day));
    }

    public static RecruitmentMessage submitted(String day) {
        return new ApplicationSubmitted(day(day));
    }

    public static RecruitmentMessage withdrawn(String day) {
        return new ApplicationWithdrawn(day(day));
    }

    public static RecruitmentMessage shortlisted(String day) {
        return new Shortlisted(day(day));
    }

    public static RecruitmentMessage notShortlisted(String day) {
        return new NotShortlisted(day(day));
    }

    public static RecruitmentMessage interviewed(String day) {
        return new InterviewHeld(day(day));
    }

    public static RecruitmentMessage offered(String day, String... conditionalOn) {
        return new OfferMade(List.of(conditionalOn), day(day));
    }

    public static RecruitmentMessage accepted(String day) {
        return new OfferAccepted(day(day));
    }

    public static RecruitmentMessage scored(UUID assessor, String criterion, int score) {
        return new CriterionScored(assessor, criterion, score);
    }

    public static RecruitmentMessage moderated(String criterion, int score) {
        return new ScoreModerated(criterion, score);
    }

    public static RecruitmentMessage recused(UUID assessor) {
        return new AssessorRecused(assessor);
    }

    public static RecruitmentMessage verified(String kind) {
        return new CheckVerified(kind, Optional.empty());
    }

    public static RecruitmentMessage verifiedUntil(String kind, String last) {
        return new CheckVerified(kind, Optional.of(day(last)));
    }

    public static RecruitmentMessage failed(String kind, String day) {
        return new CheckFailed(kind, day(day));
    }

    public static RecruitmentMessage reference(boolean satisfactory, String day) {
        return new ReferenceReceived(UUID.randomUUID(), satisfactory, day(day));
    }

    public static RecruitmentMessage assessed(String day, String... open) {
        return new EarlyStartAssessed(List.of(open), day(day));
    }

    public static RecruitmentMessage earlyStartApproved(String day) {
        return new EarlyStartApproved(day(day));
    }

    public static RecruitmentMessage hired(String startsOn, boolean early, String... checks) {
        return new HireConfirmed(
                day(startsOn),
                Arrays.stream(checks)
                        .map(kind -> new CheckedUntil(kind, Optional.empty()))
                        .toList(),
                early);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
