package refocus.feedback.idea;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.feedback.idea.IdeaCommand.AbsorbIdea;
import refocus.feedback.idea.IdeaCommand.AttachEvidence;
import refocus.feedback.idea.IdeaCommand.CompleteImplementation;
import refocus.feedback.idea.IdeaCommand.DecideBusinessCase;
import refocus.feedback.idea.IdeaCommand.DraftBusinessCase;
import refocus.feedback.idea.IdeaCommand.JoinIdea;
import refocus.feedback.idea.IdeaCommand.MeasureBenefit;
import refocus.feedback.idea.IdeaCommand.ProposeIdea;
import refocus.feedback.idea.IdeaCommand.ScoreChildNeed;
import refocus.feedback.idea.IdeaCommand.StartImplementation;
import refocus.feedback.idea.IdeaCommand.SubmitBusinessCase;
import refocus.feedback.idea.IdeaCommand.SupportIdea;
import refocus.feedback.idea.IdeaCommand.WithdrawIdea;
import refocus.feedback.idea.IdeaEvent.BenefitMeasured;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDecided;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.BusinessCaseSubmitted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;
import refocus.feedback.idea.IdeaEvent.IdeaProposed;
import refocus.feedback.idea.IdeaEvent.IdeaSupported;
import refocus.feedback.idea.IdeaEvent.IdeaWithdrawn;
import refocus.feedback.idea.IdeaEvent.IdeasMerged;
import refocus.feedback.idea.IdeaEvent.ImplementationCompleted;
import refocus.feedback.idea.IdeaEvent.ImplementationStarted;
import refocus.feedback.idea.IdeaEvent.Outcome;

/// One idea, and every rule on its way to a benefit for children.
public sealed interface Idea {

    record Unproposed() implements Idea {}

    record Proposed(File file) implements Idea {}

    record Drafted(File file, BusinessCase argued) implements Idea {}

    record Submitted(File file, BusinessCase argued) implements Idea {}

    /// It is being done, or is done.
    record Approved(
            File file,
            BusinessCase argued,
            BusinessCaseDecided decision,
            Optional<LocalDate> startedOn,
            Optional<LocalDate> completedOn,
            List<BenefitMeasured> benefits)
            implements Idea {}

    record Declined(File file, BusinessCase argued, BusinessCaseDecided decision) implements Idea {}

    record Withdrawn(File file) implements Idea {}

    record Merged(File file, UUID into) implements Idea {}

    /// What is known of an idea whatever its state.
    record File(IdeaProposed proposed, Set<UUID> supporters) {

        File joinedBy(Set<UUID> more) {
            var all = new HashSet<>(supporters);
            all.addAll(more);
            all.remove(proposed.proposedBy());
            return new File(proposed, Set.copyOf(all));
        }
    }

    StreamType<IdeaCommand, IdeaEvent, Idea> TYPE = StreamType.of(
            "idea", new Decider<>(new Unproposed(), Idea::decide, Idea::evolve), IdeaEvent.class, Idea.class);

    static List<IdeaEvent> decide(Idea state, IdeaCommand command) {
        return switch (command) {
            case ProposeIdea proposing -> propose(state, proposing);
            case SupportIdea(var worker) -> support(state, worker);
            case AbsorbIdea absorbing -> absorb(state, absorbing);
            case JoinIdea joining -> join(state, joining);
            case WithdrawIdea withdrawing -> withdraw(state, withdrawing);
            case DraftBusinessCase drafting -> Arguing.draft(state, drafting);
            case AttachEvidence attaching -> Arguing.attach(state, attaching);
            case ScoreChildNeed scoring -> Arguing.score(state, scoring);
            case SubmitBusinessCase(var on) -> Arguing.submit(state, on);
            case DecideBusinessCase deciding -> Arguing.decide(state, deciding);
            case StartImplementation(var on) -> Implementing.start(state, on);
            case CompleteImplementation(var on) -> Implementing.complete(state, on);
            case MeasureBenefit measuring -> Implementing.measure(state, measuring);
        };
    }

    static Idea evolve(Idea state, IdeaEvent event) {
        return switch (event) {
            case IdeaProposed proposed -> new Proposed(new File(proposed, Set.of()));
            case IdeaSupported(var worker) -> joined(state, event, Set.of(worker));
            case IdeasMerged merged -> merged(state, merged);
            case IdeaWithdrawn _ -> new Withdrawn(known(state, event));
            case BusinessCaseDrafted draft
            when state instanceof Drafted(var file, var argued) -> new Drafted(file, argued.redrafted(draft));
            case BusinessCaseDrafted draft -> new Drafted(known(state, event), BusinessCase.of(draft));
            case EvidenceAttached more
            when state instanceof Drafted(var file, var argued) -> new Drafted(file, argued.with(more));
            case ChildNeedScored score
            when state instanceof Drafted(var file, var argued) -> new Drafted(file, argued.with(score));
            case BusinessCaseSubmitted _
            when state instanceof Drafted(var file, var argued) -> new Submitted(file, argued);
            case BusinessCaseDecided decision when state instanceof Submitted submitted -> decided(submitted, decision);
            case ImplementationStarted(var on)
            when state instanceof Approved approved ->
                underway(approved, Optional.of(on), approved.completedOn(), approved.benefits());
            case ImplementationCompleted(var on)
            when state instanceof Approved approved ->
                underway(approved, approved.startedOn(), Optional.of(on), approved.benefits());
            case BenefitMeasured benefit
            when state instanceof Approved approved ->
                underway(
                        approved,
                        approved.startedOn(),
                        approved.completedOn(),
                        Stream.concat(approved.benefits().stream(), Stream.of(benefit))
                                .toList());
            case EvidenceAttached _,
                    ChildNeedScored _,
                    BusinessCaseSubmitted _,
                    BusinessCaseDecided _,
                    ImplementationStarted _,
                    ImplementationCompleted _,
                    BenefitMeasured _ -> throw misplaced(state, event);
        };
    }

