package refocus.eventsourcing.log;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.Append.Outcome;

/// Which commands have taken effect, and what they did: the log itself knows.
final class Commands {

    private static final String FIND = """
            select e.command_id, e.fingerprint, e.stream_id, e.version + coalesce((e.meta ->> 'more')::int, 0) as version
            from event e
            where e.command_id = any($1)""";

    private final Pool pool;

    Commands(Pool pool) {
        this.pool = pool;
    }

    CompletableFuture<Optional<Outcome.Repeated>> find(UUID command) {
        return find(Set.of(command)).thenApply(found -> Optional.ofNullable(found.get(command)));
    }

    CompletableFuture<Map<UUID, Outcome.Repeated>> find(Set<UUID> commands) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(commands.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Outcome.Repeated> found = new HashMap<>();
                    for (Row row : rows) {
                        var done = new Done(StreamId.fromString(row.getString(2)), row.getLong(3));
                        found.put(row.getUUID(0), new Outcome.Repeated(done, Optional.ofNullable(row.getString(1))));
                    }
                    return found;
                })
                .toCompletionStage()
                .toCompletableFuture();
    }
}
