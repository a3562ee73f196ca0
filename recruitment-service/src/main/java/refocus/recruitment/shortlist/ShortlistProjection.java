package refocus.recruitment.shortlist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.recruitment.application.ApplicationEvent;
import refocus.recruitment.application.ApplicationEvent.ApplicationStarted;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.ApplicationEvent.ApplicationWithdrawn;
import refocus.recruitment.application.ApplicationStatus;
import refocus.recruitment.application.CheckEvent;
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

/// Keeps a row for each application.
@Singleton
public class ShortlistProjection implements Projection<ApplicationEvent> {

    public static final Table<ShortlistEntry> SHORTLIST = Table.of("shortlist", ShortlistEntry.class, "application");

    @Override
    public String name() {
        return "shortlist";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<ApplicationEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(ApplicationEvent.class), Set.of("application"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SHORTLIST);
    }

    @Override
    public List<Change> apply(Recorded<ApplicationEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case ApplicationStarted started -> List.of(SHORTLIST.insert(entry(id, started)));
            case ApplicationSubmitted submitted ->
                changed(
                        id,
                        row -> row.submitted(
                                submitted.submittedOn(), submitted.lateReason().isPresent()));
            case ApplicationWithdrawn _ -> now(id, ApplicationStatus.WITHDRAWN);
            case SelectionEvent selection -> ofSelection(id, selection);
            case OfferEvent offer -> ofOffer(id, offer);
            // Scores are the scorecard's, and checks have a list of their own.
            case ScoreEvent _, CheckEvent _ -> Change.unchanged();
        };
    }

    private static List<Change> ofSelection(UUID id, SelectionEvent event) {
        return switch (event) {
            case Shortlisted _ -> now(id, ApplicationStatus.SHORTLISTED);
            case NotShortlisted _ -> now(id, ApplicationStatus.NOT_SHORTLISTED);
            case InterviewScheduled(var time) -> changed(id, row -> row.interviewedAt(time));
            case InterviewHeld _ -> now(id, ApplicationStatus.INTERVIEWED);
            // They stand with the application.
            case CandidateRanked _, CandidateFeedbackGiven _ -> Change.unchanged();
        };
    }

    private static List<Change> ofOffer(UUID id, OfferEvent event) {
        return switch (event) {
            case OfferMade _ -> now(id, ApplicationStatus.OFFERED);
            case OfferAccepted _ -> now(id, ApplicationStatus.ACCEPTED);
            case OfferDeclined _ -> now(id, ApplicationStatus.OFFER_DECLINED);
            case OfferWithdrawn _ -> now(id, ApplicationStatus.OFFER_WITHDRAWN);
            case HireConfirmed hire -> changed(id, row -> row.hired(hire.startsOn()));
            case EarlyStartAssessed _, EarlyStartApproved _, ProbationReviewed _ -> Change.unchanged();
        };
    }

    private static List<Change> now(UUID id, ApplicationStatus status) {
        return changed(id, row -> row.now(status));
    }

    private static List<Change> changed(UUID id, UnaryOperator<ShortlistEntry> change) {
        return List.of(SHORTLIST.update(change, id));
    }

    private static ShortlistEntry entry(UUID id, ApplicationStarted started) {
        return new ShortlistEntry(
                id,
                started.vacancy(),
                started.candidate(),
                ApplicationStatus.STARTED,
                started.startedOn(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
