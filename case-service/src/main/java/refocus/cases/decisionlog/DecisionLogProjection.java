package refocus.cases.decisionlog;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.cases.decisionlog.DecisionEntry.Status;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each decision.
@Singleton
public class DecisionLogProjection implements Projection<DecisionEvent> {

    public static final Table<DecisionEntry> DECISIONS = Table.of("decision_log", DecisionEntry.class, "decision");

    @Override
    public String name() {
        return "decision_log";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<DecisionEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(DecisionEvent.class), Set.of("decision"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(DECISIONS);
    }

    @Override
    public List<Change> apply(Recorded<DecisionEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case DecisionProposed proposed -> List.of(DECISIONS.insert(entry(id, proposed)));
            case DecisionSupported _ -> List.of(DECISIONS.update(DecisionEntry::supported, id));
            case DecisionReferredUp referred ->
                List.of(DECISIONS.update(entry -> entry.neededAt(referred.toLevel()), id));
            case DecisionReturnedDown _ -> List.of(DECISIONS.update(entry -> entry.neededAt(0), id));
            case DecisionTaken taken ->
                List.of(DECISIONS.update(
                        entry -> entry.taken(taken.level(), taken.takenBy(), taken.takenAt(), taken.outsideRule()),
                        id));
            case DecisionOverturned _ -> List.of(DECISIONS.update(DecisionEntry::overturned, id));
            // The log shows where a decision stands; what a manager made of it, the decision itself tells.
            case DecisionReviewed _ -> Change.unchanged();
        };
    }

    private static DecisionEntry entry(UUID id, DecisionProposed proposed) {
        return new DecisionEntry(
                id,
                proposed.referral(),
                proposed.caseId(),
                proposed.children().getFirst(),
                proposed.kind(),
                proposed.tier(),
                Status.PROPOSED,
                proposed.requiredLevel(),
                proposed.requiredLevel(),
                proposed.proposedBy(),
                proposed.proposedAt(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
