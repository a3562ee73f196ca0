package refocus.eventsourcing.personal;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What keys need while a service runs: those closed elsewhere are forgotten here, every two seconds; those wrapped by
/// an older master key are wrapped again by the newest, some hundreds at a time, at the start and every ten minutes.
@Singleton
class KeyCare {

    private static final Logger LOG = Logger.getLogger(KeyCare.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration REWRAP = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<String> database;
    private final Instance<Pool> pool;
    private final MasterKeys master;
    private final SubjectKeys keys;
    private final KeyedHash hash;
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {}, "key-care");

    @Inject
    KeyCare(
            @ConfigProperty(name = "quarkus.datasource.keys.reactive.url") Optional<String> database,
            @ReactiveDataSource("keys") Instance<Pool> pool,
            MasterKeys master,
            SubjectKeys keys,
            KeyedHash hash) {
        this.database = database;
        this.pool = pool;
        this.master = master;
        this.keys = keys;
        this.hash = hash;
    }

    /// A service without the master key that its keys are wrapped by does not start: it could read nothing.
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        if (database.isPresent()) {
            var store = new KeyStore(pool::get, master);
            Set<Integer> missing = new TreeSet<>(now(store.masterVersions()));
            missing.removeAll(master.versions());
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "keys are wrapped by master key versions %s, which are not here".formatted(missing));
            }
            // Its key is asked for once, here, where there is time to wait for it.
            hash.of("start", "");
            thread = Thread.ofPlatform().name("key-care").daemon().start(() -> run(store));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5000);
    }

    private void run(KeyStore store) {
        Instant rewrap = Instant.now();
        while (!stopping) {
            try {
                now(keys.look());
                if (Instant.now().isAfter(rewrap)) {
                    rewrapAll(store);
                    rewrap = Instant.now().plus(REWRAP);
                }
            } catch (RuntimeException failure) {
                LOG.debugf("keys wait: %s", failure.getClass().getSimpleName());
            }
            pause();
        }
    }

    private void rewrapAll(KeyStore store) {
        int all = 0;
        for (int some = now(store.rewrapSome()); some > 0 && !stopping; some = now(store.rewrapSome())) {
            all += some;
        }
        if (all > 0) {
            LOG.infof("%d keys are wrapped by master key version %d now", all, master.newest());
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }

    private static <T> T now(Uni<T> asked) {
        return asked.await().atMost(PATIENCE);
    }
}
