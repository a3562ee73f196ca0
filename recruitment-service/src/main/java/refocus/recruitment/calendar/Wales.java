package refocus.recruitment.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The civil day of a moment, in Wales.
public final class Wales {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Wales() {}

    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
