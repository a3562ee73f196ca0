package refocus.cases.sessiontime;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/// Adds up each worker's minutes by day.
@Singleton
public class SessionTimeProjection implements Projection<CaseEvent> {

    static final Table<SessionTime> SESSION_TIME = Table.of("session_time", SessionTime.class, "worker", "day");

    @Override
    public String name() {
        return "session_time";
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
        return List.of(SESSION_TIME);
    }

    @Override
    public List<Change> apply(Recorded<CaseEvent> recorded) {
        return switch (recorded.event()) {
            case DirectWorkHeld held ->
                spent(
                        held.workers(),
                        held.heldOn(),
                        held.minutes() + held.travelMinutes().orElse(0));
            case CaseNoteRecorded note ->
                spent(note.workers(), note.heldOn(), note.minutes().orElse(0));
            case CaseOpened _,
                    WorkerAllocated _,
                    AllocationEnded _,
                    DirectWorkNotHeld _,
                    CaseClosed _,
                    CaseReopened _ -> Change.unchanged();
        };
    }

    private static List<Change> spent(List<UUID> workers, LocalDate day, int minutes) {
        return workers.stream()
                .map(worker -> SESSION_TIME.add(new SessionTime(worker, day, minutes)))
                .toList();
    }
}
