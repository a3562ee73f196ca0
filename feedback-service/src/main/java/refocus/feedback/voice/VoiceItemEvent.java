package refocus.feedback.voice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one thing that was said.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface VoiceItemEvent {

    /// Something was said.
    ///
    /// @param saidBy the worker whose words they are, where they want to be known
    /// @param replyDueOn 30 working days after it was said
    @EventName("voice-item-logged")
    record VoiceItemLogged(
            Optional<UUID> saidBy, String source, String theme, Sealed said, LocalDate saidOn, LocalDate replyDueOn)
            implements VoiceItemEvent {}

    @EventName("voice-item-acknowledged")
    record VoiceItemAcknowledged(LocalDate acknowledgedOn) implements VoiceItemEvent {}

    @EventName("we-did-published")
    record WeDidPublished(Answer answer, boolean inTime, LocalDate publishedOn) implements VoiceItemEvent {}

    /// The answer is no, for a reason and until a day.
    ///
    /// @param reason a code
    @EventName("we-cannot-published")
    record WeCannotPublished(Answer answer, String reason, LocalDate reviewOn, boolean inTime, LocalDate publishedOn)
            implements VoiceItemEvent {}

    /// What is published, in both languages: what was said, retold so that nobody is known by it, and the
    /// answer.
    record Answer(Sealed youSaidEn, Sealed youSaidCy, Sealed answerEn, Sealed answerCy) {}
}
