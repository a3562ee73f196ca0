package refocus.eventsourcing.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.OwnContext;

/// Reads the rows of the builds that serve.
@Singleton
public class Views {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String UNDEFINED_TABLE = "42P01";

    private static final String APPLIED = """
            select coalesce((select version from views.applied_%1$s where stream_id = $1), 0) >= $2,
                   exists (select from views.parked_%1$s where stream_id = $1)""";

    private static final String ALL_APPLIED = """
            select (select coalesce(min(through) >= $1, false) from views.checkpoint_%1$s)
                       and not exists (select from views.parked_%1$s),
                   exists (select from views.parked_%1$s)""";

    private final Pool pool;
    private final Advances advances;
    private final Map<Class<?>, RowType<?>> rows = new ConcurrentHashMap<>();

    @Inject
    Views(Pool pool, Advances advances) {
        this.pool = pool;
        this.advances = advances;
    }

    /// Rows of a table as `t`.
    ///
    /// @param rest what follows `from views.… t`, with `$1`, `$2` … for the values
    public <R extends Record> Uni<List<R>> list(Table<R> table, String rest, Object... values) {
        String columns = this.<R>type(table.row()).columns().stream()
                .map(column -> "t." + column)
                .collect(Collectors.joining(", "));
        return query("select %s from views.%s t %s".formatted(columns, table.name(), rest), row(table.row()), values);
    }

    /// Any question over the views, read as records: a component is a column.
    public <R extends Record> Uni<List<R>> query(String sql, Class<R> answer, Object... values) {
        return query(sql, row(answer), values);
    }

    /// Waits until a projection has applied a version of a stream; fails with [NotYet] after two seconds.
    public Uni<Void> caughtUp(String projection, StreamId stream, long version) {
        return waited(projection, APPLIED, Tuple.of(stream.toString(), version));
    }

    /// Waits until a projection of the service's own log has applied all that is recorded by now, for what cannot be
    /// taken back; fails with [NotYet] after two seconds, and while any stream of it is parked.
    public Uni<Void> caughtUp(String projection) {
        return one("select now()", Tuple.tuple())
                .chain(now -> waited(projection, ALL_APPLIED, Tuple.of(now.get(OffsetDateTime.class, 0))));
    }

    private Uni<Void> waited(String projection, String sql, Tuple until) {
        Instant end = Instant.now().plus(PATIENCE);
        return OwnContext.backFrom(waited(projection, sql.formatted(projection), until, end));
    }

    private Uni<Void> waited(String projection, String sql, Tuple until, Instant end) {
        CompletionStage<?> next = advances.next(projection);
        return Uni.createFrom()
                .completionStage(() -> position(sql, until).toCompletionStage())
                .chain(position -> {
                    if (position.reached()) {
                        return Uni.createFrom().voidItem();
                    }
                    if (position.parked() || Instant.now().isAfter(end)) {
                        return Uni.createFrom().failure(new NotYet(projection, position.parked()));
                    }
                    return Uni.createFrom().completionStage(next).chain(() -> waited(projection, sql, until, end));
                });
    }

    /// Everything recorded up to then has been applied, on every slot of the projection's feed.
    public Uni<Instant> through(String projection) {
        return one(
                        "select coalesce(min(through), to_timestamp(0)) from views.checkpoint_%s".formatted(projection),
                        Tuple.tuple())
                .map(row -> row.get(OffsetDateTime.class, 0).toInstant());
    }

    private record Position(boolean reached, boolean parked) {}

    private Future<Position> position(String sql, Tuple until) {
        return pool.preparedQuery(sql).execute(until).map(rows -> {
            Row row = rows.iterator().next();
            return new Position(row.getBoolean(0), row.getBoolean(1));
        });
    }

    private Uni<Row> one(String sql, Tuple values) {
        return execute(sql, values).map(rows -> rows.iterator().next());
    }

    private <R> Uni<List<R>> query(String sql, Function<Row, R> read, Object... values) {
        return execute(sql, Tuple.from(values))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .collect(Collectors.toCollection(ArrayList::new)));
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple values) {
        return Uni.createFrom()
                .completionStage(() -> pool.preparedQuery(sql).execute(values).toCompletionStage())
                .onFailure(Views::isNotBuilt)
                .transform(_ -> new NotYet("the first build", false));
    }

    /// In the first moments of a new service the views are not there.
    private static boolean isNotBuilt(Throwable failure) {
        return failure instanceof PgException refused && UNDEFINED_TABLE.equals(refused.getSqlState());
    }

    private <R extends Record> Function<Row, R> row(Class<R> record) {
        RowType<R> type = type(record);
        return row -> type.row(row::getValue);
    }

    @SuppressWarnings("unchecked") // kept under its own class
    private <R extends Record> RowType<R> type(Class<R> record) {
        return (RowType<R>) rows.computeIfAbsent(record, _ -> new RowType<>(record));
    }
}
