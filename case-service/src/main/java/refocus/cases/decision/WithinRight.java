package refocus.cases.decision;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.Optional;
import java.util.UUID;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.TakeDecision;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;

/// Whether a proposal may be taken, and what is recorded of it.
///
/// An intention beyond one's right is refused; what was done beyond it and has happened is recorded, and says so.
final class WithinRight {

    private static final String CASE_CLOSED = "case-closed";
    private static final String DECISION_RIGHT = "decision-right";

    private WithinRight() {}

    static DecisionTaken of(DecisionFile file, TakeDecision asked) {
        Decision.notBefore(file, asked.when());
        Optional<String> broken = broken(file, asked);
        Optional<String> reason = asked.taking().outsideRule();
        if (reason.isPresent() && broken.isEmpty()) {
            throw new Impossible("outsideRule", "within-right");
        }
        if (broken.isPresent() && reason.isEmpty()) {
            throw broken.get().equals(CASE_CLOSED)
                    ? new Refused(CASE_CLOSED)
                    : Beyond.right(file.proposal(), file.neededLevel());
        }
        return taken(file, asked, broken);
    }

    private static Optional<String> broken(DecisionFile file, TakeDecision asked) {
        if (!asked.by().reaches(file.neededLevel())) {
            return Optional.of(DECISION_RIGHT);
        }
        return asked.taking().subject().isClosedAt(asked.when().at()) ? Optional.of(CASE_CLOSED) : Optional.empty();
    }

    private static DecisionTaken taken(DecisionFile file, TakeDecision asked, Optional<String> broken) {
        DecisionProposed of = file.proposal();
        By by = asked.by();
        UUID child = of.children().getFirst();
        return new DecisionTaken(
                of.referral(),
                of.caseId(),
                of.children(),
                of.kind(),
                of.tier(),
                by.level(),
                of.requiredLevel(),
                of.rightVersion(),
                by.worker(),
                of.proposedBy(),
                of.proposedAt(),
                asked.when().at(),
                asked.when().on(),
                !file.supporters().isEmpty(),
                file.everReferredUp(),
                by.level() > of.requiredLevel(),
                about(child, asked.taking().note()),
                broken,
                about(child, asked.taking().outsideRule()));
    }
}
