package refocus.reporting.voices;

import java.time.LocalDate;
import java.util.Set;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.projection.Projection.Feed;

/// What feedback-service says of what was said and answered. Everything else passes by.
public sealed interface VoiceMessage {

    EventTypes<VoiceMessage> TYPES = EventTypes.of(VoiceMessage.class);

    /// The topic, from its beginning.
    static Feed<VoiceMessage> feed() {
        return new Feed.Topic<>(
                TYPES, "refocus.feedback.events", "refocus.feedback", Set.of("voice-item", "barrier"), true);
    }

    /// Something was said.
    ///
    /// @param theme a code
    /// @param replyDueOn 30 working days after it was said
    @EventName("voice-item-logged")
    record VoiceItemLogged(String theme, LocalDate replyDueOn) implements VoiceMessage {}

    /// The answer is yes, and done.
    ///
    /// @param inTime whether it was answered by the day it was due
    @EventName("we-did-published")
    record WeDidPublished(Boolean inTime) implements VoiceMessage {}

    @EventName("we-cannot-published")
    record WeCannotPublished(Boolean inTime) implements VoiceMessage {}

    /// One of those whom a barrier kept from children says that it is gone, and whether they were heard.
    @EventName("resolution-confirmed")
    record ResolutionConfirmed(Boolean feltHeard, LocalDate confirmedOn) implements VoiceMessage {}
}
