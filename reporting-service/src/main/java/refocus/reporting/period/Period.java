package refocus.reporting.period;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/// Civil days in Wales from one up to, and not including, another.
public record Period(LocalDate from, LocalDate to) {

    /// Where a civil day begins and ends.
    public static final ZoneId WALES = ZoneId.of("Europe/London");

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period has at least one day");
        }
    }

    /// The civil day in Wales of something that happened.
    public static LocalDate day(Instant occurredAt) {
        return LocalDate.ofInstant(occurredAt, WALES);
    }

    /// Whether monthly totals answer for it.
    public boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1;
    }

    /// The period cut at the beginnings of these units, the first and last possibly in part; none is left out.
    public List<Bucket> by(By by) {
        return Stream.iterate(from, start -> start.isBefore(to), by::next)
                .map(start -> new Bucket(by.key(start), start, earlier(by.next(start), to)))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// One part of a period.
    public record Bucket(String key, LocalDate from, LocalDate to) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }
}
