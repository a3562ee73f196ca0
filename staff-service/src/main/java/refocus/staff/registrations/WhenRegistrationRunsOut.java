package refocus.staff.registrations;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerCommand.LapseRegistration;
import refocus.staff.worker.WorkerEvent;

/// When a registration's renewal day is over and it has not been renewed, it lapses.
@Singleton
class WhenRegistrationRunsOut implements WhenDue {

    private final Desk<WorkerCommand, WorkerEvent, Worker> desk;

    WhenRegistrationRunsOut(Desks desks) {
        this.desk = desks.of(Worker.TYPE);
    }

    @Override
    public String name() {
        return "when_registration_runs_out";
    }

    @Override
    public String view() {
        return RegistrationsProjection.RUNNING.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        return desk.handle(stream.id(), new LapseRegistration(Instant.now()), asking);
    }
}
