package refocus.eventsourcing.log;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.personal.EventJson;

/// Reads one stream and folds it, from a snapshot where there is one.
final class Histories {

    private static final Logger LOG = Logger.getLogger(Histories.class);

    /// A snapshot is made when this many events had to be folded: below, folding is cheaper than keeping one.
    static final int SNAPSHOT_AFTER = 250;

    /// The snapshot, where there is one, as a row without a type; then the events after it.
    private static final String HISTORY = """
            with kept as (select version, state from snapshot where stream_id = $1 and state_version = $2)
            select null as type, 0 as schema_version, state::text as data, version from kept
            union all
            select type, schema_version, data::text, version from event
            where stream_id = $1 and version > coalesce((select version from kept), 0)
            order by version""";

    private static final String KNOWN = """
            select type, schema_version, data::text from event
            where stream_id = $1 and recorded_at <= $2 order by version""";

    private static final String NEWEST = "select version from event where stream_id = $1 order by version desc limit 1";

    private static final String KEEP = """
            insert into snapshot (stream_id, version, state_version, state) values ($1, $2, $3, $4::text::jsonb)
            on conflict (stream_id) do update
            set version = excluded.version, state_version = excluded.state_version, state = excluded.state
            where snapshot.version < excluded.version or snapshot.state_version < excluded.state_version""";

    private final Pool pool;

    Histories(Pool pool) {
        this.pool = pool;
    }

    /// The version a stream is at in the log, 0 for none.
    CompletableFuture<Long> newest(StreamId stream) {
        return query(NEWEST, Tuple.of(stream.toString()))
                .thenApply(
                        rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    <E, S> CompletableFuture<Loaded<S>> load(StreamType<?, E, S> type, StreamId stream) {
        return query(HISTORY, Tuple.of(stream.toString(), type.stateVersion())).thenApply(rows -> {
            Loaded<S> loaded = replayed(type, rows);
            if (rows.size() > SNAPSHOT_AFTER) {
                keep(type, stream, loaded);
            }
            return loaded;
        });
    }

    private static <E, S> Loaded<S> replayed(StreamType<?, E, S> type, RowSet<Row> rows) {
        Loaded<S> from = Loaded.nothing(type);
        List<E> later = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row.getString(0) == null) {
                from = new Loaded<>(row.getLong(3), EventJson.read(row.getString(2), type.state()), true);
            } else {
                later.add(decode(type.events(), row));
            }
        }
        return new Loaded<>(from.version() + later.size(), type.decider().fold(from.state(), later), true);
    }

    /// From the beginning: a snapshot may hold what was recorded later.
    <E, S> CompletableFuture<Loaded<S>> known(StreamType<?, E, S> type, StreamId stream, Instant at) {
        return query(KNOWN, Tuple.of(stream.toString(), at.atOffset(ZoneOffset.UTC)))
                .thenApply(rows -> replayed(type, rows));
    }

    /// Nobody waits for it, and nothing is lost without it.
    private <S> void keep(StreamType<?, ?, S> type, StreamId stream, Loaded<S> loaded) {
        String state = EventJson.write(loaded.state(), type.state());
        var _ = query(KEEP, Tuple.of(stream.toString(), loaded.version(), type.stateVersion(), state))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.warnf("no snapshot of a %s was kept", stream.category());
                    }
                });
    }

    private static <E> E decode(EventTypes<E> types, Row row) {
        String name = row.getString(0);
        EventTypes.Type<E> type = types.named(name)
                .orElseThrow(
                        () -> new IllegalStateException("the log holds an event this service does not know: " + name));
        return EventJson.read(types, type, row.getInteger(1), row.getString(2));
    }

    private CompletableFuture<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).toCompletionStage().toCompletableFuture();
    }
}
