package refocus.eventsourcing.personal;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keys on a server of a test's own, under a master key of zeros.
public final class TestKeys implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private TestKeys(int port) {
        var address = PgConnectOptions.fromUri("postgresql://postgres@localhost:%d/postgres".formatted(port));
        pool = Pool.pool(vertx, address, new PoolOptions().setMaxSize(2));
    }

    public static TestKeys on(int port) {
        return new TestKeys(port);
    }

    /// What an instance that has just started sees.
    public record Fresh(SubjectKeys keys) {

        public Optional<String> open(Sealed.Cipher text) {
            return keys.openerNow(Set.of(text.subject())).open(text).text();
        }
    }

    public Fresh fresh() {
        var master = new MasterKeys(Base64.getEncoder().encodeToString(new byte[32]));
        return new Fresh(new SubjectKeys(
                new KeyStore(() -> pool, master),
                1000,
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Optional.empty()));
    }

    public Sealed.Cipher seal(UUID subject, String text) {
        return fresh().keys()
                .sealer(Set.of(subject))
                .await()
                .atMost(PATIENCE)
                .seal(new Sealed.Clear(subject, text), UUID.randomUUID(), "/name");
    }

    public void destroy(UUID subject) {
        fresh().keys().destroy(subject).await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
