package refocus.reporting.recruiting;

import static refocus.reporting.recruiting.ApplicationFact.APPLICATIONS;
import static refocus.reporting.recruiting.CheckFact.CHECKS;
import static refocus.reporting.recruiting.CriterionFact.CRITERIA;
import static refocus.reporting.recruiting.ScoreFact.SCORES;
import static refocus.reporting.recruiting.VacancyFact.VACANCIES;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.period.Period;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationStarted;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationSubmitted;
import refocus.reporting.recruiting.RecruitmentMessage.ApplicationWithdrawn;
import refocus.reporting.recruiting.RecruitmentMessage.AssessorRecused;
import refocus.reporting.recruiting.RecruitmentMessage.CheckFailed;
import refocus.reporting.recruiting.RecruitmentMessage.CheckVerified;
import refocus.reporting.recruiting.RecruitmentMessage.CriteriaSet;
import refocus.reporting.recruiting.RecruitmentMessage.CriterionScored;
import refocus.reporting.recruiting.RecruitmentMessage.EarlyStartApproved;
import refocus.reporting.recruiting.RecruitmentMessage.EarlyStartAssessed;
import refocus.reporting.recruiting.RecruitmentMessage.HireConfirmed;
import refocus.reporting.recruiting.RecruitmentMessage.InterviewHeld;
import refocus.reporting.recruiting.RecruitmentMessage.NotShortlisted;
import refocus.reporting.recruiting.RecruitmentMessage.OfferAccepted;
import refocus.reporting.recruiting.RecruitmentMessage.OfferDeclined;
import refocus.reporting.recruiting.RecruitmentMessage.OfferMade;
import refocus.reporting.recruiting.RecruitmentMessage.OfferWithdrawn;
import refocus.reporting.recruiting.RecruitmentMessage.ReferenceReceived;
import refocus.reporting.recruiting.RecruitmentMessage.ScoreModerated;
import refocus.reporting.recruiting.RecruitmentMessage.Shortlisted;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyApproved;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyCancelled;
import refocus.reporting.recruiting.RecruitmentMessage.VacancyFilled;

/// How far vacancies and applications came, how they were scored, and what was verified when.
///
/// Only facts: a service hires in a year what it sees of children in a day, and cohorts are followed, not summed.
@Singleton
class RecruitmentProjection implements Projection<RecruitmentMessage> {

    private static final String REFERENCE = "REFERENCE";

