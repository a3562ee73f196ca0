package refocus.eventsourcing.personal;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keys of our own that are not a person's and must never change, whatever becomes of the master key: fingerprints and
/// search hashes are stored, and made by them.
///
/// All come from one root. It is the first master key, and kept beside the subject keys, wrapped as they are and
/// wrapped again as they are: so it outlives the master key it was. A program without a database of keys takes that
/// key itself.
@ApplicationScoped
public class DerivedKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String KEEP = """
            insert into derivation_root (wrapped, master_version) values ($1, $2) on conflict do nothing""";

    private final Optional<Pool> pool;
    private final MasterKeys master;
    private Optional<SecretKey> root = Optional.empty();

    @Inject
    DerivedKeys(
            @ConfigProperty(name = "quarkus.datasource.keys.reactive.url") Optional<String> database,
            @ReactiveDataSource("keys") Instance<Pool> pool,
            MasterKeys master) {
        this(database.map(_ -> pool.get()), master);
    }

    DerivedKeys(Optional<Pool> pool, MasterKeys master) {
        this.pool = pool;
        this.master = master;
    }

    /// Keyed hashes of one use, the same at every start and in every instance.
    public KeyedHash hash(String purpose) {
        return KeyedHash.with(of(purpose));
    }

    byte[] of(String purpose) {
        return DerivationRoot.derived(root(), purpose);
    }

    /// Blocking until it is loaded: asked for at the start, where there is time.
    synchronized SecretKey root() {
        if (root.isEmpty()) {
            root = Optional.of(pool.map(this::kept).orElseGet(master::first));
        }
        return root.get();
    }

    private SecretKey kept(Pool keys) {
        return found(keys).orElseGet(() -> {
            MasterKeys.Wrapped wrapped =
                    master.wrap(DerivationRoot.ID, master.first().getEncoded());
            run(keys, KEEP, Tuple.of(wrapped.bytes(), wrapped.version()));
            return found(keys).orElseThrow();
        });
    }

    private Optional<SecretKey> found(Pool keys) {
        RowSet<Row> rows = run(keys, DerivationRoot.FIND, Tuple.tuple());
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(root(KeyStore.wrapped(rows.iterator().next())));
    }

    private SecretKey root(MasterKeys.Wrapped wrapped) {
        return AesGcm.key(master.unwrap(DerivationRoot.ID, wrapped));
    }

    private static RowSet<Row> run(Pool keys, String sql, Tuple arguments) {
        return keys.preparedQuery(sql).execute(arguments).await().atMost(PATIENCE);
    }
}
