package refocus.eventsourcing.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.AdvisoryLock;
import refocus.eventsourcing.log.Wake;

/// Publishes the service's log to its topic: one leader among all instances, for ever.
///
/// The leader holds an advisory lock on the very connection it reads the log by: losing the one is losing the other. A
/// leader that was replaced without noticing is fenced by Kafka. After any error a term ends and the next one begins by
/// reading the committed position: nothing is remembered across.
@Singleton
public class Relay {

    /// What the relay is doing.
    public enum State {
        OFF,
        STANDING_BY,
        PUBLISHING,
        FAILING,
        REFUSING
    }

    /// The state it is in, and how far it has come.
    ///
    /// @param why the reason while failing or refusing, else blank
    /// @param through everything recorded up to then has been published
    public record Status(State state, String why, Instant through) {}

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long LOOK_MILLIS = 25;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Instance<Streams> streams;
    private final DataSource log;
    private final Map<String, Object> kafka;
    private final Wake wake;
    private final boolean enabled;
    private final MeterRegistry meters;
    private volatile Status status = new Status(State.OFF, "", Instant.EPOCH);
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {}, "relay");

    @Inject
    Relay(
            Instance<Streams> streams,
            DataSource log,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Wake wake,
            @ConfigProperty(name = "refocus.relay.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.streams = streams;
        this.log = log;
        this.kafka = kafka;
        this.wake = wake;
        this.enabled = enabled;
        this.meters = meters;
    }

    public Status status() {
        return status;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && streams.isResolvable()) {
            Streams ours = streams.get();
            thread = Thread.ofPlatform().name("relay").daemon().start(() -> lead(ours));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5000);
    }

    private void lead(Streams ours) {
        Counter published = Counter.builder("refocus.relay.published")
                .description("events published to Kafka")
                .register(meters);
        Counter terms = Counter.builder("refocus.relay.terms")
                .description("terms of leadership begun")
                .register(meters);
        Gauge.builder("refocus.relay.lag.seconds", () -> lagSeconds(status))
                .description("age of the oldest event that may not be published yet")
                .register(meters);
        while (!stopping) {
            try (Connection connection = log.getConnection()) {
                status = new Status(State.STANDING_BY, "", status.through());
                Optional<AdvisoryLock> elected = AdvisoryLock.tryOn(connection, "refocus.relay");
                if (elected.isEmpty()) {
                    pause();
                    continue;
                }
                terms.increment();
                try (var _ = elected.get();
                        var term = new Term(ours.service(), ours.topic(), connection, kafka)) {
                    publish(term, published);
                }
            } catch (CannotRelay refusal) {
                if (status.state() != State.REFUSING || !status.why().equals(refusal.getMessage())) {
                    LOG.errorf("not publishing: %s", refusal.getMessage());
                }
                status = new Status(State.REFUSING, String.valueOf(refusal.getMessage()), status.through());
                pause();
            } catch (InterruptedException _) {
                return;
            } catch (SQLException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warnf("the relay's term ended: %s", failure.getClass().getSimpleName());
                    status = new Status(State.FAILING, failure.getClass().getSimpleName(), status.through());
                    pause();
                }
            }
        }
    }

    private void publish(Term term, Counter published) throws SQLException, InterruptedException {
        while (!stopping) {
            long seen = wake.count();
            int events = term.publish();
            status = new Status(State.PUBLISHING, "", term.through());
            if (events == 0) {
                wake.await(seen, LOOK_MILLIS);
            } else {
                published.increment(events);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private static double lagSeconds(Status status) {
        return status.through().equals(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(status.through(), Instant.now()).toMillis() / 1000.0;
    }
}
