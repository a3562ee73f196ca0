package refocus.feedback.barrier;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
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
            case EscalateBarrier escalating -> Waiting.escalate(open(state), escalating);
            case PassDueDay passing -> Waiting.pass(state, passing);
            case PauseBarrier pausing -> Waiting.pause(state, pausing);
            case ResumeBarrier(var on) -> Waiting.resume(state, on);
            case AgreeWorkaround(var text) -> List.of(new WorkaroundAgreed(about(raiser(running(state)), text)));
            case ResolveBarrier resolving -> Ending.resolve(state, resolving);
            case ConfirmResolution confirming -> Ending.confirm(state, confirming);
            case ReopenBarrier reopening -> Ending.reopen(state, reopening);
            case CloseUnresolved closing -> Ending.close(state, closing);
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
                        asked.on(),
                        asked.receipt()));
            // The id derives from the command, so this is the same command again.
            case Open _, Paused _, Resolved _, Gone _, Unresolved _ -> List.of();
        };
    }

    private static List<BarrierEvent> support(Barrier state, SupportBarrier asked) {
        BarrierFile file = running(state);
        if (file.raised().raisedBy().equals(asked.worker())) {
            throw new Refused("barrier-own").notAllowed();
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

    static BarrierFile open(Barrier state) {
        if (state instanceof Paused) {
            throw new Refused("barrier-paused");
        }
        return running(state);
    }

    static BarrierFile running(Barrier state) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open(var file) -> file;
            case Paused paused -> paused.file();
            case Resolved _, Gone _, Unresolved _ -> throw new Refused("barrier-over");
        };
    }

    static Assignment assigned(BarrierFile file) {
        return file.assignment().orElseThrow(() -> new Refused("barrier-not-assigned"));
    }

    static UUID raiser(BarrierFile file) {
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
