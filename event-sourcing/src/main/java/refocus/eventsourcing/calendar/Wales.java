package refocus.eventsourcing.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The civil day of a moment, where the service works.
public final class Wales {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Wales() {}

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// The first moment after a day.
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
