package refocus.cases.decision;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.OverturnDecision;
import refocus.cases.decision.DecisionCommand.Proposal;
import refocus.cases.decision.DecisionCommand.ProposeDecision;
import refocus.cases.decision.DecisionCommand.ReferDecisionUp;
import refocus.cases.decision.DecisionCommand.ReturnDecisionDown;
import refocus.cases.decision.DecisionCommand.ReviewDecision;
import refocus.cases.decision.DecisionCommand.Subject;
import refocus.cases.decision.DecisionCommand.SupportDecision;
import refocus.cases.decision.DecisionCommand.TakeDecision;
import refocus.cases.decision.DecisionCommand.Taking;
import refocus.cases.decision.DecisionCommand.When;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// One decision about a child, and every rule about who may take it and what may follow.
public sealed interface Decision {

    record Unproposed() implements Decision {}

    record Proposed(DecisionFile file) implements Decision {}

    /// Taken, and it stands.
    ///
    /// @param reviews so far
    record Taken(DecisionFile file, DecisionTaken taking, List<DecisionReviewed> reviews) implements Decision {

        Taken and(DecisionReviewed review) {
            return new Taken(file, taking, more(reviews, review));
        }
    }

    record Overturned(
            DecisionFile file, DecisionTaken taking, DecisionOverturned overturning, List<DecisionReviewed> reviews)
            implements Decision {

        Overturned and(DecisionReviewed review) {
            return new Overturned(file, taking, overturning, more(reviews, review));
        }
    }

    /// The kind that may be decided at any level, and is ratified after.
    String EMERGENCY_PROTECTION = "EMERGENCY_PROTECTION";

    StreamType<DecisionCommand, DecisionEvent, Decision> TYPE = StreamType.of(
            "decision",
            new Decider<>(new Unproposed(), Decision::decide, Decision::evolve),
            DecisionEvent.class,
            Decision.class);

    static List<DecisionEvent> decide(Decision state, DecisionCommand command) {
        return switch (command) {
            case ProposeDecision proposing -> propose(state, proposing);
            case SupportDecision supporting -> support(state, supporting);
            case ReferDecisionUp referring -> referUp(state, referring);
            case ReturnDecisionDown returning -> returnDown(state, returning);
            case TakeDecision taking -> take(state, taking);
            case OverturnDecision overturning -> overturn(state, overturning);
            case ReviewDecision reviewing -> review(state, reviewing);
        };
    }

    static Decision evolve(Decision state, DecisionEvent event) {
        return switch (event) {
            case DecisionProposed proposed -> new Proposed(DecisionFile.of(proposed));
            case DecisionSupported supported ->
                new Proposed(mustBeOpen(state, event).supportedBy(supported.supportedBy()));
            case DecisionReferredUp referred ->
                new Proposed(mustBeOpen(state, event).referredTo(referred.toLevel()));
            case DecisionReturnedDown _ -> new Proposed(mustBeOpen(state, event).returned());
            case DecisionTaken taken -> new Taken(mustBeOpen(state, event), taken, List.of());
            case DecisionOverturned overturned
            when state instanceof Taken(var file, var taking, var reviews) ->
                new Overturned(file, taking, overturned, reviews);
            case DecisionReviewed review when state instanceof Taken taken -> taken.and(review);
            case DecisionReviewed review when state instanceof Overturned overturned -> overturned.and(review);
            case DecisionOverturned _, DecisionReviewed _ -> throw misplaced(state, event);
        };
    }

    private static List<DecisionEvent> propose(Decision state, ProposeDecision asked) {
        return switch (state) {
            case Unproposed _ -> proposed(asked);
            // The id derives from the command, so this is the same command again.
            case Proposed _, Taken _, Overturned _ -> List.of();
        };
    }

