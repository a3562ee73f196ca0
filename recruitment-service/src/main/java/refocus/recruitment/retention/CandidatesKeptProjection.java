package refocus.recruitment.retention;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.CheckEvent;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.CheckVerified;
import refocus.recruitment.application.CheckEvent.ReferenceReceived;
import refocus.recruitment.application.CheckEvent.ReferenceRefused;
import refocus.recruitment.application.CheckEvent.ReferenceReplaced;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;
import refocus.recruitment.application.OfferEvent;
import refocus.recruitment.application.OfferEvent.EarlyStartApproved;
import refocus.recruitment.application.OfferEvent.EarlyStartAssessed;
import refocus.recruitment.application.OfferEvent.HireConfirmed;
import refocus.recruitment.application.OfferEvent.OfferAccepted;
import refocus.recruitment.application.OfferEvent.OfferDeclined;
import refocus.recruitment.application.OfferEvent.OfferMade;
import refocus.recruitment.application.OfferEvent.OfferWithdrawn;
import refocus.recruitment.application.OfferEvent.ProbationReviewed;
import refocus.recruitment.application.ScoreEvent;
import refocus.recruitment.application.SelectionEvent;
import refocus.recruitment.application.SelectionEvent.CandidateFeedbackGiven;
import refocus.recruitment.application.SelectionEvent.CandidateRanked;
import refocus.recruitment.application.SelectionEvent.InterviewHeld;
import refocus.recruitment.application.SelectionEvent.InterviewScheduled;
import refocus.recruitment.application.SelectionEvent.NotShortlisted;
import refocus.recruitment.application.SelectionEvent.Shortlisted;
import refocus.recruitment.candidate.CandidateEvent;
import refocus.recruitment.candidate.CandidateEvent.CandidateErased;
import refocus.recruitment.candidate.CandidateEvent.CandidateErasureOrdered;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldPlaced;
import refocus.recruitment.candidate.CandidateEvent.CandidateRegistered;
import refocus.recruitment.candidate.CandidateEvent.EmploymentGapFound;
import refocus.recruitment.candidate.CandidateEvent.GapExplained;
import refocus.recruitment.hold.ServiceHoldEvent;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldPlaced;
import refocus.recruitment.vacancy.VacancyEvent;
import refocus.recruitment.vacancy.VacancyEvent.CriteriaSet;
import refocus.recruitment.vacancy.VacancyEvent.PanelAppointed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyAdvertised;
import refocus.recruitment.vacancy.VacancyEvent.VacancyApproved;
import refocus.recruitment.vacancy.VacancyEvent.VacancyCancelled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyClosed;
import refocus.recruitment.vacancy.VacancyEvent.VacancyExtended;
import refocus.recruitment.vacancy.VacancyEvent.VacancyFilled;
import refocus.recruitment.vacancy.VacancyEvent.VacancyRaised;

/// Keeps, for each candidate, application and vacancy that is over, until when it keeps the candidate; who is held; and
/// who was asked about whom.
@Singleton
public class CandidatesKeptProjection implements Projection<Object> {

    static final Table<CandidateKept> CANDIDATES = Table.of("candidates_kept", CandidateKept.class, "candidate");
    static final Table<ApplicationKept> APPLICATIONS =
            Table.of("candidates_kept_applications", ApplicationKept.class, "application");
    static final Table<ReferenceKept> REFERENCES =
            Table.of("candidates_kept_references", ReferenceKept.class, "reference");
    static final Table<VacancyOver> VACANCIES = Table.of("candidates_kept_vacancies", VacancyOver.class, "vacancy");
    static final Table<CandidateHeld> HOLDS = Table.of("candidates_kept_holds", CandidateHeld.class, "hold");
    static final Table<ServiceHeld> SERVICE_HOLDS =
            Table.of("candidates_kept_service_holds", ServiceHeld.class, "hold");
    static final Table<CandidateDue> ERASING = Table.of("candidates_erasing", CandidateDue.class, "streamId");

    /// What keeps each candidate: derived from the others, never written.
    static final Table<CandidateStanding> STANDING =
            Table.of("candidates_standing", CandidateStanding.class, "candidate");

    /// Those whom nothing keeps any more, with when that began: derived, never written.
    static final Table<CandidateDue> FREE = Table.of("candidates_free", CandidateDue.class, "streamId");

