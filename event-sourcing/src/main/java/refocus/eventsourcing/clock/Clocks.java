package refocus.eventsourcing.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import refocus.eventsourcing.StreamId;

/// Looks every half second for what is due and sends the commands.
///
/// What it takes on is leased for half a minute in a transaction of its own, closed before any command is sent: one
/// held open while working would stall whoever tails the log. An instance that dies lets its leases run out, and
/// another takes over.
@Singleton
public class Clocks {

    private static final Logger LOG = Logger.getLogger(Clocks.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final String TAKE = """
            insert into lease (clock, stream, until)
            select ?, v.stream_id, now() + interval '30 seconds'
            from views.%s v
            where v.due_at <= now()
              and not exists (select from lease l where l.clock = ? and l.stream = v.stream_id and l.until > now())
            order by v.due_at limit 200
            on conflict (clock, stream) do update set until = excluded.until where lease.until <= now()
            returning stream, (select v.due_at from views.%s v where v.stream_id = lease.stream)""";

    private record Due(StreamId stream, Instant at) {}

    private final List<WhenDue> clocks;
    private final DataSource database;
    private final boolean enabled;
    private final Counter sent;
    private final Counter failed;
    private volatile boolean stopping;
    private volatile Thread thread = new Thread(() -> {}, "clocks");

    @Inject
    Clocks(
            @All List<WhenDue> clocks,
            DataSource database,
            @ConfigProperty(name = "refocus.clocks.enabled", defaultValue = "true") boolean enabled,
            MeterRegistry meters) {
        this.clocks = clocks;
        this.database = database;
        this.enabled = enabled;
        this.sent = Counter.builder("refocus.clock.sent")
                .description("commands sent because something was due")
                .register(meters);
        this.failed = Counter.builder("refocus.clock.failed")
                .description("commands of clocks that failed and will be tried again")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !clocks.isEmpty()) {
            thread = Thread.ofPlatform().name("clocks").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5000);
    }

    private void run() {
        while (!stopping) {
            try {
                for (WhenDue clock : clocks) {
                    send(clock, take(clock));
                }
                Thread.sleep(LOOK);
            } catch (SQLException | RuntimeException failure) {
                LOG.debugf("clocks wait: %s", failure.getMessage());
                pause();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private List<Due> take(WhenDue clock) throws SQLException {
        var due = new ArrayList<Due>();
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE.formatted(clock.view(), clock.view()))) {
            take.setString(1, clock.name());
            take.setString(2, clock.name());
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            StreamId.fromString(row.getString(1)),
                            row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return due;
    }

    /// What fails stays due: it is taken again when its lease has run out.
    private void send(WhenDue clock, List<Due> due) {
        var sending = due.stream()
                .map(one -> clock.due(one.stream(), one.at(), clock.asking(one.stream(), one.at()))
                        .onItemOrFailure()
                        .invoke((_, failure) -> {
                            if (failure == null) {
                                sent.increment();
                            } else {
                                failed.increment();
                                LOG.warnf("%s for %s failed: %s", clock.name(), one.stream(), failure.getMessage());
                            }
                        })
                        .onFailure()
                        .recoverWithNull()
                        .subscribeAsCompletionStage())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sending).join();
    }

    private void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
