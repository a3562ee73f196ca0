package refocus.eventsourcing.personal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/// The table of wrapped keys, in a database of its own.
class KeyStore {

    // A closed key is on its way out: nobody seals with it or opens by it, though it is there for a little longer.
    private static final String FIND = """
            select subject, case when closed_at is null then wrapped end as wrapped, master_version
            from subject_key where subject = any($1::uuid[])""";

    // Sorted, so that two makers of the same keys cannot wait for each other in a circle.
    private static final String FIND_OR_MAKE = """
            with asked as (
                select * from unnest($1::uuid[], $2::bytea[]) as asked (subject, wrapped)),
            found as (
                select subject, case when closed_at is null then wrapped end as wrapped, master_version
                from subject_key where subject = any($1::uuid[])),
            made as (
                insert into subject_key (subject, wrapped, master_version)
                select subject, wrapped, $3 from asked
                where not exists (select from found where found.subject = asked.subject)
                order by subject
                on conflict do nothing
                returning subject, wrapped, master_version)
            select * from found union all select * from made
            """;

    /// `$3` is for how many seconds the key must have been closed; for one that was never made, nothing is waited for.
    private static final String DESTROY = """
            insert into subject_key (subject, wrapped, master_version, closed_at, destroyed_at)
            select subject, null, $2, now(), now() from unnest($1::uuid[]) as asked (subject)
            on conflict (subject) do update
                set wrapped = null,
                    closed_at = coalesce(subject_key.closed_at, now()),
                    destroyed_at = coalesce(subject_key.destroyed_at, now())
                where subject_key.destroyed_at is null
                  and ($3::int = 0 or subject_key.closed_at <= now() - make_interval(secs => $3::int))
            """;

    private static final String CLOSE = """
            insert into subject_key (subject, wrapped, master_version, closed_at, destroyed_at)
            values ($1, null, $2, now(), now())
            on conflict (subject) do update set closed_at = now() where subject_key.closed_at is null
            """;

    private static final String CLOSED_LATELY =
            "select subject from subject_key where closed_at > now() - make_interval(secs => $1::int)";

    private static final String UNKNOWN = """
            select asked.subject from unnest($1::uuid[]) as asked (subject)
            where not exists (select from subject_key k where k.subject = asked.subject)""";

    private static final String GONE = "select subject from subject_key where subject = $1 and wrapped is null";

    private static final String OLD = """
            select subject, wrapped, master_version from subject_key
            where wrapped is not null and master_version < $1 limit 500""";

    /// Only what is as it was read: another instance may have done it, and a destroyed key stays destroyed.
    private static final String REWRAP = """
            update subject_key k set wrapped = n.wrapped, master_version = $4
            from unnest($1::uuid[], $2::bytea[], $3::int[]) as n (subject, wrapped, old)
            where k.subject = n.subject and k.master_version = n.old and k.wrapped is not null""";

    private static final String OLD_ROOT =
            "select wrapped, master_version from derivation_root where master_version < $1";

    private static final String REWRAP_ROOT =
            "update derivation_root set wrapped = $1, master_version = $2 where master_version < $2";

    private static final String VERSIONS = """
            with recursive used (version) as (
                (select min(master_version) from subject_key where wrapped is not null)
                union all
                select (select min(k.master_version) from subject_key k
                        where k.wrapped is not null and k.master_version > used.version)
                from used where used.version is not null)
            select version from used where version is not null
            union select master_version from derivation_root""";

    private final Supplier<Pool> pool;
    private final MasterKeys master;

