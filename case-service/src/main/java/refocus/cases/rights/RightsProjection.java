package refocus.cases.rights;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.cases.decisionright.DecisionRightEvent;
import refocus.cases.decisionright.DecisionRightEvent.Conditions;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightRetired;
import refocus.cases.decisionright.DecisionRightEvent.DecisionRightSet;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each version of each right.
@Singleton
public class RightsProjection implements Projection<DecisionRightEvent> {

    public static final Table<RightEntry> RIGHTS = Table.of("rights", RightEntry.class, "kind", "tier", "version");

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<DecisionRightEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(DecisionRightEvent.class), Set.of("decision-rights"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(RIGHTS);
    }

    @Override
    public List<Change> apply(Recorded<DecisionRightEvent> recorded) {
        return switch (recorded.event()) {
            // A later version ends the one before it; the first has none before.
            case DecisionRightSet set ->
                List.of(
                        RIGHTS.update(
                                before -> before.until(set.validFrom()), set.kind(), set.tier(), set.version() - 1),
                        RIGHTS.insert(entry(set)));
            case DecisionRightRetired retired ->
                List.of(RIGHTS.update(
                        right -> right.until(retired.validTo()), retired.kind(), retired.tier(), retired.version()));
        };
    }

    private static RightEntry entry(DecisionRightSet set) {
        return new RightEntry(
                set.kind(),
                set.tier(),
                set.version(),
                set.lowestLevel(),
                set.conditions().map(Conditions::en),
                set.conditions().map(Conditions::cy),
                set.validFrom(),
                Optional.empty());
    }
}
