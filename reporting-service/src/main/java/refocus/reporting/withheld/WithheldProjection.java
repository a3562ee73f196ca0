package refocus.reporting.withheld;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.withheld.PlaceMessage.AccessLifted;
import refocus.reporting.withheld.PlaceMessage.AccessRestricted;
import refocus.reporting.withheld.PlaceMessage.CaseOpened;
import refocus.reporting.withheld.PlaceMessage.ChildRecordCreated;
import refocus.reporting.withheld.PlaceMessage.DeadlineSet;
import refocus.reporting.withheld.PlaceMessage.DecisionProposed;
import refocus.reporting.withheld.PlaceMessage.DirectWorkHeld;
import refocus.reporting.withheld.PlaceMessage.ReferralReceived;
import refocus.reporting.withheld.PlaceMessage.There;

/// Keeps a row for each child whose record is restricted, and one for each place in the log that is about a child.
@Singleton
class WithheldProjection implements Projection<PlaceMessage> {

    static final Table<WithheldChild> CHILDREN = Table.of("withheld_child", WithheldChild.class, "child");
    static final Table<Place> PLACES = Table.of("withheld_place", Place.class, "place", "child");

    @Override
    public String name() {
        return "withheld";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<PlaceMessage> feed() {
        return PlaceMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CHILDREN, PLACES);
    }

    @Override
    public List<Change> apply(Recorded<PlaceMessage> recorded) {
        UUID id = recorded.stream().id();
        String stream = recorded.stream().toString();
        return switch (recorded.event()) {
            case AccessRestricted _ -> List.of(CHILDREN.insert(new WithheldChild(id)));
            case AccessLifted _ -> List.of(CHILDREN.delete(id));
            case ChildRecordCreated _ -> about(stream, List.of(id));
            case CaseOpened(var child) -> about(stream, List.of(child));
            case ReferralReceived(var children) -> about(stream, children);
            case DeadlineSet(var children) -> about(stream, children);
            case DecisionProposed(var children) -> about(stream, children);
            // The child whose case it is has it in the stream's own name.
            case DirectWorkHeld(var children) when children.size() < 2 -> Change.unchanged();
            case DirectWorkHeld(var children) ->
                about(
                        recorded.id().toString(),
                        children.stream().map(There::child).distinct().toList());
        };
    }

    private static List<Change> about(String place, List<UUID> children) {
        return children.stream()
                .map(child -> PLACES.insert(new Place(place, child)))
                .toList();
    }
}
