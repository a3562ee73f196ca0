package refocus.cases.frontdoor;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each referral, with what has been done about it, and one for each child it is about.
@Singleton
public class FrontDoorProjection implements Projection<ReferralEvent> {

    public static final Table<ReferralEntry> FRONT_DOOR = Table.of("front_door", ReferralEntry.class, "referral");
    static final Table<ReportedChild> CHILDREN = Table.of("front_door_child", ReportedChild.class, "referral", "child");

    @Override
    public String name() {
        return "front_door";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Feed<ReferralEvent> feed() {
        return new Feed.OwnLog<>(EventTypes.of(ReferralEvent.class), Set.of("referral"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FRONT_DOOR, CHILDREN);
    }

    @Override
    public List<Change> apply(Recorded<ReferralEvent> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case ReferralReceived received ->
                Stream.concat(
                                Stream.of(FRONT_DOOR.insert(entry(id, received, recorded))),
                                received.children().stream()
                                        .map(child -> CHILDREN.insert(new ReportedChild(
                                                id, child, received.receivedOn(), recorded.occurredAt()))))
                        .toList();
            case ReferralAcknowledged acknowledged ->
                List.of(FRONT_DOOR.update(entry -> entry.acknowledged(acknowledged.acknowledgedOn()), id));
            case ReferralTriaged triaged -> List.of(FRONT_DOOR.update(entry -> entry.triaged(triaged.triagedOn()), id));
            // The front door lists reports; what came before one, the report itself tells.
            case ReferralLinkedToEarlier _ -> Change.unchanged();
        };
    }

    private static ReferralEntry entry(UUID id, ReferralReceived received, Recorded<?> recorded) {
        return new ReferralEntry(
                id,
                received.children().stream().map(UUID::toString).collect(Collectors.joining(" ")),
                received.source(),
                String.join(" ", received.reasons()),
                received.urgency(),
                received.receivedOn(),
                recorded.occurredAt(),
                Optional.empty(),
                Optional.empty(),
                recorded.metadata().actor());
    }
}
