package refocus.eventsourcing.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.personal.SubjectKeys;

/// Goes on, while the service runs, with what [BeforeServing] does at its start: so the next start has little to read.
///
/// It is in no hurry, so that it costs nothing beside what it looks at. A key that is lost under its eyes makes the
/// service not ready: it takes no more requests until somebody has looked.
@Readiness
@Singleton
class KeysOfTheLog implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(KeysOfTheLog.class);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final boolean enabled;
    private final Instance<Streams> streams;
    private final DataSource log;
    private final SubjectKeys keys;
    private final Set<UUID> lost = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {}, "keys-of-the-log");

    @Inject
    KeysOfTheLog(
            @ConfigProperty(name = "quarkus.datasource.keys.reactive.url") Optional<String> keysDatabase,
            @ConfigProperty(name = "refocus.projections.enabled", defaultValue = "true") boolean follows,
            Instance<Streams> streams,
            DataSource log,
            SubjectKeys keys) {
        this.enabled = keysDatabase.isPresent() && follows && streams.isResolvable();
        this.streams = streams;
        this.log = log;
        this.keys = keys;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("keys-of-the-log").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5000);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys")
                .withData("lost", lost.size())
                .status(lost.isEmpty())
                .build();
    }

    private void run() {
        while (!stopping) {
            try (Connection connection = log.getConnection()) {
                var subjects = new SubjectsInLog(connection, BeforeServing.erasing(streams.get()));
                for (var found = subjects.readSome(); found.events() > 0; found = subjects.readSome()) {
                    look(found.subjects());
                    Thread.sleep(BETWEEN);
                }
            } catch (SQLException | RuntimeException failure) {
                LOG.debugf("subjects wait: %s", failure.getClass().getSimpleName());
            } catch (InterruptedException _) {
                return;
            }
            pause();
        }
    }

    private void look(Set<UUID> subjects) {
        Set<UUID> unknown = keys.unknown(subjects).await().atMost(PATIENCE);
        if (lost.addAll(unknown)) {
            LOG.fatalf("the keys of %d people in the log are unknown: the keys' database has lost them", lost.size());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
