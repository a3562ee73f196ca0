package refocus.cases.caseload;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.caseload.CaseloadEntry.Status;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each case and one for each hold on it.
@Singleton
public class CaseloadProjection implements Projection<CaseEvent> {

    public static final Table<CaseloadEntry> CASELOAD = Table.of("caseload", CaseloadEntry.class, "caseId");
    public static final Table<Hold> CASELOAD_HOLD = Table.of("caseload_hold", Hold.class, "allocation");

    @Override
    public String name() {
        return "caseload";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(CaseEvent.class), Set.of("case"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CASELOAD, CASELOAD_HOLD);
    }

    @Override
    public List<Change> apply(Recorded<CaseEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case CaseOpened opened -> List.of(CASELOAD.insert(entry(id, opened)));
            case WorkerAllocated allocated -> List.of(CASELOAD_HOLD.insert(hold(id, allocated)));
            case AllocationEnded ended ->
                List.of(CASELOAD_HOLD.update(hold -> hold.ended(ended.to()), ended.allocation()));
            case CaseClosed closed -> List.of(CASELOAD.update(entry -> entry.closed(closed.closedOn()), id));
            case CaseReopened _ -> List.of(CASELOAD.update(CaseloadEntry::reopened, id));
            // A caseload shows who holds a case, not what was done in it.
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _ -> Change.unchanged();
        };
    }

    private static CaseloadEntry entry(UUID id, CaseOpened opened) {
        return new CaseloadEntry(
                id, opened.child(), opened.referral(), Status.OPEN, opened.openedOn(), Optional.empty());
    }

    private static Hold hold(UUID id, WorkerAllocated allocated) {
        return new Hold(
                allocated.allocation(),
                id,
                allocated.worker(),
                allocated.role(),
                allocated.from(),
                Optional.empty(),
                allocated.points());
    }
}
