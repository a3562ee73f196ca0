package refocus.cases.childcase;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.childcase.CaseCommand.CloseCase;
import refocus.cases.childcase.CaseCommand.EndAllocation;
import refocus.cases.childcase.CaseCommand.OpenCase;
import refocus.cases.childcase.CaseCommand.RecordDirectWork;
import refocus.cases.childcase.CaseCommand.RecordMissedDirectWork;
import refocus.cases.childcase.CaseCommand.RecordNote;
import refocus.cases.childcase.CaseCommand.ReopenCase;
import refocus.cases.childcase.CaseCommand.When;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// One child's case, from opening to closure, and every rule about what may happen next.
public sealed interface ChildCase {

    record Unopened() implements ChildCase {}

    record Open(CaseFile file) implements ChildCase {}

    record Closed(CaseFile file, CaseClosed closure) implements ChildCase {}

    StreamType<CaseCommand, CaseEvent, ChildCase> TYPE = StreamType.of(
            "case",
            new Decider<>(new Unopened(), ChildCase::decide, ChildCase::evolve),
            CaseEvent.class,
            ChildCase.class);

    /// The allocation that the command made, or that stood already when it was asked for again.
    static UUID allocationOf(ChildCase state, AllocateWorker asked) {
        return known(state)
                .running()
                .filter(running -> running.answers(asked))
                .map(Allocation::id)
                .findFirst()
                .orElse(asked.allocation());
    }

    static List<CaseEvent> decide(ChildCase state, CaseCommand command) {
        return switch (command) {
            case OpenCase opening -> open(state, opening);
            case AllocateWorker allocating -> allocate(state, allocating);
            case EndAllocation ending -> endAllocation(state, ending);
            case RecordDirectWork(var session, var when) ->
                List.of(DirectWork.held(known(state).child(), session, when, outsideRule(state, when)));
            case RecordMissedDirectWork missed ->
                List.of(DirectWork.notHeld(known(state).child(), missed, outsideRule(state, missed.when())));
            case RecordNote note -> List.of(noted(known(state).child(), note, outsideRule(state, note.when())));
            case CloseCase closing -> close(state, closing);
            case ReopenCase reopening -> reopen(state, reopening);
        };
    }

