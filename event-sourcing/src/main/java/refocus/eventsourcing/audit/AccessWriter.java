package refocus.eventsourcing.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.audit.Chain.Link;
import refocus.eventsourcing.log.TurnEnd;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.personal.KeyedHash;

/// One writer and its chain: what comes in one turn of the event loop or while an insert is in flight goes together in
/// the next.
///
/// After a failure nobody knows where the chain ends, for the reply alone may have been lost: it is left as it is and
/// another one begun. What has waited too long is not written, unless it was under way: a row may stand for an answer
/// that was never given, never the other way round.
final class AccessWriter {

    private static final Logger LOG = Logger.getLogger(AccessWriter.class);
    private static final int MOST = 1000;
    // Longer than any transaction of the application may run.
    private static final long LOST_SECONDS = 20;

    /// What goes together, and is waited for together: a future with a limit of its own for each would cost more.
    private record Batch(List<Access> accesses, CompletableFuture<Void> recorded) {}

    private final AccessInsert insert;
    private final KeyedHash hash;
    private final DistributionSummary sizes;
    private final Counter failures;

    private final Duration patience;
    private final TurnEnd turnEnd = new TurnEnd(() -> takeIfFree().ifPresent(this::send));
    private final Deque<Batch> queue = new ArrayDeque<>();
    private Chain chain = Chain.of(Uuids.next());
    private boolean inFlight;
    private boolean failing;

    /// @param patience how long rows may wait until they are committed
    AccessWriter(AccessInsert insert, KeyedHash hash, Duration patience, MeterRegistry meters) {
        this.insert = insert;
        this.hash = hash;
        this.patience = patience;
        this.sizes = DistributionSummary.builder("refocus.access.batch")
                .description("access records that one statement carried")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.failures = Counter.builder("refocus.access.failures")
                .description("statements with access records that failed")
                .register(meters);
    }

    /// Completes when all of them are committed, and fails where they are not in time.
    CompletableFuture<Void> write(List<Access> accesses) {
        Batch mine;
        boolean free;
        synchronized (this) {
            mine = joined();
            mine.accesses().addAll(accesses);
            free = !inFlight;
        }
        if (free) {
            turnEnd.ask();
        }
        // Whoever goes away leaves the others waiting.
        return mine.recorded().copy();
    }

    /// The last batch that waits, while there is room in it.
    private Batch joined() {
        Batch last = queue.peekLast();
        if (last == null || last.recorded().isDone() || last.accesses().size() >= MOST) {
            last = new Batch(
                    new ArrayList<>(),
                    new CompletableFuture<Void>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
            queue.add(last);
        }
        return last;
    }

    /// The next batch, or nothing while one is in flight.
    private synchronized Optional<Batch> takeIfFree() {
        while (!inFlight && !queue.isEmpty()) {
            Batch next = queue.remove();
            if (!next.recorded().isDone()) {
                inFlight = true;
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private void send(Batch batch) {
        var links = new ArrayList<Link>();
        var _ = inserted(batch, links).whenComplete((_, failure) -> {
            Optional<Batch> next;
            synchronized (this) {
                chain = failure == null ? chain.after(links.getLast()) : Chain.of(Uuids.next());
                note(failure, batch.accesses().size());
                inFlight = false;
                next = takeIfFree();
            }
            // Who waits is on the way to the database before those written are answered.
            next.ifPresent(this::send);
            if (failure == null) {
                batch.recorded().complete(null);
            } else {
                batch.recorded().completeExceptionally(failure);
            }
        });
    }

    /// Nobody else touches the chain while this batch is in flight.
    private CompletableFuture<?> inserted(Batch batch, List<Link> links) {
        try {
            Chain end = chain;
            for (Access access : batch.accesses()) {
                Link link = end.next(access, hash);
                links.add(link);
                end = end.after(link);
            }
            sizes.record(links.size());
            return insert.run(links)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(LOST_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void note(@Nullable Throwable failure, int rows) {
        if (failure != null) {
            failures.increment();
            // Said once: an outage fails every read.
            if (!failing) {
                LOG.errorf(
                        "%d access records were not taken (%s): reads disclose nothing until they are",
                        rows, reason(failure));
            }
        } else if (failing) {
            LOG.info("access records are taken again");
        }
        failing = failure != null;
    }

    /// Never the message of a database error: it may quote the row.
    private static String reason(Throwable failure) {
        return failure instanceof PgException error
                ? "SQL state " + error.getSqlState()
                : failure.getClass().getSimpleName();
    }
}
