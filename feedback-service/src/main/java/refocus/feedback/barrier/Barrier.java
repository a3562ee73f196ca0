package refocus.feedback.barrier;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Sealed;
import refocus.feedback.barrier.BarrierCommand.AcceptBarrier;
import refocus.feedback.barrier.BarrierCommand.AgreeWorkaround;
import refocus.feedback.barrier.BarrierCommand.AssignBarrier;
import refocus.feedback.barrier.BarrierCommand.CloseUnresolved;
import refocus.feedback.barrier.BarrierCommand.ConfirmResolution;
import refocus.feedback.barrier.BarrierCommand.DisputeBarrier;
import refocus.feedback.barrier.BarrierCommand.EscalateBarrier;
import refocus.feedback.barrier.BarrierCommand.PassDueDay;
import refocus.feedback.barrier.BarrierCommand.PauseBarrier;
import refocus.feedback.barrier.BarrierCommand.RaiseBarrier;
import refocus.feedback.barrier.BarrierCommand.ReopenBarrier;
import refocus.feedback.barrier.BarrierCommand.ReportProgress;
import refocus.feedback.barrier.BarrierCommand.ResolveBarrier;
import refocus.feedback.barrier.BarrierCommand.ResumeBarrier;
import refocus.feedback.barrier.BarrierCommand.SupportBarrier;
import refocus.feedback.barrier.BarrierEvent.BarrierAccepted;
import refocus.feedback.barrier.BarrierEvent.BarrierAssigned;
import refocus.feedback.barrier.BarrierEvent.BarrierClosedUnresolved;
import refocus.feedback.barrier.BarrierEvent.BarrierDisputed;
import refocus.feedback.barrier.BarrierEvent.BarrierEscalated;
import refocus.feedback.barrier.BarrierEvent.BarrierPaused;
import refocus.feedback.barrier.BarrierEvent.BarrierProgressed;
import refocus.feedback.barrier.BarrierEvent.BarrierRaised;
import refocus.feedback.barrier.BarrierEvent.BarrierReopened;
import refocus.feedback.barrier.BarrierEvent.BarrierResolved;
import refocus.feedback.barrier.BarrierEvent.BarrierResumed;
import refocus.feedback.barrier.BarrierEvent.BarrierSupported;
import refocus.feedback.barrier.BarrierEvent.ResolutionConfirmed;
import refocus.feedback.barrier.BarrierEvent.WorkaroundAgreed;
import refocus.feedback.barrier.BarrierFile.Assignment;
import refocus.feedback.barrier.BarrierFile.Kind;

/// One barrier, and every rule about what may become of it.
public sealed interface Barrier {

    record Unraised() implements Barrier {}

    record Open(BarrierFile file) implements Barrier {}

    record Paused(BarrierFile file, LocalDate since, LocalDate until) implements Barrier {}

    /// Said to be gone; those it kept from children have not all said so.
    record Resolved(BarrierFile file, Set<UUID> confirmedBy) implements Barrier {}

    record Gone(BarrierFile file, boolean feltHeard) implements Barrier {}

    record Unresolved(BarrierFile file, String reason) implements Barrier {}

    /// How many supporters together may confirm in the raiser's place.
    int SUPPORTERS_TO_CONFIRM = 3;

    StreamType<BarrierCommand, BarrierEvent, Barrier> TYPE = StreamType.of(
            "barrier",
            new Decider<>(new Unraised(), Barrier::decide, Barrier::evolve),
            BarrierEvent.class,
            Barrier.class);

    static List<BarrierEvent> decide(Barrier state, BarrierCommand command) {
        return switch (command) {
            case RaiseBarrier raising -> raise(state, raising);
            case SupportBarrier supporting -> support(state, supporting);
            case AssignBarrier assigning -> assign(open(state), assigning);
            case AcceptBarrier _ -> accept(assigned(open(state)));
            case DisputeBarrier(var reason) -> dispute(open(state), reason);
            case ReportProgress(var note, var on) ->
                List.of(new BarrierProgressed(about(raiser(running(state)), note), on));
            case EscalateBarrier escalating -> escalate(open(state), escalating);
            case PassDueDay passing -> pass(state, passing);
            case PauseBarrier pausing -> pause(state, pausing);
            case ResumeBarrier(var on) -> resume(state, on);
            case AgreeWorkaround(var text) -> List.of(new WorkaroundAgreed(about(raiser(running(state)), text)));
            case ResolveBarrier resolving -> resolve(state, resolving);
            case ConfirmResolution confirming -> confirm(state, confirming);
            case ReopenBarrier reopening -> reopen(state, reopening);
            case CloseUnresolved closing -> close(state, closing);
        };
    }