    @Override
    public String name() {
        return "candidates_kept";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(
                        CandidateEvent.class, ApplicationEvent.class, VacancyEvent.class, ServiceHoldEvent.class)),
                Set.of("candidate", "application", "vacancy", "service-hold"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CANDIDATES, APPLICATIONS, REFERENCES, VACANCIES, HOLDS, SERVICE_HOLDS, ERASING, STANDING, FREE);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case CandidateEvent event -> ofCandidate(recorded, event);
            case ApplicationEvent event -> ofApplication(recorded, event);
            case VacancyEvent event -> ofVacancy(recorded, event);
            case ServiceHoldEvent event -> ofService(event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofCandidate(Recorded<?> recorded, CandidateEvent event) {
        String stream = recorded.stream().toString();
        UUID id = recorded.stream().id();
        return switch (event) {
            case CandidateRegistered registered ->
                List.of(CANDIDATES.insert(
                        new CandidateKept(id, keptUntil(recorded, registered.registeredOn()), false)));
            case CandidateHoldPlaced placed -> List.of(HOLDS.insert(new CandidateHeld(placed.hold(), id)));
            case CandidateHoldLifted lifted -> List.of(HOLDS.delete(lifted.hold()));
            case CandidateErasureOrdered ordered ->
                List.of(
                        CANDIDATES.update(CandidateKept::leaving, id),
                        ERASING.insert(new CandidateDue(stream, ordered.destroyedFrom())));
            case CandidateErased _ -> List.of(CANDIDATES.delete(id), ERASING.delete(stream));
            case EmploymentGapFound _, GapExplained _ -> Change.unchanged();
        };
    }

    private static List<Change> ofService(ServiceHoldEvent event) {
        return switch (event) {
            case ServiceHoldPlaced placed -> List.of(SERVICE_HOLDS.insert(new ServiceHeld(placed.hold())));
            case ServiceHoldLifted lifted -> List.of(SERVICE_HOLDS.delete(lifted.hold()));
        };
    }

    private static List<Change> ofApplication(Recorded<?> recorded, ApplicationEvent event) {
        UUID id = recorded.stream().id();
        return switch (event) {
            case ApplicationStarted started ->
                List.of(APPLICATIONS.insert(
                        new ApplicationKept(id, started.candidate(), started.vacancy(), Optional.empty(), false)));
            case ApplicationWithdrawn withdrawn -> ended(recorded, withdrawn.withdrawnOn());
            case SelectionEvent selection -> ofSelection(recorded, selection);
            case OfferEvent offer -> ofOffer(recorded, offer);
            case CheckEvent check -> ofCheck(id, check);
            case ApplicationSubmitted _, ScoreEvent _ -> Change.unchanged();
        };
    }

    private static List<Change> ofCheck(UUID application, CheckEvent event) {
        return switch (event) {
            case ReferenceRequested asked ->
                List.of(REFERENCES.insert(new ReferenceKept(asked.reference(), application)));
            case CheckRequested _,
                    CheckVerified _,
                    CheckFailed _,
                    CheckExpired _,
                    ReferenceReceived _,
                    ReferenceRefused _,
                    ReferenceReplaced _ -> Change.unchanged();
        };
    }

    private static List<Change> ofSelection(Recorded<?> recorded, SelectionEvent event) {
        return switch (event) {
            case NotShortlisted refused -> ended(recorded, refused.decidedOn());
            case Shortlisted _, InterviewScheduled _, InterviewHeld _, CandidateRanked _, CandidateFeedbackGiven _ ->
                Change.unchanged();
        };
    }

    private static List<Change> ofOffer(Recorded<?> recorded, OfferEvent event) {
        return switch (event) {
            case OfferDeclined declined -> ended(recorded, declined.declinedOn());
            case OfferWithdrawn withdrawn -> ended(recorded, withdrawn.withdrawnOn());
            case HireConfirmed _ ->
                List.of(APPLICATIONS.update(
                        ApplicationKept::ofOneHired, recorded.stream().id()));
            case OfferMade _, OfferAccepted _, EarlyStartAssessed _, EarlyStartApproved _, ProbationReviewed _ ->
                Change.unchanged();
        };
    }

    /// With a vacancy end the applications of all who were not hired for it.
    private static List<Change> ofVacancy(Recorded<?> recorded, VacancyEvent event) {
        UUID id = recorded.stream().id();
        return switch (event) {
            case VacancyFilled filled ->
                List.of(VACANCIES.insert(new VacancyOver(id, keptUntil(recorded, filled.filledOn()))));
            case VacancyCancelled cancelled ->
                List.of(VACANCIES.insert(new VacancyOver(id, keptUntil(recorded, cancelled.cancelledOn()))));
            case VacancyRaised _,
                    VacancyApproved _,
                    CriteriaSet _,
                    PanelAppointed _,
                    VacancyAdvertised _,
                    VacancyExtended _,
                    VacancyClosed _ -> Change.unchanged();
        };
    }

    private static List<Change> ended(Recorded<?> recorded, LocalDate on) {
        return List.of(APPLICATIONS.update(
                row -> row.until(keptUntil(recorded, on)), recorded.stream().id()));
    }

    private static LocalDate keptUntil(Recorded<?> recorded, LocalDate ended) {
        return CandidateRule.keptUntil(ended, Wales.dayOf(recorded.recordedAt()));
    }
}
