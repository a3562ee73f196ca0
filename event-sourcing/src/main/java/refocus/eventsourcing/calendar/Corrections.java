package refocus.eventsourcing.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What the general rules of bank holidays do not know: days proclaimed once, and days that were moved.
///
/// A newly proclaimed holiday is a line in `calendar/<name>.json`, not a change of code.
record Corrections(String calendar, Set<Day> proclaimed, Set<Day> moved) {

    /// A day and why.
    record Day(LocalDate date, String reason) {}

    static Corrections named(String calendar) {
        try (InputStream file = Corrections.class.getResourceAsStream("/calendar/%s.json".formatted(calendar))) {
            return new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file, calendar), Corrections.class);
        } catch (IOException e) {
            throw new UncheckedIOException("calendar " + calendar, e);
        }
    }

    Set<LocalDate> holidays() {
        return dates(proclaimed);
    }

    Set<LocalDate> workedAfterAll() {
        return dates(moved);
    }

    private static Set<LocalDate> dates(Set<Day> days) {
        return days.stream().map(Day::date).collect(Collectors.toUnmodifiableSet());
    }
}
