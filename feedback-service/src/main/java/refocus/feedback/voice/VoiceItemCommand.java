package refocus.feedback.voice;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.feedback.voice.VoiceItemEvent.Answer;

/// What may be asked about a thing that was said.
public sealed interface VoiceItemCommand {

    /// Notes what was said.
    ///
    /// @param subject under whose key: the one who said it, or the item itself
    record LogVoiceItem(
            UUID subject,
            Optional<UUID> saidBy,
            String source,
            String theme,
            String said,
            LocalDate on,
            LocalDate replyDueOn)
            implements VoiceItemCommand {}

    /// Tells that it has been heard.
    record AcknowledgeVoiceItem(LocalDate on) implements VoiceItemCommand {}

    record PublishWeDid(Words words, LocalDate on) implements VoiceItemCommand {}

    record PublishWeCannot(Words words, String reason, LocalDate reviewOn, LocalDate on) implements VoiceItemCommand {}

    /// The published words, still in clear.
    ///
    /// @param item under whose key they are sealed
    record Words(UUID item, String youSaidEn, String youSaidCy, String answerEn, String answerCy) {

        Answer underSeal() {
            return new Answer(
                    about(item, youSaidEn), about(item, youSaidCy), about(item, answerEn), about(item, answerCy));
        }
    }
}