    /// What is known of it; before it was proposed there is nothing.
    static File file(Idea state) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed(var file) -> file;
            case Drafted drafted -> drafted.file();
            case Submitted submitted -> submitted.file();
            case Approved approved -> approved.file();
            case Declined declined -> declined.file();
            case Withdrawn(var file) -> file;
            case Merged merged -> merged.file();
        };
    }

    private static List<IdeaEvent> propose(Idea state, ProposeIdea asked) {
        // The id derives from the command: a state other than this means that it is the same command again.
        return state instanceof Unproposed
                ? List.of(new IdeaProposed(
                        asked.worker(),
                        about(asked.worker(), asked.title()),
                        about(asked.worker(), asked.text()),
                        asked.on()))
                : List.of();
    }

    private static List<IdeaEvent> support(Idea state, UUID worker) {
        File file = living(state);
        if (file.proposed().proposedBy().equals(worker)) {
            throw new Refused("idea-own").notAllowed();
        }
        return file.supporters().contains(worker) ? List.of() : List.of(new IdeaSupported(worker));
    }

    private static List<IdeaEvent> absorb(Idea state, AbsorbIdea asked) {
        living(state);
        if (asked.into().equals(asked.absorbed())) {
            throw new Impossible("absorbed", "idea-into-itself");
        }
        return List.of(new IdeasMerged(asked.into(), asked.absorbed(), asked.supporters(), false));
    }

    /// Only an idea without a business case: an argument is not lost in another.
    private static List<IdeaEvent> join(Idea state, JoinIdea asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _ -> List.of(new IdeasMerged(asked.into(), asked.absorbed(), asked.supporters(), true));
            case Drafted _, Submitted _, Approved _ -> throw new Refused("idea-argued");
            case Declined _, Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }

    private static List<IdeaEvent> withdraw(Idea state, WithdrawIdea asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("idea");
            case Proposed _, Drafted _, Submitted _ -> withdraw(file(state), asked);
            case Withdrawn _ -> List.of();
            case Approved _, Declined _, Merged _ -> throw new Refused("idea-over");
        };
    }

    private static List<IdeaEvent> withdraw(File file, WithdrawIdea asked) {
        if (!file.proposed().proposedBy().equals(asked.worker())) {
            throw new Refused("not-your-idea").notAllowed();
        }
        return List.of(new IdeaWithdrawn(about(asked.worker(), asked.reason()), asked.on()));
    }

    private static File living(Idea state) {
        return switch (state) {
            case Unproposed _, Proposed _, Drafted _, Submitted _, Approved _ -> file(state);
            case Declined _, Withdrawn _, Merged _ -> throw new Refused("idea-over");
        };
    }

    private static Idea merged(Idea state, IdeasMerged event) {
        return event.ended() ? new Merged(known(state, event), event.into()) : joined(state, event, event.supporters());
    }

    private static Idea joined(Idea state, IdeaEvent event, Set<UUID> more) {
        File file = known(state, event).joinedBy(more);
        return switch (state) {
            case Proposed _ -> new Proposed(file);
            case Drafted drafted -> new Drafted(file, drafted.argued());
            case Submitted submitted -> new Submitted(file, submitted.argued());
            case Approved approved ->
                new Approved(
                        file,
                        approved.argued(),
                        approved.decision(),
                        approved.startedOn(),
                        approved.completedOn(),
                        approved.benefits());
            case Unproposed _, Declined _, Withdrawn _, Merged _ -> throw misplaced(state, event);
        };
    }

    private static Idea decided(Submitted submitted, BusinessCaseDecided decision) {
        if (decision.outcome() == Outcome.APPROVED) {
            return new Approved(
                    submitted.file(), submitted.argued(), decision, Optional.empty(), Optional.empty(), List.of());
        }
        return decision.outcome() == Outcome.DECLINED
                ? new Declined(submitted.file(), submitted.argued(), decision)
                : submitted;
    }

    private static Approved underway(
            Approved before,
            Optional<LocalDate> startedOn,
            Optional<LocalDate> completedOn,
            List<BenefitMeasured> benefits) {
        return new Approved(before.file(), before.argued(), before.decision(), startedOn, completedOn, benefits);
    }

    private static File known(Idea state, IdeaEvent event) {
        if (state instanceof Unproposed) {
            throw misplaced(state, event);
        }
        return file(state);
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Idea state, IdeaEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