    KeyStore(Supplier<Pool> pool, MasterKeys master) {
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

    /// Nothing is sealed with these keys or opened by them any more.
    Uni<Void> close(UUID subject) {
        return run(CLOSE, Tuple.of(subject, master.newest())).replaceWithVoid();
    }

    /// Destroys keys, those that have been closed for so long.
    Uni<Void> destroy(Set<UUID> subjects, Duration closedFor) {
        return run(DESTROY, Tuple.of(subjects.toArray(UUID[]::new), master.newest(), (int) closedFor.toSeconds()))
                .replaceWithVoid();
    }

    Uni<Set<UUID>> closedWithin(Duration lately) {
        return run(CLOSED_LATELY, Tuple.of((int) lately.toSeconds())).map(KeyStore::subjects);
    }

    /// Those of them that no key was ever made for.
    Uni<Set<UUID>> unknown(Set<UUID> subjects) {
        return run(UNKNOWN, Tuple.of(subjects.toArray(UUID[]::new))).map(KeyStore::subjects);
    }

    /// Whether the key was made and is there no more.
    Uni<Boolean> isGone(UUID subject) {
        return run(GONE, Tuple.of(subject)).map(rows -> rows.size() > 0);
    }

    /// The versions of master keys that something is wrapped by.
    Uni<Set<Integer>> masterVersions() {
        return run(VERSIONS, Tuple.tuple()).map(rows -> {
            Set<Integer> versions = new TreeSet<>();
            rows.forEach(row -> versions.add(row.getInteger("version")));
            return versions;
        });
    }

    /// Wraps some keys again, by the newest master key.
    ///
    /// @return how many; 0 when there is none left to do
    Uni<Integer> rewrapSome() {
        return run(OLD, Tuple.of(master.newest()))
                .chain(rows -> rows.size() == 0 ? rewrapRoot() : rewrap(rows).replaceWith(rows.size()));
    }

    private Uni<RowSet<Row>> rewrap(RowSet<Row> rows) {
        List<UUID> subjects = new ArrayList<>();
        List<Buffer> wrapped = new ArrayList<>();
        List<Integer> old = new ArrayList<>();
        for (Row row : rows) {
            UUID subject = row.getUUID("subject");
            subjects.add(subject);
            wrapped.add(master.rewrap(subject, wrapped(row)).bytes());
            old.add(row.getInteger("master_version"));
        }
        return run(
                REWRAP,
                Tuple.of(
                        subjects.toArray(UUID[]::new),
                        wrapped.toArray(Buffer[]::new),
                        old.toArray(Integer[]::new),
                        master.newest()));
    }

    private Uni<Integer> rewrapRoot() {
        return run(OLD_ROOT, Tuple.of(master.newest())).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            MasterKeys.Wrapped again =
                    master.rewrap(DerivationRoot.ID, wrapped(rows.iterator().next()));
            return run(REWRAP_ROOT, Tuple.of(again.bytes(), again.version())).replaceWith(1);
        });
    }

    private Tuple withNewKeys(Set<UUID> subjects) {
        UUID[] asked = subjects.toArray(UUID[]::new);
        Buffer[] wrapped = new Buffer[asked.length];
        for (int i = 0; i < asked.length; i++) {
            wrapped[i] = master.wrap(asked[i], AesGcm.newKey()).bytes();
        }
        return Tuple.of(asked, wrapped, master.newest());
    }

    private Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return pool.get().preparedQuery(sql).execute(arguments);
    }

    private static Set<UUID> subjects(RowSet<Row> rows) {
        Set<UUID> subjects = new HashSet<>();
        rows.forEach(row -> subjects.add(row.getUUID("subject")));
        return subjects;
    }

    private Map<UUID, SubjectKey> keys(RowSet<Row> rows) {
        Map<UUID, SubjectKey> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.getUUID("subject"), key(row)));
        return keys;
    }

    private SubjectKey key(Row row) {
        UUID subject = row.getUUID("subject");
        return row.getDelegate().getBuffer("wrapped") == null
                ? new SubjectKey.Destroyed()
                : new SubjectKey.Live(subject, AesGcm.key(master.unwrap(subject, wrapped(row))));
    }

    static MasterKeys.Wrapped wrapped(Row row) {
        return new MasterKeys.Wrapped(
                row.getInteger("master_version"), row.getDelegate().getBuffer("wrapped"));
    }
}
