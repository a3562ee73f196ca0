package refocus.reporting.supportloop;

import java.time.LocalDate;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What staff-service says happened to support needs. Everything else passes by: a need that was acknowledged or
/// delivered is still open.
sealed interface NeedMessage {

    EventTypes<NeedMessage> TYPES = EventTypes.of(NeedMessage.class);

    /// The topic, from its beginning.
    static Feed<NeedMessage> feed() {
        return new Feed.Topic<>(TYPES, "refocus.staff.events", "refocus.staff", Set.of("support-need"), true);
    }

    @EventName("support-need-raised")
    record SupportNeedRaised(LocalDate raisedOn) implements NeedMessage {}

    /// Something was found for it; again, where the last did not help.
    @EventName("support-sourced")
    record SupportSourced(LocalDate sourcedOn) implements NeedMessage {}

    /// By whoever raised it.
    @EventName("support-confirmed-useful")
    record SupportConfirmedUseful(LocalDate confirmedOn) implements NeedMessage {}

    @EventName("support-not-useful")
    record SupportNotUseful(LocalDate judgedOn) implements NeedMessage {}

    @EventName("support-need-declined")
    record SupportNeedDeclined(LocalDate declinedOn) implements NeedMessage {}
}
