package refocus.staff.sessions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A training session in the calendar.
public record SessionEntry(
        UUID session,
        String titleEn,
        String titleCy,
        String topic,
        String language,
        Instant startsAt,
        Optional<Integer> minutes,
        Integer places,
        Boolean cancelled) {

    SessionEntry calledOff() {
        return new SessionEntry(session, titleEn, titleCy, topic, language, startsAt, minutes, places, true);
    }
}
