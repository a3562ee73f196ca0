package refocus.eventsourcing.log;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The one statement that writes to the log.
///
/// It runs in a transaction of its own and is that transaction's first write. The version each command was decided on
/// was read before, in another transaction: what was decided on an older version finds its place taken, or its
/// predecessor missing, and does not get in.
final class AppendStatement {

    // By `(select $1)`, PostgreSQL plans it once, and not for each batch (decision 0012).
    private static final String INPUT = """
            unnest((select $1::text[]), (select $2::bigint[]), (select $3::uuid[]), (select $4::uuid[]),
                   (select $5::boolean[]), (select $6::text[]), (select $7::text[]), (select $8::int[]),
                   (select $9::text[]), (select $10::text[]), (select $11::timestamptz[]))
                as i(stream_id, version, event_id, command_id, is_first, fingerprint,
                     type, schema_version, data, meta, occurred_at)
            where (select must_be_first_write())""";

    private static final String COLUMNS = """
            event (stream_id, version, event_id, command_id, fingerprint,
                   type, schema_version, data, meta, occurred_at)""";

    private static final String PREDECESSOR = """
            (version = 1 or exists (
                select from event e where e.stream_id = i.stream_id and e.version = i.version - 1))""";

    /// All whose predecessor is there, each command with one event; a conflict fails the whole statement. It costs
    /// PostgreSQL less than [#WHO_CAN], which looks into each index before it writes there, and copies the rows
    /// (decision 0013). It sorts nothing: no stream has more than one row in it.
    private static final String ALL = """
            insert into %s
            select stream_id, version, event_id, command_id, fingerprint,
                   type, schema_version, data::jsonb, meta::jsonb, occurred_at
            from %s and %s
            returning command_id
            """.formatted(COLUMNS, INPUT, PREDECESSOR);

    /// Each command's first event decides whether the command gets in; the rest follow those that did.
    private static final String WHO_CAN = """
            with input as (select * from %s),
            got_in as (
                insert into %s
                select stream_id, version, event_id, command_id, fingerprint,
                       type, schema_version, data::jsonb, meta::jsonb, occurred_at
                from input i
                where is_first and %s
                order by stream_id
                on conflict do nothing
                returning command_id
            ),
            rest as (
                insert into %s
                select stream_id, version, event_id, null, null,
                       type, schema_version, data::jsonb, meta::jsonb, occurred_at
                from input join got_in using (command_id)
                where not is_first
                order by stream_id, version
            )
            select command_id from got_in
            """.formatted(INPUT, COLUMNS, PREDECESSOR, COLUMNS);

    /// Several streams change together or not at all: a conflict on any of them fails the whole statement.
    private static final String ALONE = """
            insert into %s
            select stream_id, version, event_id, case when is_first then command_id end, fingerprint,
                   type, schema_version, data::jsonb, meta::jsonb, occurred_at
            from %s
            order by stream_id, version
            returning command_id
            """.formatted(COLUMNS, INPUT);

    // One conflict seldom comes alone: two instances at the same streams, or a client that sends all again.
    private static final Duration CAREFUL = Duration.ofSeconds(1);

    private final Pool pool;
    private volatile long carefulUntil = System.nanoTime();

    AppendStatement(Pool pool) {
        this.pool = pool;
    }

    /// Writes a batch, at most one command per stream in it, in the order of the streams.
    ///
    /// @return the commands that got in
    Future<Set<UUID>> together(List<Append> batch) {
        if (System.nanoTime() - carefulUntil < 0 || !batch.stream().allMatch(Append::isOneEvent)) {
            return run(WHO_CAN, batch);
        }
        return run(ALL, batch).recover(failure -> {
            if (!taken(failure)) {
                return Future.failedFuture(failure);
            }
            carefulUntil = System.nanoTime() + CAREFUL.toNanos();
            return run(WHO_CAN, batch);
        });
    }

    /// Whether a statement failed because the place in a stream or the command id was taken already.
    static boolean taken(Throwable failure) {
        return failure instanceof PgException conflict && "23505".equals(conflict.getSqlState());
    }

    /// Writes one command's events to all its streams, or fails and writes none.
    Future<Set<UUID>> alone(Append append) {
        return run(ALONE, List.of(append));
    }

    private Future<Set<UUID>> run(String sql, List<Append> batch) {
        return pool.preparedQuery(sql)
                .execute(parameters(batch))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getUUID(0))
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static Tuple parameters(List<Append> batch) {
        int size = batch.stream()
                .flatMap(append -> append.parts().stream())
                .mapToInt(part -> part.events().size())
                .sum();
        var columns = new Columns(size);
        for (Append append : batch) {
            columns.add(append);
        }
        return columns.tuple();
    }

    /// The events of a batch turned from rows into columns.
    private static final class Columns {

        private final String[] streams;
        private final Long[] versions;
        private final UUID[] ids;
        private final UUID[] commands;
        private final Boolean[] firsts;
        private final String[] fingerprints;
        private final String[] types;
        private final Integer[] schemaVersions;
        private final String[] data;
        private final String[] metadata;
        private final OffsetDateTime[] occurred;
        private int at;

        Columns(int size) {
            streams = new String[size];
            versions = new Long[size];
            ids = new UUID[size];
            commands = new UUID[size];
            firsts = new Boolean[size];
            fingerprints = new String[size];
            types = new String[size];
            schemaVersions = new Integer[size];
            data = new String[size];
            metadata = new String[size];
            occurred = new OffsetDateTime[size];
        }

        void add(Append append) {
            boolean first = true;
            OffsetDateTime occurredAt = append.occurredAt().atOffset(ZoneOffset.UTC);
            for (Append.Part part : append.parts()) {
                String stream = part.stream().toString();
                long version = part.expected();
                for (Append.Event event : part.events()) {
                    version++;
                    streams[at] = stream;
                    versions[at] = version;
                    ids[at] = event.id();
                    commands[at] = append.command();
                    firsts[at] = first;
                    fingerprints[at] = first ? append.fingerprint().orElse(null) : null;
                    types[at] = event.type();
                    schemaVersions[at] = event.schemaVersion();
                    data[at] = event.data();
                    metadata[at] = event.metadata();
                    occurred[at] = occurredAt;
                    at++;
                    first = false;
                }
            }
        }

        Tuple tuple() {
            return Tuple.from(new Object[] {
                streams, versions, ids, commands, firsts, fingerprints, types, schemaVersions, data, metadata, occurred
            });
        }
    }
}