    @Override
    public String name() {
        return "recruitment";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<RecruitmentMessage> feed() {
        return RecruitmentMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(VACANCIES, CRITERIA, APPLICATIONS, SCORES, CHECKS);
    }

    @Override
    public List<Change> apply(Recorded<RecruitmentMessage> recorded) {
        return switch (recorded.event()) {
            case VacancyApproved(var day) -> vacancy(recorded, day);
            case VacancyFilled(var day) -> vacancy(recorded, day);
            case VacancyCancelled(var day) -> vacancy(recorded, day);
            case CriteriaSet(var criteria) ->
                criteria.stream()
                        .map(criterion -> CRITERIA.insert(new CriterionFact(
                                recorded.id(),
                                criterion.id(),
                                recorded.stream().id(),
                                recorded.version(),
                                criterion.weight(),
                                recorded.recordedAt())))
                        .toList();
            case ApplicationStarted(var vacancy, var day) ->
                List.of(stage(recorded, day, Optional.of(vacancy), Optional.empty(), Optional.empty()));
            case ApplicationSubmitted(var day) -> stage(recorded, day);
            case ApplicationWithdrawn(var day) -> stage(recorded, day);
            case Shortlisted(var day) -> stage(recorded, day);
            case NotShortlisted(var day) -> stage(recorded, day);
            case InterviewHeld(var day) -> stage(recorded, day);
            case OfferMade(var mandatory, var day) ->
                Stream.concat(stage(recorded, day).stream(), checks(recorded, mandatory, day))
                        .toList();
            case OfferAccepted(var day) -> stage(recorded, day);
            case OfferDeclined(var day) -> stage(recorded, day);
            case OfferWithdrawn(var day) -> stage(recorded, day);
            case CriterionScored(var assessor, var criterion, var score) ->
                score(recorded, Optional.of(assessor), Optional.of(criterion), Optional.of(score));
            case ScoreModerated(var criterion, var score) ->
                score(recorded, Optional.empty(), Optional.of(criterion), Optional.of(score));
            case AssessorRecused(var assessor) ->
                score(recorded, Optional.of(assessor), Optional.empty(), Optional.empty());
            case CheckVerified(var kind, var until) -> List.of(check(recorded, kind, day(recorded), true, until));
            case CheckFailed(var kind, var day) -> List.of(check(recorded, kind, day, false, Optional.empty()));
            case ReferenceReceived(var _, var satisfactory, var day) ->
                List.of(check(recorded, REFERENCE, day, satisfactory, Optional.empty()));
            case EarlyStartAssessed(var open, var day) ->
                checks(recorded, open, day).toList();
            case EarlyStartApproved(var day) -> stage(recorded, day);
            case HireConfirmed hire -> hired(recorded, hire);
        };
    }

    private static List<Change> vacancy(Recorded<RecruitmentMessage> recorded, LocalDate day) {
        return List.of(VACANCIES.insert(new VacancyFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                day,
                recorded.occurredAt(),
                recorded.recordedAt())));
    }

    private static List<Change> stage(Recorded<RecruitmentMessage> recorded, LocalDate day) {
        return List.of(stage(recorded, day, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Change stage(
            Recorded<RecruitmentMessage> recorded,
            LocalDate day,
            Optional<UUID> vacancy,
            Optional<LocalDate> startsOn,
            Optional<Boolean> earlyStart) {
        return APPLICATIONS.insert(new ApplicationFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                day,
                vacancy,
                startsOn,
                earlyStart,
                recorded.occurredAt(),
                recorded.recordedAt()));
    }

    /// The hire, and the checks it says were in by its day.
    private static List<Change> hired(Recorded<RecruitmentMessage> recorded, HireConfirmed hire) {
        LocalDate day = day(recorded);
        return Stream.concat(
                        Stream.of(stage(
                                recorded,
                                day,
                                Optional.empty(),
                                Optional.of(hire.startsOn()),
                                Optional.of(hire.earlyStart()))),
                        hire.checks().stream()
                                .map(check -> check(recorded, check.kind(), day, true, check.validUntil())))
                .toList();
    }

    private static List<Change> score(
            Recorded<RecruitmentMessage> recorded,
            Optional<UUID> assessor,
            Optional<String> criterion,
            Optional<Integer> score) {
        return List.of(SCORES.insert(new ScoreFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.version(),
                assessor,
                criterion,
                score,
                recorded.recordedAt())));
    }

    /// Kinds that are named and not in.
    private static Stream<Change> checks(Recorded<RecruitmentMessage> recorded, List<String> kinds, LocalDate day) {
        return kinds.stream().distinct().map(kind -> check(recorded, kind, day, false, Optional.empty()));
    }

    private static Change check(
            Recorded<RecruitmentMessage> recorded,
            String kind,
            LocalDate day,
            boolean good,
            Optional<LocalDate> validUntil) {
        return CHECKS.insert(new CheckFact(
                recorded.id(),
                kind,
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                day,
                good,
                validUntil,
                recorded.occurredAt(),
                recorded.recordedAt()));
    }

    private static LocalDate day(Recorded<RecruitmentMessage> recorded) {
        return Period.day(recorded.occurredAt());
    }

    private static String type(Recorded<RecruitmentMessage> recorded) {
        return RecruitmentMessage.TYPES.of(recorded.event()).name();
    }
}