    private static List<DecisionEvent> proposed(ProposeDecision asked) {
        Proposal proposal = asked.proposal();
        if (asked.taking().flatMap(Taking::outsideRule).isEmpty()) {
            mustBeOpen(proposal.subject(), asked.when());
        }
        DecisionProposed proposed = proposed(proposal, asked.by(), asked.when());
        return asked.taking()
                .map(taking -> List.<DecisionEvent>of(
                        proposed,
                        WithinRight.of(DecisionFile.of(proposed), new TakeDecision(taking, asked.by(), asked.when()))))
                .orElseGet(() -> List.of(proposed));
    }

    private static DecisionProposed proposed(Proposal proposal, By by, When when) {
        Subject subject = proposal.subject();
        UUID child = subject.children().getFirst();
        return new DecisionProposed(
                subject.referral(),
                subject.caseId(),
                subject.children(),
                proposal.kind(),
                proposal.tier(),
                proposal.right().requiredLevel(),
                proposal.right().version(),
                by.worker(),
                by.level(),
                proposal.options().stream().map(option -> about(child, option)).toList(),
                about(child, proposal.rationale()),
                about(child, proposal.childView()),
                when.on(),
                when.at());
    }

    private static void mustBeOpen(Subject subject, When when) {
        if (subject.isClosedAt(when.at())) {
            throw new Refused("case-closed");
        }
    }

    private static List<DecisionEvent> support(Decision state, SupportDecision asked) {
        DecisionFile file = open(state);
        if (file.proposal().proposedBy().filter(asked.supporter()::equals).isPresent()) {
            throw new Refused("own-decision").notAllowed();
        }
        if (file.supporters().contains(asked.supporter())) {
            return List.of();
        }
        notBefore(file, asked.when());
        DecisionProposed of = file.proposal();
        return List.of(new DecisionSupported(
                of.referral(),
                of.caseId(),
                of.children(),
                of.kind(),
                of.tier(),
                asked.supporter(),
                asked.by().level(),
                about(of.children().getFirst(), asked.reason()),
                asked.when().on()));
    }

    private static List<DecisionEvent> referUp(Decision state, ReferDecisionUp asked) {
        DecisionFile file = open(state);
        DecisionProposed of = file.proposal();
        int toLevel = asked.toLevel()
                .orElseGet(
                        () -> Math.max(of.requiredLevel(), Math.min(asked.by().level() + 1, Level.PANEL)));
        if (toLevel <= asked.by().level() || toLevel < of.requiredLevel() || toLevel > Level.PANEL) {
            throw new Impossible("toLevel", "not-higher-up");
        }
        if (file.referredTo().equals(Optional.of(toLevel))) {
            return List.of();
        }
        notBefore(file, asked.when());
        return List.of(new DecisionReferredUp(
                of.referral(),
                of.caseId(),
                of.children(),
                of.kind(),
                of.tier(),
                asked.by().worker(),
                asked.by().level(),
                toLevel,
                about(of.children().getFirst(), asked.reason()),
                asked.when().on()));
    }

    private static List<DecisionEvent> returnDown(Decision state, ReturnDecisionDown asked) {
        DecisionFile file = open(state);
        DecisionProposed of = file.proposal();
        int referredTo = file.referredTo().orElseThrow(() -> new Refused("decision-not-referred"));
        // What a panel was asked, a manager gives back for it.
        if (!asked.by().reaches(Math.min(referredTo, Level.SERVICE_MANAGER + 1))) {
            throw Beyond.right(of, referredTo, "beyond-right-to-return");
        }
        notBefore(file, asked.when());
        return List.of(new DecisionReturnedDown(
                of.referral(),
                of.caseId(),
                of.children(),
                of.kind(),
                of.tier(),
                asked.by().worker(),
                asked.by().level(),
                about(of.children().getFirst(), asked.reason()),
                asked.when().on()));
    }

