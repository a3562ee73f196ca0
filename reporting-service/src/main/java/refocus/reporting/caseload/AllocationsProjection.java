package refocus.reporting.caseload;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.caseload.Hold.HOLDS;
import static refocus.reporting.caseload.HoldFact.FACTS;
import static refocus.reporting.caseload.StandingFact.STANDINGS;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/// Who holds which case from when to when, and when cases are open.
@Singleton
class AllocationsProjection implements Projection<CaseMessage> {

    @Override
    public String name() {
        return "allocations";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed("case");
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, HOLDS, STANDINGS);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        return switch (recorded.event()) {
            case WorkerAllocated allocated -> begun(recorded, allocated);
            case AllocationEnded(var allocation, var to) -> ended(recorded, allocation, to);
            case CaseOpened(var _, var openedOn) -> turned(recorded, openedOn, true);
            case CaseReopened(var _, var reopenedOn) -> turned(recorded, reopenedOn, true);
            case CaseClosed(var _, var closedOn) -> turned(recorded, closedOn, false);
            case ChildRecordCreated _, ChildDetailsCorrected _, ChildDied _, AboutAccess _ -> unchanged();
            case OfRecordKeeping _ -> unchanged();
            case ReferralReceived _, ReferralLinkedToEarlier _, ReferralAcknowledged _, ReferralTriaged _ ->
                unchanged();
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _, WorkTimeLogged _ -> unchanged();
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

    private static List<Change> begun(Recorded<CaseMessage> recorded, WorkerAllocated allocated) {
        UUID caseId = recorded.stream().id();
        return List.of(
                FACTS.insert(fact(
                        recorded,
                        allocated.allocation(),
                        allocated.from(),
                        Optional.of(allocated.worker()),
                        Optional.of(allocated.role()),
                        allocated.points())),
                HOLDS.insert(new Hold(
                        allocated.allocation(),
                        caseId,
                        allocated.worker(),
                        allocated.role(),
                        allocated.points(),
                        allocated.from(),
                        Optional.empty())));
    }

    private static List<Change> ended(Recorded<CaseMessage> recorded, UUID allocation, LocalDate to) {
        return List.of(
                FACTS.insert(fact(recorded, allocation, to, Optional.empty(), Optional.empty(), Optional.empty())),
                HOLDS.update(hold -> hold.until(to), allocation));
    }

    private static HoldFact fact(
            Recorded<CaseMessage> recorded,
            UUID allocation,
            LocalDate day,
            Optional<UUID> worker,
            Optional<String> role,
            Optional<BigDecimal> points) {
        return new HoldFact(
                recorded.id(),
                allocation,
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                day,
                worker.isPresent(),
                worker,
                role,
                points,
                recorded.occurredAt(),
                recorded.recordedAt());
    }

    private static List<Change> turned(Recorded<CaseMessage> recorded, LocalDate day, boolean open) {
        return List.of(STANDINGS.insert(new StandingFact(
                recorded.id(),
                recorded.stream().id(),
                type(recorded),
                recorded.stream().toString(),
                recorded.version(),
                day,
                open,
                recorded.occurredAt(),
                recorded.recordedAt())));
    }

    private static String type(Recorded<CaseMessage> recorded) {
        return CaseMessage.TYPES.of(recorded.event()).name();
    }
}
