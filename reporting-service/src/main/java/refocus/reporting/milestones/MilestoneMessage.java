package refocus.reporting.milestones;

import java.time.LocalDate;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What staff-service says of milestones. Everything else passes by.
public sealed interface MilestoneMessage {

    /// The topic, from its beginning.
    static Feed<MilestoneMessage> feed() {
        return new Feed.Topic<>(
                EventTypes.of(MilestoneMessage.class),
                "refocus.staff.events",
                "refocus.staff",
                Set.of("milestone"),
                true);
    }

    /// The service changed on this day, as in "one base".
    @EventName("milestone-reached")
    record MilestoneReached(Name name, LocalDate date) implements MilestoneMessage {}

    /// What it is called, in both languages.
    record Name(String en, String cy) {}
}
