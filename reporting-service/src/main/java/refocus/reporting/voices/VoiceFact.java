package refocus.reporting.voices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Table;

/// Something was said, or answered.
///
/// @param theme where it was said
/// @param dueOn where it was said
/// @param inTime where it was answered
record VoiceFact(
        UUID eventId,
        UUID item,
        String type,
        String stream,
        Long version,
        Optional<String> theme,
        Optional<LocalDate> dueOn,
        Optional<Boolean> inTime,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<VoiceFact> FACTS = Table.of("voice_fact", VoiceFact.class, "eventId");

    static VoiceFact said(Recorded<VoiceMessage> recorded, String theme, LocalDate dueOn) {
        return of(recorded, Optional.of(theme), Optional.of(dueOn), Optional.empty());
    }

    static VoiceFact answered(Recorded<VoiceMessage> recorded, boolean inTime) {
        return of(recorded, Optional.empty(), Optional.empty(), Optional.of(inTime));
    }

    private static VoiceFact of(
            Recorded<VoiceMessage> recorded,
            Optional<String> theme,
            Optional<LocalDate> dueOn,
            Optional<Boolean> inTime) {
        return new VoiceFact(
                recorded.id(),
                recorded.stream().id(),
                VoiceMessage.TYPES.of(recorded.event()).name(),
                recorded.stream().toString(),
                recorded.version(),
                theme,
                dueOn,
                inTime,
                recorded.occurredAt(),
                recorded.recordedAt());
    }
}
