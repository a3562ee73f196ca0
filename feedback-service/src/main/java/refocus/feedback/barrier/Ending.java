package refocus.feedback.barrier;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.feedback.barrier.Barrier.Gone;
import refocus.feedback.barrier.Barrier.Open;
import refocus.feedback.barrier.Barrier.Paused;
import refocus.feedback.barrier.Barrier.Resolved;
import refocus.feedback.barrier.Barrier.Unraised;
import refocus.feedback.barrier.Barrier.Unresolved;
import refocus.feedback.barrier.BarrierCommand.CloseUnresolved;
import refocus.feedback.barrier.BarrierCommand.ConfirmResolution;
import refocus.feedback.barrier.BarrierCommand.ReopenBarrier;
import refocus.feedback.barrier.BarrierCommand.ResolveBarrier;
import refocus.feedback.barrier.BarrierEvent.BarrierClosedUnresolved;
import refocus.feedback.barrier.BarrierEvent.BarrierReopened;
import refocus.feedback.barrier.BarrierEvent.BarrierResolved;
import refocus.feedback.barrier.BarrierEvent.ResolutionConfirmed;

/// The rules of how a barrier ends: said to be gone, confirmed by those it kept from children, back again, or given up.
final class Ending {

    /// How many supporters together may confirm in the raiser's place.
    private static final int SUPPORTERS_TO_CONFIRM = 3;

    private Ending() {}

    static List<BarrierEvent> resolve(Barrier state, ResolveBarrier asked) {
        if (state instanceof Resolved) {
            return List.of();
        }
        return List.of(new BarrierResolved(about(Barrier.raiser(Barrier.running(state)), asked.how()), asked.on()));
    }

    static List<BarrierEvent> confirm(Barrier state, ConfirmResolution asked) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open _, Paused _ -> throw new Refused("barrier-not-resolved");
            case Resolved(var file, var before) -> confirm(file, before, asked);
            case Gone _ -> List.of();
            case Unresolved _ -> throw new Refused("barrier-over");
        };
    }

    private static List<BarrierEvent> confirm(BarrierFile file, Set<UUID> before, ConfirmResolution asked) {
        mustKnow(file, asked.worker());
        if (before.contains(asked.worker())) {
            return List.of();
        }
        boolean settled = file.raised().raisedBy().equals(asked.worker()) || before.size() + 1 >= SUPPORTERS_TO_CONFIRM;
        return List.of(new ResolutionConfirmed(asked.worker(), asked.feltHeard(), settled, asked.on()));
    }

    static List<BarrierEvent> reopen(Barrier state, ReopenBarrier asked) {
        if (state instanceof Open || state instanceof Paused) {
            return List.of();
        }
        BarrierFile file = Barrier.file(state);
        mustKnow(file, asked.worker());
        Optional<LocalDate> dueOn = file.assignment().map(_ -> asked.nextDueOn());
        return List.of(new BarrierReopened(about(Barrier.raiser(file), asked.reason()), asked.on(), dueOn));
    }

    static List<BarrierEvent> close(Barrier state, CloseUnresolved asked) {
        if (state instanceof Unresolved) {
            return List.of();
        }
        BarrierFile file = Barrier.running(state);
        return List.of(new BarrierClosedUnresolved(
                asked.reason(), about(Barrier.raiser(file), asked.explanation()), asked.on()));
    }

    private static void mustKnow(BarrierFile file, UUID worker) {
        if (!file.knows(worker)) {
            throw new Refused("not-yours-to-confirm").notAllowed();
        }
    }
}
