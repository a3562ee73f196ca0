package refocus.eventsourcing.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// The table of wrapped keys, in a database of its own.
class KeyStore {

    private static final String FIND =
            "select subject, wrapped, master_version from subject_key where subject = any($1::uuid[])";

    // Sorted, so that two makers of the same keys cannot wait for each other in a circle.
    private static final String FIND_OR_MAKE = """
            with asked as (
                select * from unnest($1::uuid[], $2::bytea[]) as asked (subject, wrapped)),
            found as (
                select subject, wrapped, master_version from subject_key where subject = any($1::uuid[])),
            made as (
                insert into subject_key (subject, wrapped, master_version)
                select subject, wrapped, $3 from asked
                where not exists (select from found where found.subject = asked.subject)
                order by subject
                on conflict do nothing
                returning subject, wrapped, master_version)
            select * from found union all select * from made
            """;

    private static final String DESTROY = """
            insert into subject_key (subject, wrapped, master_version, destroyed_at) values ($1, null, $2, now())
            on conflict (subject) do update
                set wrapped = null, destroyed_at = coalesce(subject_key.destroyed_at, now())
            """;

    private final Supplier<Pool> pool;
    private final MasterKey master;

    KeyStore(Supplier<Pool> pool, MasterKey master) {
        this.pool = pool;
        this.master = master;
    }

    /// The keys there are.
    Uni<Map<UUID, SubjectKey>> find(Set<UUID> subjects) {
        return run(FIND, Tuple.of(subjects.toArray(UUID[]::new))).map(this::keys);
    }

    /// The keys there are, and new ones for the others.
    Uni<Map<UUID, SubjectKey>> make(Set<UUID> subjects) {
        return run(FIND_OR_MAKE, withNewKeys(subjects))
                .map(this::keys)
                // Another maker of the same keys came between: theirs are the ones.
                .chain(keys -> keys.size() == subjects.size() ? Uni.createFrom().item(keys) : find(subjects));
    }

    Uni<Void> destroy(UUID subject) {
        return run(DESTROY, Tuple.of(subject, MasterKey.VERSION)).replaceWithVoid();
    }

    private Tuple withNewKeys(Set<UUID> subjects) {
        UUID[] asked = subjects.toArray(UUID[]::new);
        Buffer[] wrapped = new Buffer[asked.length];
        for (int i = 0; i < asked.length; i++) {
            wrapped[i] = Buffer.buffer(master.wrap(asked[i], AesGcm.newKey()));
        }
        return Tuple.of(asked, wrapped, MasterKey.VERSION);
    }

    private Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return pool.get().preparedQuery(sql).execute(arguments);
    }

    private Map<UUID, SubjectKey> keys(RowSet<Row> rows) {
        Map<UUID, SubjectKey> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.getUUID("subject"), key(row)));
        return keys;
    }

    private SubjectKey key(Row row) {
        Buffer wrapped = row.getDelegate().getBuffer("wrapped");
        if (wrapped == null) {
            return new SubjectKey.Destroyed();
        }
        UUID subject = row.getUUID("subject");
        return new SubjectKey.Live(
                subject, master.unwrap(subject, row.getInteger("master_version"), wrapped.getBytes()));
    }
}
