package refocus.cases.decision.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.decision.Decision;
import refocus.cases.decision.DecisionCommand;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.Proposal;
import refocus.cases.decision.DecisionCommand.ProposeDecision;
import refocus.cases.decision.DecisionCommand.TakeDecision;
import refocus.cases.decision.DecisionCommand.Taking;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionFile;
import refocus.cases.decision.http.Subjects.Known;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;

/// Acts that are decisions themselves, triage and closure: the decision is taken with the act, in one append.
@Singleton
public class Acts {

    /// What is decided with an act.
    ///
    /// @param proposal that the act takes; where none is named, it proposes and takes its own
    /// @param outsideRule why it was done beyond one's right, where that has happened
    public record Act(
            String kind,
            Optional<UUID> proposal,
            Optional<String> rationale,
            Optional<String> childView,
            Optional<String> outsideRule) {}

    private final Desk<DecisionCommand, DecisionEvent, Decision> desk;
    private final Subjects subjects;
    private final Rights rights;

    Acts(Desks desks, Subjects subjects, Rights rights) {
        this.desk = desks.of(Decision.TYPE);
        this.subjects = subjects;
        this.rights = rights;
    }

    /// The decision's step of a triage; none where the referral is triaged, and only a repeat can follow.
    public Uni<Optional<Step<?, ?, ?>>> triage(UUID referral, Act act, Caller caller, Asking asking) {
        return subjects.referral(referral)
                .flatMap(known -> known.isDecided()
                        ? Uni.createFrom().item(Optional.empty())
                        : step(known, act, caller, asking).map(Optional::of));
    }

    /// The decision's step of a closure.
    public Uni<Step<?, ?, ?>> closure(UUID theCase, Act act, Caller caller, Asking asking) {
        return subjects.ofCase(theCase).flatMap(known -> step(known, act, caller, asking));
    }

    private Uni<Step<?, ?, ?>> step(Known about, Act act, Caller caller, Asking asking) {
        By by = rights.by(caller);
        var taking = new Taking(about.subject(), Optional.empty(), act.outsideRule());
        return act.proposal()
                .map(named -> mustBeOf(about, act.kind(), named)
                        .<Step<?, ?, ?>>map(_ -> step(named, new TakeDecision(taking, by, Deciding.when(asking)))))
                .orElseGet(() -> rights.on(Deciding.when(asking).on(), act.kind(), about.usualTier())
                        .map(right -> new Proposal(
                                about.subject(),
                                act.kind(),
                                about.usualTier(),
                                right,
                                List.of(),
                                act.rationale(),
                                act.childView()))
                        .map(proposal -> step(
                                caller.newId("decision"),
                                new ProposeDecision(proposal, Optional.of(taking), by, Deciding.when(asking)))));
    }

    private static Step<?, ?, ?> step(UUID decision, DecisionCommand command) {
        return new Step<>(Decision.TYPE, decision, command);
    }

    private Uni<Void> mustBeOf(Known about, String kind, UUID decision) {
        return desk.read(decision)
                .onFailure(Unknown.class)
                .transform(_ -> unknown())
                .invoke(current -> {
                    DecisionFile file = DecisionFile.of(current.state()).orElseThrow(Acts::unknown);
                    if (!file.isAbout(
                            about.subject().referral(), about.subject().caseId())) {
                        throw unknown();
                    }
                    if (!file.proposal().kind().equals(kind)) {
                        throw new Impossible("decision", "decision-of-other-kind");
                    }
                })
                .replaceWithVoid();
    }

    private static Impossible unknown() {
        return new Impossible("decision", "unknown-decision");
    }
}
