package refocus.reporting.figures;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Pages through the events behind a figure.
///
/// The query has event_id, type, stream, version, occurred_at, recorded_at and counts (columns, with commas between)
/// of the events in days from $1 up to $2, as known at $3.
public final class CountedEvents {

    private static final UUID FIRST = new UUID(0, 0);

    private final String sql;

    public CountedEvents(String query) {
        this.sql = """
                select * from (%s) counted
                where (occurred_at, event_id) > ($4, $5) order by occurred_at, event_id limit $6""".formatted(query);
    }

    public Uni<List<CountedEvent>> page(Pool pool, Question question, Optional<CountedEvent.Place> after, int limit) {
        return pool.preparedQuery(sql)
                .mapping(CountedEvents::event)
                .execute(Tuple.of(
                        question.period().from(),
                        question.period().to(),
                        question.known().atOffset(ZoneOffset.UTC),
                        after.map(CountedEvent.Place::occurredAt)
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC),
                        after.map(CountedEvent.Place::event).orElse(FIRST),
                        limit))
                .map(rows -> rows.stream().toList());
    }

    private static CountedEvent event(Row row) {
        return new CountedEvent(
                row.getUUID("event_id"),
                row.getString("type"),
                row.getString("stream"),
                row.getLong("version"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                Arrays.stream(row.getString("counts").split(","))
                        .filter(Predicate.not(String::isEmpty))
                        .toList());
    }
}
