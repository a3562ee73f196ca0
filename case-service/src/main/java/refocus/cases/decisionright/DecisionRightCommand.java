package refocus.cases.decisionright;

import java.time.LocalDate;
import java.util.Optional;
import refocus.cases.decisionright.DecisionRightEvent.Conditions;

/// What may be asked about a decision right.
public sealed interface DecisionRightCommand {

    /// Says who may take such decisions from a day on.
    record SetDecisionRight(
            String kind, String tier, int lowestLevel, Optional<Conditions> conditions, LocalDate validFrom)
            implements DecisionRightCommand {}

    /// Ends it: from `validTo` on, that day included, no right is in force.
    record RetireDecisionRight(LocalDate validTo) implements DecisionRightCommand {}
}
