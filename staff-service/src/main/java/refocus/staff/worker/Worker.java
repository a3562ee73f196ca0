package refocus.staff.worker;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerEvent.AbsenceRecorded;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;

/// One member of staff, and every rule about what may be asked of their record.
public sealed interface Worker {

    record NotJoined() implements Worker {}

    /// Works here.
    ///
    /// @param fte as last contracted, whether it is in force yet or not
    record InPost(Sealed name, Optional<String> role, BigDecimal fte, LocalDate fteFrom, LocalDate startsOn)
            implements Worker {

        InPost contractedFor(BigDecimal newFte, LocalDate from) {
            return new InPost(name, role, newFte, from, startsOn);
        }
    }

    record Gone(InPost was, LocalDate lastDay) implements Worker {}

    StreamType<WorkerCommand, WorkerEvent, Worker> TYPE = StreamType.of(
            "worker", new Decider<>(new NotJoined(), Worker::decide, Worker::evolve), WorkerEvent.class, Worker.class);

    static List<WorkerEvent> decide(Worker state, WorkerCommand command) {
        return switch (command) {
            case Join joining -> join(state, joining);
            case ChangeCapacity changing -> change(state, changing);
            case RecordAbsence absence -> record(state, absence);
            case Leave leaving -> leave(state, leaving);
        };
    }

    static Worker evolve(Worker state, WorkerEvent event) {
        return switch (event) {
            case WorkerJoined(var name, var role, var fte, var startsOn) ->
                new InPost(name, role, fte, startsOn, startsOn);
            case CapacityChanged(var fte, var from) ->
                mustBeInPost(state, event).contractedFor(fte, from);
            case AbsenceRecorded _ -> state;
            case WorkerLeft(var lastDay) -> new Gone(mustBeInPost(state, event), lastDay);
        };
    }

    private static List<WorkerEvent> join(Worker state, Join asked) {
        return switch (state) {
            case NotJoined _ ->
                List.of(new WorkerJoined(
                        about(asked.worker(), asked.name()), asked.role(), asked.fte(), asked.startsOn()));
            // The id derives from the command, so this is the same command again.
            case InPost _, Gone _ -> List.of();
        };
    }

    private static List<WorkerEvent> change(Worker state, ChangeCapacity asked) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost worker
            when asked.from().isBefore(worker.startsOn()) -> throw new Impossible("from", "before-joining");
            case InPost worker
            when asked.fte().compareTo(worker.fte()) == 0 && asked.from().equals(worker.fteFrom()) -> List.of();
            case InPost _ -> List.of(new CapacityChanged(asked.fte(), asked.from()));
            case Gone _ -> throw new Refused("worker-left");
        };
    }

    private static List<WorkerEvent> record(Worker state, RecordAbsence asked) {
        if (state instanceof NotJoined) {
            throw new Unknown("worker");
        }
        if (!asked.to().isAfter(asked.from())) {
            throw new Impossible("to", "not-after-from");
        }
        return List.of(new AbsenceRecorded(asked.from(), asked.to()));
    }

    private static List<WorkerEvent> leave(Worker state, Leave asked) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost worker
            when asked.lastDay().isBefore(worker.startsOn()) -> throw new Impossible("lastDay", "before-joining");
            case InPost _ -> List.of(new WorkerLeft(asked.lastDay()));
            case Gone gone when gone.lastDay().equals(asked.lastDay()) -> List.of();
            case Gone _ -> throw new Refused("worker-left");
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static InPost mustBeInPost(Worker state, WorkerEvent event) {
        if (state instanceof InPost worker) {
            return worker;
        }
        throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
