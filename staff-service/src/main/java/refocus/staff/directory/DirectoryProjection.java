package refocus.staff.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.worker.WorkerEvent;
import refocus.staff.worker.WorkerEvent.AbsenceRecorded;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.RegistrationLapsed;
import refocus.staff.worker.WorkerEvent.RegistrationRecorded;
import refocus.staff.worker.WorkerEvent.WelshSkillRecorded;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;
import refocus.staff.worker.WorkerEvent.WorkerMoved;
import refocus.staff.worker.WorkerEvent.WorkerNamed;
import refocus.staff.worker.WorkerEvent.WorkerRoleChanged;

/// Keeps a row for each worker.
@Singleton
public class DirectoryProjection implements Projection<WorkerEvent> {

    public static final Table<DirectoryEntry> DIRECTORY = Table.of("directory", DirectoryEntry.class, "worker");

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<WorkerEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(WorkerEvent.class), Set.of("worker"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(DIRECTORY);
    }

    @Override
    public List<Change> apply(Recorded<WorkerEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case WorkerJoined joined -> List.of(DIRECTORY.insert(DirectoryEntry.of(id, joined)));
            case WorkerNamed(var name) -> List.of(DIRECTORY.update(entry -> entry.named(name), id));
            case WorkerRoleChanged changed -> List.of(DIRECTORY.update(entry -> entry.after(changed), id));
            case WorkerMoved moved -> List.of(DIRECTORY.update(entry -> entry.after(moved), id));
            case CapacityChanged changed -> List.of(DIRECTORY.update(entry -> entry.after(changed), id));
            case RegistrationRecorded registered ->
                List.of(DIRECTORY.update(entry -> entry.registered(registered.renewalOn(), false), id));
            case RegistrationLapsed lapsed ->
                List.of(DIRECTORY.update(entry -> entry.registered(lapsed.renewalOn(), true), id));
            case WorkerLeft left -> List.of(DIRECTORY.update(entry -> entry.gone(left.lastDay()), id));
            // The directory shows who is where, not who is away or speaks what.
            case WelshSkillRecorded _, AbsenceRecorded _ -> Change.unchanged();
        };
    }
}