    static Barrier evolve(Barrier state, BarrierEvent event) {
        return switch (event) {
            case BarrierRaised raised -> new Open(BarrierFile.of(raised));
            case BarrierSupported supported ->
                keeping(state, known(state, event).supportedBy(supported.worker()));
            case BarrierAssigned(var department, var owner, var dueOn) ->
                new Open(known(state, event).with(Optional.of(new Assignment(department, owner, dueOn, false))));
            case BarrierAccepted _ ->
                new Open(known(state, event)
                        .with(known(state, event).assignment().map(Assignment::taken)));
            case BarrierDisputed disputed ->
                new Open(known(state, event).with(Optional.empty()).noting(Kind.DISPUTE, disputed.reason()));
            case BarrierProgressed told -> keeping(state, known(state, event).noting(Kind.PROGRESS, told.note()));
            case BarrierEscalated escalated -> new Open(escalated(known(state, event), escalated));
            case BarrierPaused(var reason, var on, var until) ->
                new Paused(known(state, event).noting(Kind.PAUSE, reason), on, until);
            case BarrierResumed resumed -> new Open(known(state, event).dueOn(resumed.dueOn()));
            case WorkaroundAgreed(var text) ->
                keeping(state, known(state, event).noting(Kind.WORKAROUND, text));
            case BarrierResolved resolved ->
                new Resolved(known(state, event).noting(Kind.RESOLUTION, resolved.how()), Set.of());
            case ResolutionConfirmed confirmed -> confirmed(state, confirmed);
            case BarrierReopened again ->
                new Open(known(state, event).dueOn(again.dueOn()).noting(Kind.REOPENING, again.reason()));
            case BarrierClosedUnresolved closed ->
                new Unresolved(known(state, event).noting(Kind.CLOSING, closed.explanation()), closed.reason());
        };
    }

    private static List<BarrierEvent> raise(Barrier state, RaiseBarrier asked) {
        return switch (state) {
            case Unraised _ ->
                List.of(new BarrierRaised(
                        asked.worker(),
                        asked.department(),
                        about(asked.worker(), asked.what()),
                        about(asked.worker(), asked.effectOnChildren()),
                        asked.hoursLostWeekly(),
                        asked.on()));
            // The id derives from the command, so this is the same command again.
            case Open _, Paused _, Resolved _, Gone _, Unresolved _ -> List.of();
        };
    }

    private static List<BarrierEvent> support(Barrier state, SupportBarrier asked) {
        BarrierFile file = running(state);
        if (file.raised().raisedBy().equals(asked.worker())) {
            throw new Refused("barrier-own");
        }
        return file.supporters().contains(asked.worker())
                ? List.of()
                : List.of(new BarrierSupported(asked.worker(), asked.hoursLostWeekly()));
    }

    private static List<BarrierEvent> assign(BarrierFile file, AssignBarrier asked) {
        boolean same = file.assignment()
                .filter(held -> held.owner().equals(asked.owner())
                        && held.department().equals(asked.department())
                        && held.dueOn().equals(asked.dueOn()))
                .isPresent();
        if (same) {
            return List.of();
        }
        if (asked.dueOn().isBefore(asked.on())) {
            throw new Impossible("dueOn", "due-before-assigned");
        }
        return List.of(new BarrierAssigned(asked.department(), asked.owner(), asked.dueOn()));
    }

    private static List<BarrierEvent> accept(Assignment held) {
        return held.accepted() ? List.of() : List.of(new BarrierAccepted(held.owner()));
    }

    private static List<BarrierEvent> dispute(BarrierFile file, String reason) {
        return List.of(new BarrierDisputed(assigned(file).owner(), about(raiser(file), reason)));
    }

