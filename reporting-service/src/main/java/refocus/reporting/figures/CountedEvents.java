package refocus.reporting.figures;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import refocus.eventsourcing.projection.Views;

/// Pages through the events behind a figure.
///
/// The query has event_id, type, stream, version, occurred_at, recorded_at and counts (columns, with commas between)
/// of the events in days from $1 up to $2, as known at $3.
public final class CountedEvents {

    private static final UUID FIRST = new UUID(0, 0);

    private record Found(
            UUID eventId,
            String type,
            String stream,
            Long version,
            Instant occurredAt,
            Instant recordedAt,
            String counts) {

        CountedEvent event() {
            return new CountedEvent(
                    eventId,
                    type,
                    stream,
                    version,
                    occurredAt,
                    recordedAt,
                    Arrays.stream(counts.split(","))
                            .filter(Predicate.not(String::isEmpty))
                            .toList());
        }
    }

    private final String sql;

    public CountedEvents(String query) {
        this.sql = """
                select * from (%s) counted
                where (occurred_at, event_id) > ($4, $5) order by occurred_at, event_id limit $6""".formatted(query);
    }

    public Uni<List<CountedEvent>> page(Views views, Question question, Optional<CountedEvent.Place> after, int limit) {
        return views.query(
                        sql,
                        Found.class,
                        question.period().from(),
                        question.period().to(),
                        question.known(),
                        after.map(CountedEvent.Place::occurredAt)
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC),
                        after.map(CountedEvent.Place::event).orElse(FIRST),
                        limit)
                .map(found -> found.stream().map(Found::event).toList());
    }
}