    private static List<DecisionEvent> take(Decision state, TakeDecision asked) {
        return switch (state) {
            case Taken taken when asked.by().is(taken.taking().takenBy()) -> List.of();
            case Unproposed _, Proposed _, Taken _, Overturned _ -> List.of(WithinRight.of(open(state), asked));
        };
    }

    private static List<DecisionEvent> overturn(Decision state, OverturnDecision asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("decision");
            case Proposed _ -> throw new Refused("decision-not-taken");
            case Taken taken -> List.of(overturned(taken.taking(), asked));
            case Overturned overturned
            when asked.by().is(overturned.overturning().overturnedBy()) -> List.of();
            case Overturned _ -> throw new Refused("decision-overturned");
        };
    }

    private static DecisionOverturned overturned(DecisionTaken taken, OverturnDecision asked) {
        int needed = Math.max(taken.level(), taken.requiredLevel());
        if (!asked.by().reaches(needed)) {
            throw Beyond.right(taken, needed, "beyond-right-to-overturn");
        }
        notBefore(taken, asked.when());
        return new DecisionOverturned(
                taken.referral(),
                taken.caseId(),
                taken.children(),
                taken.kind(),
                taken.tier(),
                taken.level(),
                taken.requiredLevel(),
                taken.takenAt(),
                asked.by().worker(),
                asked.by().level(),
                about(taken.children().getFirst(), asked.reason()),
                asked.when().on());
    }

    private static List<DecisionEvent> review(Decision state, ReviewDecision asked) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("decision");
            case Proposed _ -> throw new Refused("decision-not-taken");
            case Taken taken -> reviewed(taken.taking(), taken.reviews(), asked);
            case Overturned overturned -> reviewed(overturned.taking(), overturned.reviews(), asked);
        };
    }

    private static List<DecisionEvent> reviewed(
            DecisionTaken taken, List<DecisionReviewed> before, ReviewDecision asked) {
        if (!asked.by().reaches(Level.TEAM_MANAGER)) {
            throw Beyond.right(taken, Level.TEAM_MANAGER, "beyond-right-to-review");
        }
        if (asked.by().is(taken.takenBy())) {
            throw new Refused("own-decision").notAllowed();
        }
        if (before.stream().anyMatch(review -> answers(review, asked))) {
            return List.of();
        }
        notBefore(taken, asked.when());
        return List.of(new DecisionReviewed(
                taken.referral(),
                taken.caseId(),
                taken.children(),
                taken.kind(),
                taken.tier(),
                asked.by().worker(),
                asked.by().level(),
                asked.outcome(),
                about(taken.children().getFirst(), asked.reason()),
                asked.when().on()));
    }

    private static boolean answers(DecisionReviewed review, ReviewDecision asked) {
        return asked.by().is(review.reviewedBy())
                && review.outcome().equals(asked.outcome())
                && review.reviewedOn().equals(asked.when().on());
    }

    private static DecisionFile open(Decision state) {
        return switch (state) {
            case Unproposed _ -> throw new Unknown("decision");
            case Proposed(var file) -> file;
            case Taken _ -> throw new Refused("decision-taken");
            case Overturned _ -> throw new Refused("decision-overturned");
        };
    }

    static void notBefore(DecisionFile file, When when) {
        if (when.at().isBefore(file.proposal().proposedAt())) {
            throw new Impossible("occurredAt", "before-proposal");
        }
    }

    private static void notBefore(DecisionTaken taken, When when) {
        if (when.at().isBefore(taken.takenAt())) {
            throw new Impossible("occurredAt", "before-taking");
        }
    }

    private static List<DecisionReviewed> more(List<DecisionReviewed> reviews, DecisionReviewed review) {
        var all = new ArrayList<>(reviews);
        all.add(review);
        return List.copyOf(all);
    }

    private static DecisionFile mustBeOpen(Decision state, DecisionEvent event) {
        if (state instanceof Proposed(var file)) {
            return file;
        }
        throw misplaced(state, event);
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Decision state, DecisionEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
