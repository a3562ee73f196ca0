package refocus.eventsourcing.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import refocus.eventsourcing.log.AdvisoryLock;
import refocus.eventsourcing.log.Rest;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.relay.Relay.State;
import refocus.eventsourcing.relay.Relay.Status;

/// Publishes rows to a topic: one leader among all instances, for ever.
///
/// The leader holds an advisory lock on the very connection it reads the log by: losing the one is losing the other. A
/// leader that was replaced without noticing is fenced by Kafka. After any error a term ends and the next one begins by
/// reading the committed position: nothing is remembered across.
public final class Leader {

    private static final Logger LOG = Logger.getLogger(Leader.class);
    private static final long LOOK_MILLIS = 25;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Publication publication;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final Wake wake;
    private final Duration rest;
    private final MeterRegistry meters;
    private volatile Status status = Status.OFF;
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {}, "relay");

    /// @param rest how long to wait at least after taking all there was: each publication costs a Kafka transaction
    public Leader(
            Publication publication,
            DataSource database,
            Map<String, Object> kafka,
            Wake wake,
            Duration rest,
            MeterRegistry meters) {
        this.publication = publication;
        this.database = database;
        this.kafka = kafka;
        this.wake = wake;
        this.rest = rest;
        this.meters = meters;
    }

    public Status status() {
        return status;
    }

    public void start() {
        thread = Thread.ofPlatform().name(publication.name()).daemon().start(this::lead);
    }

    public void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5000);
    }

    private void lead() {
        Counter published = Counter.builder(publication.lock() + ".published")
                .description("events published to Kafka")
                .register(meters);
        Counter terms = Counter.builder(publication.lock() + ".terms")
                .description("terms of leadership begun")
                .register(meters);
        Counter mended = Counter.builder(publication.lock() + ".mended")
                .description("events published again because the broker had lost them")
                .register(meters);
        Gauge.builder(publication.lock() + ".lag.seconds", () -> lagSeconds(status))
                .description("age of the oldest event that may not be published yet")
                .register(meters);
        while (!stopping) {
            try (Connection connection = database.getConnection()) {
                status = new Status(State.STANDING_BY, "", status.through());
                Optional<AdvisoryLock> elected = AdvisoryLock.tryOn(connection, publication.lock());
                if (elected.isEmpty()) {
                    pause();
                    continue;
                }
                terms.increment();
                try (var _ = elected.get();
                        var term = new Term(publication, connection, kafka)) {
                    mend(term, mended);
                    publish(term, published);
                }
            } catch (CannotRelay refusal) {
                if (status.state() != State.REFUSING || !status.why().equals(refusal.getMessage())) {
                    LOG.errorf("not publishing to %s: %s", publication.topic(), refusal.getMessage());
                }
                status = new Status(State.REFUSING, String.valueOf(refusal.getMessage()), status.through());
                pause();
            } catch (InterruptedException _) {
                return;
            } catch (SQLException | RuntimeException failure) {
                if (!stopping) {
                    LOG.warnf(
                            "a term of %s ended: %s",
                            publication.lock(), failure.getClass().getSimpleName());
                    status = new Status(State.FAILING, failure.getClass().getSimpleName(), status.through());
                    pause();
                }
            }
        }
    }

    private void mend(Term term, Counter mended) throws SQLException {
        if (!term.lost().isEmpty()) {
            String why = "the broker has lost events of %s in partitions %s"
                    .formatted(publication.topic(), new TreeSet<>(term.lost()));
            LOG.error(why);
            status = new Status(State.MENDING, why, status.through());
            mended.increment(term.mend());
        }
    }

    private void publish(Term term, Counter published) throws SQLException, InterruptedException {
        while (!stopping) {
            long seen = wake.count();
            long began = System.nanoTime();
            int events = term.publish();
            status = new Status(State.PUBLISHING, "", term.through());
            published.increment(events);
            if (events == 0) {
                wake.await(seen, Math.max(LOOK_MILLIS, rest.toMillis()));
            } else if (events < Term.BATCH) {
                Rest.SHORT.since(began);
                Thread.sleep(rest);
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
