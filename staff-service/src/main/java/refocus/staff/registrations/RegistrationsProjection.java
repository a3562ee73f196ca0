package refocus.staff.registrations;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.worker.Registration;
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

/// Keeps a row for each registration that runs.
@Singleton
class RegistrationsProjection implements Projection<WorkerEvent> {

    static final Table<RunningRegistration> RUNNING =
            Table.of("registrations_running", RunningRegistration.class, "streamId");

    @Override
    public String name() {
        return "registrations";
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
        return List.of(RUNNING);
    }

    @Override
    public List<Change> apply(Recorded<WorkerEvent> recorded) {
        String stream = recorded.stream().toString();
        return switch (recorded.event()) {
            case RegistrationRecorded registered ->
                List.of(RUNNING.insert(new RunningRegistration(stream, Registration.lapsesAt(registered.renewalOn()))));
            case RegistrationLapsed _, WorkerLeft _ -> List.of(RUNNING.delete(stream));
            case WorkerJoined _,
                    WorkerNamed _,
                    WorkerRoleChanged _,
                    WorkerMoved _,
                    CapacityChanged _,
                    WelshSkillRecorded _,
                    AbsenceRecorded _ -> Change.unchanged();
        };
    }
}
