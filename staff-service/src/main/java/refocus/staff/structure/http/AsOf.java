package refocus.staff.structure.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import refocus.eventsourcing.Impossible;

/// What `asOf` names: a day, whose structure is asked for, or a moment, up to which what was recorded counts.
record AsOf(Optional<LocalDate> day, Optional<Instant> moment) {

    static AsOf fromString(String text) {
        try {
            return text.contains("T")
                    ? new AsOf(Optional.empty(), Optional.of(Instant.parse(text)))
                    : new AsOf(Optional.of(LocalDate.parse(text)), Optional.empty());
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /// What will be known is not known.
    AsOf past(Instant now) {
        if (moment.filter(now::isBefore).isPresent()) {
            throw new Impossible("asOf", "in-the-future");
        }
        return this;
    }
}