    static ChildCase evolve(ChildCase state, CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> new Open(CaseFile.of(opened));
            case WorkerAllocated allocated -> new Open(mustBeOpen(state, event).with(Allocation.of(allocated)));
            case AllocationEnded ended -> new Open(mustBeOpen(state, event).after(ended));
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _ -> state;
            case CaseClosed closed -> new Closed(mustBeOpen(state, event), closed);
            case CaseReopened _ when state instanceof Closed closed -> new Open(closed.file());
            case CaseReopened _ -> throw misplaced(state, event);
        };
    }

    private static List<CaseEvent> open(ChildCase state, OpenCase asked) {
        return switch (state) {
            case Unopened _ -> List.of(new CaseOpened(asked.child(), asked.referral(), asked.openedOn()));
            // The id derives from the command, so this is the same command again.
            case Open _, Closed _ -> List.of();
        };
    }

    private static List<CaseEvent> allocate(ChildCase state, AllocateWorker asked) {
        return switch (state) {
            case Unopened _ -> throw new Unknown("case");
            case Closed _ -> throw new Refused("case-closed");
            // Asking twice is a retry, not a mistake.
            case Open(var file) when file.running().anyMatch(running -> running.answers(asked)) -> List.of();
            case Open(var file)
            when asked.role() == CaseCommand.Role.LEAD && file.isLedAfter(asked.from()) ->
                throw new Refused("lead-allocated");
            case Open(var file) when file.holds(asked.worker(), asked.role()) -> throw new Refused("worker-allocated");
            case Open(var file) -> List.of(allocated(file, asked));
        };
    }

    private static WorkerAllocated allocated(CaseFile file, AllocateWorker asked) {
        mustBeAvailable(asked);
        return new WorkerAllocated(
                file.child(),
                asked.allocation(),
                asked.worker(),
                asked.role(),
                asked.from(),
                asked.reason(),
                asked.points());
    }

    /// The worker must be here, and registered, when the hold begins and when it was decided; one who was then is
    /// recorded though they are gone today.
    private static void mustBeAvailable(AllocateWorker asked) {
        LocalDate day = asked.from().isAfter(asked.on()) ? asked.from() : asked.on();
        if (asked.standing().hasLeftBy(day)) {
            throw new Refused("worker-left", asked.standing().lastDay().orElseThrow());
        }
        if (asked.standing().hasLapsedBy(day)) {
            throw new Refused("registration-lapsed", asked.standing().lapsedOn().orElseThrow());
        }
    }

    private static List<CaseEvent> endAllocation(ChildCase state, EndAllocation asked) {
        CaseFile file = known(state);
        Allocation allocation = file.allocation(asked.allocation());
        if (allocation.to().equals(Optional.of(asked.to()))) {
            return List.of();
        }
        if (allocation.to().isPresent()) {
            throw new Refused("allocation-ended");
        }
        if (asked.to().isBefore(allocation.from())) {
            throw new Impossible("to", "before-from");
        }
        return List.of(ended(file, allocation, asked.to(), asked.reason()));
    }

    private static AllocationEnded ended(CaseFile file, Allocation allocation, LocalDate to, Optional<String> reason) {
        return new AllocationEnded(file.child(), allocation.id(), allocation.worker(), allocation.role(), to, reason);
    }

    private static CaseNoteRecorded noted(UUID child, RecordNote note, Optional<String> outsideRule) {
        return new CaseNoteRecorded(
                child,
                note.workers(),
                note.when().on(),
                note.with(),
                note.mode(),
                about(child, note.summary()),
                note.minutes(),
                outsideRule);
    }

    /// What happened is never refused; after closing it is marked for a manager to see.
    private static Optional<String> outsideRule(ChildCase state, When when) {
        return state instanceof Closed closed
                        && when.at().isAfter(closed.closure().closedAt())
                ? Optional.of("case-closed")
                : Optional.empty();
    }

    private static List<CaseEvent> close(ChildCase state, CloseCase asked) {
        return switch (state) {
            case Unopened _ -> throw new Unknown("case");
            case Closed _ -> throw new Refused("case-closed");
            case Open(var file)
            when asked.when().on().isBefore(file.openedOn()) -> throw new Impossible("occurredAt", "before-opening");
            case Open(var file) ->
                Stream.concat(allocationsEnded(file, asked.when().on()), Stream.of(closed(file.child(), asked)))
                        .toList();
        };
    }

    /// Nobody holds a closed case; what was planned to begin later never does.
    private static Stream<CaseEvent> allocationsEnded(CaseFile file, LocalDate on) {
        return file.running().map(running -> {
            LocalDate to = on.isBefore(running.from()) ? running.from() : on;
            return ended(file, running, to, Optional.of("CASE_CLOSED"));
        });
    }

    private static CaseClosed closed(UUID child, CloseCase asked) {
        return new CaseClosed(
                child,
                asked.reason(),
                about(child, asked.outcome()),
                about(child, asked.childView()),
                asked.childTold(),
                asked.when().on(),
                asked.when().at(),
                Optional.of(asked.decision()));
    }

    private static List<CaseEvent> reopen(ChildCase state, ReopenCase asked) {
        return switch (state) {
            case Unopened _ -> throw new Unknown("case");
            case Open _ -> throw new Refused("case-open");
            case Closed closed
            when asked.when().at().isBefore(closed.closure().closedAt()) ->
                throw new Impossible("occurredAt", "before-closing");
            case Closed closed ->
                List.of(new CaseReopened(
                        closed.file().child(), asked.reason(), asked.when().on()));
        };
    }

    private static CaseFile known(ChildCase state) {
        return switch (state) {
            case Unopened _ -> throw new Unknown("case");
            case Open(var file) -> file;
            case Closed closed -> closed.file();
        };
    }

    private static CaseFile mustBeOpen(ChildCase state, CaseEvent event) {
        if (state instanceof Open(var file)) {
            return file;
        }
        throw misplaced(state, event);
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(ChildCase state, CaseEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
