package refocus.eventsourcing.log;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import refocus.eventsourcing.StreamId;

/// Entries of the log as they stand there, undecoded: for whoever must see all that is recorded, whatever its type.
@Singleton
public class Entries {

    private static final String OF = """
            select e.tx::text::bigint as txid, e.pos, e.stream_id, e.version, e.event_id, e.type, e.schema_version,
                   e.data::text as data, e.meta::text as meta, e.occurred_at, e.recorded_at
            from event e where e.stream_id = any($1) order by e.occurred_at, e.tx, e.pos""";

    private final Pool pool;

    @Inject
    Entries(Pool pool) {
        this.pool = pool;
    }

    /// All of these streams, in the order of what happened.
    public Uni<List<LogTail.Entry>> of(Collection<StreamId> streams) {
        String[] ids = streams.stream().map(StreamId::toString).toArray(String[]::new);
        return Uni.createFrom()
                .completionStage(
                        () -> pool.preparedQuery(OF).execute(Tuple.of(ids)).toCompletionStage())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Entries::entry)
                        .toList());
    }

    private static LogTail.Entry entry(Row row) {
        return new LogTail.Entry(
                row.getLong("txid"),
                row.getLong("pos"),
                row.getString("stream_id"),
                row.getLong("version"),
                row.getUUID("event_id"),
                row.getString("type"),
                row.getInteger("schema_version"),
                row.getString("data"),
                row.getString("meta"),
                row.get(OffsetDateTime.class, "occurred_at").toInstant(),
                row.get(OffsetDateTime.class, "recorded_at").toInstant());
    }
}
