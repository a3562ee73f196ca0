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
import java.util.function.LongFunction;
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

    /// A long history is folded some events at a time: its texts are never all in memory.
    static final int PAGE = 500;

    /// So many first pages come in one answer at most.
    private static final int STREAMS = 32;

    // Lists come by `(select $1)`: PostgreSQL plans this once, and not for each list (decision 0012).

    /// For each stream, the snapshot, where there is one, as a row without a type; then the first events after it.
    private static final String HISTORY = """
            select h.type, h.schema_version, h.data, h.version, asked.place
            from unnest((select $1::text[]), (select $2::int[])) with ordinality as asked (stream_id, state_version, place)
            cross join lateral (
                with kept as (
                    select version, state from snapshot s
                    where s.stream_id = asked.stream_id and s.state_version = asked.state_version)
                select null as type, 0 as schema_version, state::text as data, version from kept
                union all
                (select type, schema_version, data::text, version from event e
                 where e.stream_id = asked.stream_id and version > coalesce((select version from kept), 0)
                 order by version limit $3)) as h
            order by asked.place, h.version""";

    private static final String LATER = """
            select type, schema_version, data::text, version from event
            where stream_id = $1 and version > $2 order by version limit $3""";

    private static final String KNOWN = """
            select type, schema_version, data::text, version from event
            where stream_id = $1 and version > $2 and recorded_at <= $4 order by version limit $3""";

    private static final String NEWEST = """
            select coalesce(
                (select version from event e where e.stream_id = asked.stream_id order by version desc limit 1), 0)
            from unnest((select $1::text[])) with ordinality as asked (stream_id, place)
            order by place""";

    private static final String KEEP = """
            insert into snapshot (stream_id, version, state_version, state) values ($1, $2, $3, $4::text::jsonb)
            on conflict (stream_id) do update
            set version = excluded.version, state_version = excluded.state_version, state = excluded.state
            where snapshot.version < excluded.version or snapshot.state_version < excluded.state_version""";

    /// A stream whose beginning is asked for, with the version of the snapshots that can be read.
    private record Beginning(StreamId stream, int stateVersion) {}

    private final Pool pool;
    private final Batched<StreamId, Long> newest = new Batched<>(1000, this::newest);
    private final Batched<Beginning, List<Row>> beginnings = new Batched<>(STREAMS, this::beginnings);

    Histories(Pool pool) {
        this.pool = pool;
    }

    /// The version a stream is at in the log, 0 for none.
    CompletableFuture<Long> newest(StreamId stream) {
        return newest.ask(stream);
    }

    <E, S> CompletableFuture<Loaded<S>> load(StreamType<?, E, S> type, StreamId stream) {
        return beginnings.ask(new Beginning(stream, type.stateVersion())).thenCompose(rows -> {
            Loaded<S> kept = kept(type, rows);
            return onward(type, kept, rows, version -> query(LATER, Tuple.of(stream.toString(), version, PAGE)))
                    .whenComplete((loaded, _) -> {
                        if (loaded != null && loaded.version() - kept.version() > SNAPSHOT_AFTER) {
                            keep(type, stream, loaded);
                        }
                    });
        });
    }

    /// From the beginning: a snapshot may hold what was recorded later.
    <E, S> CompletableFuture<Loaded<S>> known(StreamType<?, E, S> type, StreamId stream, Instant at) {
        LongFunction<CompletableFuture<? extends Iterable<Row>>> page =
                version -> query(KNOWN, Tuple.of(stream.toString(), version, PAGE, at.atOffset(ZoneOffset.UTC)));
        return page.apply(0).thenCompose(rows -> onward(type, Loaded.nothing(type), rows, page));
    }

    private CompletableFuture<List<Long>> newest(List<StreamId> streams) {
        return query(NEWEST, Tuple.of(streams.stream().map(StreamId::toString).toArray(String[]::new)))
                .thenApply(rows -> rows.stream().map(row -> row.getLong(0)).toList());
    }

    private CompletableFuture<List<List<Row>>> beginnings(List<Beginning> asked) {
        String[] streams = asked.stream().map(one -> one.stream().toString()).toArray(String[]::new);
        Integer[] stateVersions = asked.stream().map(Beginning::stateVersion).toArray(Integer[]::new);
        return query(HISTORY, Tuple.of(streams, stateVersions, PAGE)).thenApply(rows -> {
            List<List<Row>> found =
                    asked.stream().<List<Row>>map(_ -> new ArrayList<>()).toList();
            for (Row row : rows) {
                found.get(row.getInteger(4) - 1).add(row);
            }
            return found;
        });
    }

    private static <S> Loaded<S> kept(StreamType<?, ?, S> type, Iterable<Row> rows) {
        for (Row row : rows) {
            if (isSnapshot(row)) {
                return new Loaded<>(row.getLong(3), EventJson.read(row.getString(2), type.state()), true);
            }
        }
        return Loaded.nothing(type);
    }

    /// Folds a page, and asks for the next while pages are full.
    private static <E, S> CompletableFuture<Loaded<S>> onward(
            StreamType<?, E, S> type,
            Loaded<S> from,
            Iterable<Row> page,
            LongFunction<CompletableFuture<? extends Iterable<Row>>> after) {
        List<E> later = new ArrayList<>();
        for (Row row : page) {
            if (!isSnapshot(row)) {
                later.add(decode(type.events(), row));
            }
        }
        var further = new Loaded<>(from.version() + later.size(), type.decider().fold(from.state(), later), true);
        return later.size() < PAGE
                ? CompletableFuture.completedFuture(further)
                : after.apply(further.version()).thenCompose(next -> onward(type, further, next, after));
    }

    private static boolean isSnapshot(Row row) {
        return row.getString(0) == null;
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
