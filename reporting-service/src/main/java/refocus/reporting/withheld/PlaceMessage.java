package refocus.reporting.withheld;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What case-service says of whose record is restricted, and of which children a stream is about. Everything else
/// passes by.
sealed interface PlaceMessage {

    /// The topic, from its beginning.
    static Feed<PlaceMessage> feed() {
        return new Feed.Topic<>(
                EventTypes.of(PlaceMessage.class),
                "refocus.case.events",
                "refocus.case",
                Set.of("child-access", "child", "case", "referral", "deadline", "decision"),
                true);
    }

    @EventName("access-restricted")
    record AccessRestricted() implements PlaceMessage {}

    @EventName("access-lifted")
    record AccessLifted() implements PlaceMessage {}

    @EventName("child-record-created")
    record ChildRecordCreated() implements PlaceMessage {}

    @EventName("case-opened")
    record CaseOpened(UUID child) implements PlaceMessage {}

    @EventName("referral-received")
    record ReferralReceived(List<UUID> children) implements PlaceMessage {}

    @EventName("deadline-set")
    record DeadlineSet(List<UUID> children) implements PlaceMessage {}

    @EventName("decision-proposed")
    record DecisionProposed(List<UUID> children) implements PlaceMessage {}

    /// A session may be with children whose case it is not.
    @EventName("direct-work-held")
    record DirectWorkHeld(List<There> children) implements PlaceMessage {}

    record There(UUID child) {}
}
