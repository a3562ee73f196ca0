package refocus.eventsourcing.fuzz;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Days and moments: most of them near, some where calendars turn.
record Moments(Random chance) {

    private static final List<String> TURNS = List.of(
            "2024-02-29",
            "2028-02-29",
            "2026-03-29",
            "2025-10-26",
            "2026-10-25",
            "2025-12-31",
            "2026-01-01",
            "1900-01-01",
            "2000-02-29",
            "2012-06-05");
    private static final List<String> INSTANTS = List.of(
            "2026-03-29T01:30:00Z",
            "2025-10-26T00:59:59.999999999Z",
            "2025-10-26T01:30:00+01:00",
            "2024-02-29T23:59:59Z",
            "2025-12-31T23:59:60Z",
            "2026-03-29T00:59:59-12:00");
    private static final int NEAR = 90;
    private static final int SELDOM = 4;

    String day() {
        if (chance.nextInt(SELDOM) == 0) {
            return TURNS.get(chance.nextInt(TURNS.size()));
        }
        return LocalDate.now(ZoneOffset.UTC)
                .plusDays(chance.nextInt(2 * NEAR) - NEAR)
                .toString();
    }

    String moment() {
        if (chance.nextInt(SELDOM) == 0) {
            return INSTANTS.get(chance.nextInt(INSTANTS.size()));
        }
        return Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(chance.nextInt(2 * NEAR) - NEAR, ChronoUnit.DAYS)
                .toString();
    }

    /// When it happened, which nobody tells before.
    String past() {
        return Instant.now()
                .truncatedTo(ChronoUnit.MILLIS)
                .minus(chance.nextInt(NEAR * 24), ChronoUnit.MINUTES)
                .toString();
    }
}
