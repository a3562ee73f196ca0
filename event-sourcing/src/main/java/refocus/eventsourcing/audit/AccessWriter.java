package refocus.eventsourcing.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.pgclient.PgException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.audit.Chain.Link;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.personal.KeyedHash;

/// One writer and its chain: what waits while an insert is in flight goes together in the next.
///
/// After a failure nobody knows where the chain ends, for the reply alone may have been lost: it is left as it is and
/// another one begun. Who gave up waiting is not written, unless its row was under way: a row may stand for an answer
/// that was never given, never the other way round.
final class AccessWriter {

    private static final Logger LOG = Logger.getLogger(AccessWriter.class);
    private static final int MOST = 1000;
    // Longer than any transaction of the application may run.
    private static final long LOST_SECONDS = 20;

    private record Waiting(List<Access> accesses, CompletableFuture<Void> recorded) {}

    private final AccessInsert insert;
    private final KeyedHash hash;
    private final DistributionSummary sizes;
    private final Counter failures;

    private final Queue<Waiting> queue = new ArrayDeque<>();
    private Chain chain = Chain.of(Uuids.next());
    private boolean inFlight;
    private boolean failing;

    AccessWriter(AccessInsert insert, KeyedHash hash, MeterRegistry meters) {
        this.insert = insert;
        this.hash = hash;
        this.sizes = DistributionSummary.builder("refocus.access.batch")
                .description("access records that one statement carried")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.failures = Counter.builder("refocus.access.failures")
                .description("statements with access records that failed")
                .register(meters);
    }

    /// Completes when all of them are committed.
    CompletableFuture<Void> write(List<Access> accesses) {
        var waiting = new Waiting(accesses, new CompletableFuture<>());
        List<Waiting> batch;
        synchronized (this) {
            queue.add(waiting);
            batch = takeIfFree();
        }
        send(batch);
        return waiting.recorded();
    }

    /// The next batch, or nothing while one is in flight.
    private List<Waiting> takeIfFree() {
        var batch = new ArrayList<Waiting>();
        int rows = 0;
        while (!inFlight && !queue.isEmpty() && rows < MOST) {
            Waiting next = queue.remove();
            if (!next.recorded().isDone()) {
                batch.add(next);
                rows += next.accesses().size();
            }
        }
        inFlight |= !batch.isEmpty();
        return batch;
    }

    private void send(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        // Nobody else touches the chain while this batch is in flight.
        var links = new ArrayList<Link>();
        Chain end = chain;
        for (Waiting waiting : batch) {
            for (Access access : waiting.accesses()) {
                Link link = end.next(access, hash);
                links.add(link);
                end = end.after(link);
            }
        }
        sizes.record(links.size());
        Chain reached = end;
        var _ = insert.run(links)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LOST_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, failure) -> {
                    List<Waiting> next;
                    synchronized (this) {
                        chain = failure == null ? reached : Chain.of(Uuids.next());
                        note(failure, links.size());
                        inFlight = false;
                        next = takeIfFree();
                    }
                    // Who waits is on the way to the database before those written are answered.
                    send(next);
                    settle(batch, failure);
                });
    }

    private static void settle(List<Waiting> batch, @Nullable Throwable failure) {
        if (failure == null) {
            batch.forEach(waiting -> waiting.recorded().complete(null));
        } else {
            batch.forEach(waiting -> waiting.recorded().completeExceptionally(failure));
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
