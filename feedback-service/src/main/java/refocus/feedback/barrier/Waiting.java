package refocus.feedback.barrier;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Sealed;
import refocus.feedback.barrier.Barrier.Gone;
import refocus.feedback.barrier.Barrier.Open;
import refocus.feedback.barrier.Barrier.Paused;
import refocus.feedback.barrier.Barrier.Resolved;
import refocus.feedback.barrier.Barrier.Unraised;
import refocus.feedback.barrier.Barrier.Unresolved;
import refocus.feedback.barrier.BarrierCommand.EscalateBarrier;
import refocus.feedback.barrier.BarrierCommand.PassDueDay;
import refocus.feedback.barrier.BarrierCommand.PauseBarrier;
import refocus.feedback.barrier.BarrierEvent.BarrierEscalated;
import refocus.feedback.barrier.BarrierEvent.BarrierPaused;
import refocus.feedback.barrier.BarrierEvent.BarrierResumed;

/// The rules of a barrier's days: when it is overdue, how it climbs, and how long it may rest.
final class Waiting {

    private Waiting() {}

    static List<BarrierEvent> escalate(BarrierFile file, EscalateBarrier asked) {
        if (file.level() >= asked.top()) {
            throw new Refused("barrier-at-top");
        }
        Optional<Sealed> reason = Optional.of(about(Barrier.raiser(file), asked.reason()));
        return List.of(new BarrierEscalated(
                file.level() + 1, false, Barrier.assigned(file).dueOn(), asked.nextDueOn(), reason));
    }

    /// A clock that comes late, or twice, finds nothing left to do.
    static List<BarrierEvent> pass(Barrier state, PassDueDay asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open(var file) ->
                file.assignment()
                        .filter(held -> held.dueOn().isBefore(asked.today()))
                        // At the top it is put there again: there is no step at which a barrier is forgotten.
                        .<List<BarrierEvent>>map(held -> List.of(new BarrierEscalated(
                                Math.min(file.level() + 1, asked.top()),
                                true,
                                held.dueOn(),
                                asked.nextDueOn(),
                                Optional.empty())))
                        .orElse(List.of());
            case Paused paused when paused.until().isBefore(asked.today()) -> resumed(paused, asked.today());
            case Paused _, Resolved _, Gone _, Unresolved _ -> List.of();
        };
    }

    static List<BarrierEvent> pause(Barrier state, PauseBarrier asked) {
        if (state instanceof Paused paused && paused.until().equals(asked.until())) {
            return List.of();
        }
        BarrierFile file = Barrier.open(state);
        if (!asked.until().isAfter(asked.on())) {
            throw new Impossible("until", "pause-ends-before");
        }
        return List.of(new BarrierPaused(about(Barrier.raiser(file), asked.reason()), asked.on(), asked.until()));
    }

    static List<BarrierEvent> resume(Barrier state, LocalDate on) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open _ -> List.of();
            case Paused paused -> resumed(paused, on);
            case Resolved _, Gone _, Unresolved _ -> throw new Refused("barrier-over");
        };
    }

    private static List<BarrierEvent> resumed(Paused paused, LocalDate on) {
        long days = Math.max(0, ChronoUnit.DAYS.between(paused.since(), on));
        Optional<LocalDate> dueOn =
                paused.file().assignment().map(held -> held.dueOn().plusDays(days));
        return List.of(new BarrierResumed(on, dueOn));
    }
}
