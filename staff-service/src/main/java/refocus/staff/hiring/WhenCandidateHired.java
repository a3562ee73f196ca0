package refocus.staff.hiring;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;
import refocus.staff.hiring.HireMessage.HireConfirmed;
import refocus.staff.worker.Terms;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerEvent;

/// When a candidate is hired, they join as a worker: once, whatever repeats, for the id derives from the event.
///
/// A role that is not in the code set parks the application's stream until somebody looks.
@Singleton
public class WhenCandidateHired implements Reaction<HireMessage> {

    private final Desk<WorkerCommand, WorkerEvent, Worker> desk;
    private final CodeSets codes;

    WhenCandidateHired(Desks desks, CodeSets codes) {
        this.desk = desks.of(Worker.TYPE);
        this.codes = codes;
    }

    @Override
    public String name() {
        return "when_candidate_hired";
    }

    @Override
    public Projection.Feed<HireMessage> feed() {
        return new Projection.Feed.Topic<>(
                EventTypes.of(HireMessage.class),
                "refocus.recruitment.events",
                "refocus.recruitment",
                Set.of("application"),
                true);
    }

    @Override
    public Uni<?> react(Recorded<HireMessage> recorded) {
        return switch (recorded.event()) {
            case HireConfirmed hired -> {
                UUID worker = derived(recorded.id(), "worker");
                yield desk.handle(worker, joining(worker, recorded.stream().id(), hired), because(recorded, "join"));
            }
        };
    }

    private Join joining(UUID worker, UUID application, HireConfirmed hired) {
        String role = codes.checked("worker-role", "role", hired.role());
        var terms = new Terms(
                Optional.of(role),
                codes.level("worker-role", role),
                hired.fte(),
                Optional.empty(),
                false,
                hired.team(),
                hired.base(),
                hired.startsOn());
        return new Join(worker, Optional.empty(), terms, Optional.of(application), hired.checks());
    }
}
