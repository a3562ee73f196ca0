package refocus.cases.decisionright;

import java.time.LocalDate;
import java.util.Optional;
import refocus.eventsourcing.EventName;

/// What has happened to the right to take one kind of decision at one tier.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface DecisionRightEvent {

    /// From a day on, this level and those above it may take such decisions.
    ///
    /// @param lowestLevel that may take it: 0 practitioner to 5 panel
    /// @param validFrom the first day it is in force, until a later version's
    @EventName("decision-right-set")
    record DecisionRightSet(
            String kind,
            String tier,
            int version,
            int lowestLevel,
            Optional<Conditions> conditions,
            LocalDate validFrom)
            implements DecisionRightEvent {}

    /// From a day on, no right is in force.
    ///
    /// @param validTo the first day it is no longer in force
    @EventName("decision-right-retired")
    record DecisionRightRetired(String kind, String tier, int version, LocalDate validTo)
            implements DecisionRightEvent {}

    /// What must be so for the right to be used, in both languages; never about a person.
    record Conditions(String en, String cy) {}
}
