package refocus.feedback.voices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;
import refocus.feedback.voice.VoiceItemEvent.Answer;

/// A thing that was said, as a list shows it: the published words, and no others.
public record VoiceEntry(
        UUID item,
        State state,
        String theme,
        LocalDate saidOn,
        Instant saidAt,
        LocalDate replyDueOn,
        Optional<LocalDate> acknowledgedOn,
        Optional<LocalDate> answeredOn,
        Optional<Boolean> inTime,
        Optional<String> reason,
        Optional<LocalDate> reviewOn,
        Optional<Sealed> youSaidEn,
        Optional<Sealed> youSaidCy,
        Optional<Sealed> answerEn,
        Optional<Sealed> answerCy) {

    /// Whether it is answered, and how.
    public enum State {
        WAITING,
        WE_DID,
        WE_CANNOT
    }

    VoiceEntry acknowledged(LocalDate on) {
        return new VoiceEntry(
                item,
                state,
                theme,
                saidOn,
                saidAt,
                replyDueOn,
                Optional.of(on),
                answeredOn,
                inTime,
                reason,
                reviewOn,
                youSaidEn,
                youSaidCy,
                answerEn,
                answerCy);
    }

    /// The first answer says whether it was in time; a later one does not change that.
    VoiceEntry answered(
            State next, Answer words, LocalDate on, boolean kept, Optional<String> why, Optional<LocalDate> again) {
        return new VoiceEntry(
                item,
                next,
                theme,
                saidOn,
                saidAt,
                replyDueOn,
                acknowledgedOn,
                Optional.of(on),
                inTime.or(() -> Optional.of(kept)),
                why,
                again,
                Optional.of(words.youSaidEn()),
                Optional.of(words.youSaidCy()),
                Optional.of(words.answerEn()),
                Optional.of(words.answerCy()));
    }
}
