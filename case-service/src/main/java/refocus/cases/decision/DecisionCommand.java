package refocus.cases.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Refused;

/// What may be asked about a decision.
public sealed interface DecisionCommand {

    /// Says what should be decided, and why; and takes it at once where `taking` says so.
    record ProposeDecision(Proposal proposal, Optional<Taking> taking, By by, When when) implements DecisionCommand {}

    /// Stands behind what a colleague proposes.
    record SupportDecision(UUID supporter, Optional<String> reason, By by, When when) implements DecisionCommand {}

    /// Asks someone higher up to take it.
    ///
    /// @param toLevel who; where it is not said, the next who may
    record ReferDecisionUp(Optional<Integer> toLevel, String reason, By by, When when) implements DecisionCommand {}

    /// Gives it back to those whose right it is.
    record ReturnDecisionDown(String reason, By by, When when) implements DecisionCommand {}

    /// Takes it.
    record TakeDecision(Taking taking, By by, When when) implements DecisionCommand {}

    /// Says that it no longer stands.
    record OverturnDecision(String reason, By by, When when) implements DecisionCommand {}

    /// Looks at it after it was taken; an emergency's decision is ratified so.
    record ReviewDecision(String outcome, Optional<String> reason, By by, When when) implements DecisionCommand {}

    /// What is proposed, still in clear.
    ///
    /// @param right the one in force when it is proposed
    /// @param options what was considered
    record Proposal(
            Subject subject,
            String kind,
            String tier,
            Right right,
            List<String> options,
            Optional<String> rationale,
            Optional<String> childView) {}

    /// What a decision is about: a referral or a case, and its children.
    ///
    /// @param closedAt since when the case is closed, where it is
    record Subject(Optional<UUID> referral, Optional<UUID> caseId, List<UUID> children, Optional<Instant> closedAt) {

        public Subject {
            if (referral.isPresent() == caseId.isPresent() || children.isEmpty()) {
                throw new IllegalArgumentException("a decision is about one referral or one case, and its children");
            }
        }

        boolean isClosedAt(Instant at) {
            return closedAt.filter(closed -> !at.isBefore(closed)).isPresent();
        }
    }

    /// Who may take it.
    ///
    /// @param version of the decision right that says so; empty where none is in force
    record Right(int requiredLevel, Optional<Integer> version) {

        /// Where no right is in force.
        public static Right usual() {
            return new Right(Level.TEAM_MANAGER, Optional.empty());
        }

        /// Protecting a child now is anyone's to decide, whatever the rights say.
        public static Right inEmergency() {
            return new Right(Level.PRACTITIONER, Optional.empty());
        }
    }

    /// Taking it.
    ///
    /// @param subject as it is now
    /// @param outsideRule why it was done beyond one's right, where it has happened
    record Taking(Subject subject, Optional<String> note, Optional<String> outsideRule) {}

    /// Who acts.
    ///
    /// @param level of their role
    /// @param mayTake whether their role decides at all; if not, they may propose
    record By(Optional<UUID> worker, int level, boolean mayTake) {

        /// The same, recording what a panel decided; which managers do.
        public By forPanel() {
            if (!reaches(Level.SERVICE_MANAGER)) {
                throw new Refused("panel-by-manager").notAllowed();
            }
            return new By(worker, Level.PANEL, mayTake);
        }

        boolean reaches(int needed) {
            return mayTake && level >= needed;
        }

        /// Whether it is the same worker; one without a name is nobody's same.
        boolean is(Optional<UUID> other) {
            return worker.isPresent() && worker.equals(other);
        }
    }

    /// When it happened: the moment, and the civil date it was in Wales.
    record When(Instant at, LocalDate on) {}
}
