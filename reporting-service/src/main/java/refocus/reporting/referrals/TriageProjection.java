package refocus.reporting.referrals;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.referrals.TriageFact.FACTS;
import static refocus.reporting.referrals.TriageMonth.MONTHS;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
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

/// How soon referrals were triaged, from their deadlines: case-service knows the working days and does the counting.
@Singleton
class TriageProjection implements Projection<CaseMessage> {

    private static final String NEXT_ACTION = "next-action";

    @Override
    public String name() {
        return "referral_triage";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed("deadline");
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, MONTHS);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        return switch (recorded.event()) {
            case DeadlineSet(var rule, var dueOn) when rule.equals(NEXT_ACTION) -> counted(recorded, dueOn, 1, 0, 0);
            case DeadlineMet(var rule, var dueOn, var onTime)
            when rule.equals(NEXT_ACTION) -> counted(recorded, dueOn, 0, 1, onTime ? 1 : 0);
            // Other deadlines are other figures.
            case DeadlineSet _, DeadlineMet _ -> unchanged();
            // Not yet triaged is late with or without the clock having said so.
            case DeadlineMissed _ -> unchanged();
            case ChildRecordCreated _, ChildDetailsCorrected _, ChildDied _, AboutAccess _ -> unchanged();
            case OfRecordKeeping _ -> unchanged();
            case ReferralReceived _, ReferralLinkedToEarlier _, ReferralAcknowledged _, ReferralTriaged _ ->
                unchanged();
            case CaseOpened _, WorkerAllocated _, AllocationEnded _, CaseClosed _, CaseReopened _ -> unchanged();
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _, WorkTimeLogged _ -> unchanged();
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

    private static List<Change> counted(
            Recorded<CaseMessage> recorded, LocalDate dueOn, int due, int decided, int inTime) {
        return List.of(
                FACTS.insert(new TriageFact(
                        recorded.id(),
                        CaseMessage.TYPES.of(recorded.event()).name(),
                        recorded.stream().toString(),
                        recorded.version(),
                        dueOn,
                        due,
                        decided,
                        inTime,
                        recorded.occurredAt(),
                        recorded.recordedAt())),
                MONTHS.add(new TriageMonth(dueOn.withDayOfMonth(1), (long) due, (long) decided, (long) inTime)));
    }
}