    private static List<BarrierEvent> escalate(BarrierFile file, EscalateBarrier asked) {
        if (file.level() >= asked.top()) {
            throw new Refused("barrier-at-top");
        }
        Optional<Sealed> reason = Optional.of(about(raiser(file), asked.reason()));
        return List.of(
                new BarrierEscalated(file.level() + 1, false, assigned(file).dueOn(), asked.nextDueOn(), reason));
    }

    /// A clock that comes late, or twice, finds nothing left to do.
    private static List<BarrierEvent> pass(Barrier state, PassDueDay asked) {
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

    private static List<BarrierEvent> pause(Barrier state, PauseBarrier asked) {
        if (state instanceof Paused paused && paused.until().equals(asked.until())) {
            return List.of();
        }
        BarrierFile file = open(state);
        if (!asked.until().isAfter(asked.on())) {
            throw new Impossible("until", "pause-ends-before");
        }
        return List.of(new BarrierPaused(about(raiser(file), asked.reason()), asked.on(), asked.until()));
    }

    private static List<BarrierEvent> resume(Barrier state, LocalDate on) {
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

    private static List<BarrierEvent> resolve(Barrier state, ResolveBarrier asked) {
        if (state instanceof Resolved) {
            return List.of();
        }
        return List.of(new BarrierResolved(about(raiser(running(state)), asked.how()), asked.on()));
    }

    private static List<BarrierEvent> confirm(Barrier state, ConfirmResolution asked) {
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

    private static List<BarrierEvent> reopen(Barrier state, ReopenBarrier asked) {
        if (state instanceof Open || state instanceof Paused) {
            return List.of();
        }
        BarrierFile file = file(state);
        mustKnow(file, asked.worker());
        Optional<LocalDate> dueOn = file.assignment().map(_ -> asked.nextDueOn());
        return List.of(new BarrierReopened(about(raiser(file), asked.reason()), asked.on(), dueOn));
    }

    private static List<BarrierEvent> close(Barrier state, CloseUnresolved asked) {
        if (state instanceof Unresolved) {
            return List.of();
        }
        BarrierFile file = running(state);
        return List.of(
                new BarrierClosedUnresolved(asked.reason(), about(raiser(file), asked.explanation()), asked.on()));
    }

    private static void mustKnow(BarrierFile file, UUID worker) {
        if (!file.knows(worker)) {
            throw new Refused("not-yours-to-confirm");
        }
    }

    private static BarrierFile open(Barrier state) {
        if (state instanceof Paused) {
            throw new Refused("barrier-paused");
        }
        return running(state);
    }

    private static BarrierFile running(Barrier state) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open(var file) -> file;
            case Paused paused -> paused.file();
            case Resolved _, Gone _, Unresolved _ -> throw new Refused("barrier-over");
        };
    }

    private static Assignment assigned(BarrierFile file) {
        return file.assignment().orElseThrow(() -> new Refused("barrier-not-assigned"));
    }

    private static UUID raiser(BarrierFile file) {
        return file.raised().raisedBy();
    }

    private static BarrierFile escalated(BarrierFile file, BarrierEscalated event) {
        BarrierFile higher = file.at(event.level()).dueOn(Optional.of(event.dueOn()));
        return event.reason().map(text -> higher.noting(Kind.ESCALATION, text)).orElse(higher);
    }

    private static Barrier confirmed(Barrier state, ResolutionConfirmed event) {
        if (!(state instanceof Resolved(var file, var before))) {
            throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        }
        if (event.settled()) {
            return new Gone(file, event.feltHeard());
        }
        var all = new HashSet<>(before);
        all.add(event.worker());
        return new Resolved(file, Set.copyOf(all));
    }

    private static Barrier keeping(Barrier state, BarrierFile file) {
        return state instanceof Paused paused ? new Paused(file, paused.since(), paused.until()) : new Open(file);
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static BarrierFile known(Barrier state, BarrierEvent event) {
        if (state instanceof Unraised) {
            throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        }
        return file(state);
    }

    /// What is known of it; before it was raised there is nothing.
    static BarrierFile file(Barrier state) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open(var file) -> file;
            case Paused paused -> paused.file();
            case Resolved resolved -> resolved.file();
            case Gone gone -> gone.file();
            case Unresolved unresolved -> unresolved.file();
        };
    }
}
