package refocus.reporting.directwork;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.directwork.TravelDay.TRAVEL;
import static refocus.reporting.directwork.WorkFact.FACTS;
import static refocus.reporting.directwork.WorkerWeek.WEEKS;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.casework.CaseMessage;
import refocus.reporting.casework.CaseMessage.AboutAccess;
import refocus.reporting.casework.CaseMessage.AllocationEnded;
import refocus.reporting.casework.CaseMessage.CaseClosed;
import refocus.reporting.casework.CaseMessage.CaseNoteRecorded;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.CaseReopened;
import refocus.reporting.casework.CaseMessage.ChildDetailsCorrected;
import refocus.reporting.casework.CaseMessage.ChildDied;
import refocus.reporting.casework.CaseMessage.ChildRecordCreated;
import refocus.reporting.casework.CaseMessage.DeadlineMet;
import refocus.reporting.casework.CaseMessage.DeadlineMissed;
import refocus.reporting.casework.CaseMessage.DeadlineSet;
import refocus.reporting.casework.CaseMessage.DecisionOverturned;
import refocus.reporting.casework.CaseMessage.DecisionProposed;
import refocus.reporting.casework.CaseMessage.DecisionReferredUp;
import refocus.reporting.casework.CaseMessage.DecisionReturnedDown;
import refocus.reporting.casework.CaseMessage.DecisionReviewed;
import refocus.reporting.casework.CaseMessage.DecisionRightRetired;
import refocus.reporting.casework.CaseMessage.DecisionRightSet;
import refocus.reporting.casework.CaseMessage.DecisionSupported;
import refocus.reporting.casework.CaseMessage.DecisionTaken;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.casework.CaseMessage.DirectWorkNotHeld;
import refocus.reporting.casework.CaseMessage.OfRecordKeeping;
import refocus.reporting.casework.CaseMessage.ReferralAcknowledged;
import refocus.reporting.casework.CaseMessage.ReferralLinkedToEarlier;
import refocus.reporting.casework.CaseMessage.ReferralReceived;
import refocus.reporting.casework.CaseMessage.ReferralTriaged;
import refocus.reporting.casework.CaseMessage.WorkTimeLogged;
import refocus.reporting.casework.CaseMessage.WorkerAllocated;

/// What workers' time went to: every telling of it as a fact, and its sums by worker, week and month.
@Singleton
class DirectWorkProjection implements Projection<CaseMessage> {

    @Override
    public String name() {
        return "direct_work";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed("case", "work-day");
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, WEEKS, TRAVEL);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        return switch (recorded.event()) {
            case DirectWorkHeld session -> changes(recorded, held(session));
            case CaseNoteRecorded note -> changes(recorded, noted(note));
            case WorkTimeLogged time -> changes(recorded, List.of(logged(time)));
            // A session that was not held took nobody's time.
            case DirectWorkNotHeld _ -> unchanged();
            case ChildRecordCreated _, ChildDetailsCorrected _, ChildDied _, AboutAccess _ -> unchanged();
            case OfRecordKeeping _ -> unchanged();
            case ReferralReceived _, ReferralLinkedToEarlier _, ReferralAcknowledged _, ReferralTriaged _ ->
                unchanged();
            case CaseOpened _, WorkerAllocated _, AllocationEnded _, CaseClosed _, CaseReopened _ -> unchanged();
            case DeadlineSet _, DeadlineMet _, DeadlineMissed _ -> unchanged();
            case DecisionProposed _,
                    DecisionSupported _,
                    DecisionReferredUp _,
                    DecisionReturnedDown _,
                    DecisionTaken _,
                    DecisionOverturned _,
                    DecisionReviewed _,
                    DecisionRightSet _,
                    DecisionRightRetired _ -> unchanged();
        };
    }

    /// Two workers count twice; travel is told once for the session and counts once.
    private static List<Spent> held(DirectWorkHeld session) {
        int travel = session.travelMinutes().orElse(0);
        UUID driver = session.workers().getFirst();
        return session.workers().stream()
                .map(worker -> Spent.inSession(
                        worker,
                        session.heldOn(),
                        session.minutes(),
                        session.isOnlyRequiredVisit(),
                        worker.equals(driver) ? travel : 0))
                .toList();
    }

    private static List<Spent> noted(CaseNoteRecorded note) {
        return note.minutes().stream()
                .flatMap(minutes -> note.workers().stream().map(worker -> Spent.onNote(worker, note.heldOn(), minutes)))
                .toList();
    }

    private static Spent logged(WorkTimeLogged time) {
        return Spent.logged(time.worker(), time.date(), time.isTravel(), time.minutes());
    }

    private static List<Change> changes(Recorded<CaseMessage> recorded, List<Spent> spent) {
        return IntStream.range(0, spent.size())
                .boxed()
                .flatMap(line -> spent.get(line).changes(recorded, line).stream())
                .toList();
    }
}
