package refocus.eventsourcing.log;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.log.Append.Outcome;

/// Appends that wait while one is being written go together in the next statement.
///
/// One statement is in flight at a time: measured, two are slower. A batch holds at most one command per stream, in
/// the order of the streams. A conflict fails only its own command; when a batch fails as a whole, its members go one
/// by one; when the database's reply is lost, the log is asked what became of each before anything is tried again.
final class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int MOST = 512;

    private record Waiting(Append append, CompletableFuture<Outcome> outcome) {}

    private final AppendStatement statement;
    private final Commands commands;
    private final Runnable appended;
    private final DistributionSummary sizes;
    private final Counter failures;

    private List<Waiting> queue = new ArrayList<>();
    private boolean inFlight;

    /// @param appended told after every commit, so that who tails the log need not wait for its next look
    GroupCommit(AppendStatement statement, Commands commands, Runnable appended, MeterRegistry meters) {
        this.statement = statement;
        this.commands = commands;
        this.appended = appended;
        this.sizes = DistributionSummary.builder("refocus.log.batch")
                .description("commands that one append statement carried")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.failures = Counter.builder("refocus.log.failures")
                .description("append statements that failed as a whole")
                .register(meters);
    }

    CompletableFuture<Outcome> append(Append append) {
        var waiting = new Waiting(append, new CompletableFuture<>());
        List<Waiting> batch;
        synchronized (this) {
            queue.add(waiting);
            batch = takeIfFree();
        }
        write(batch);
        return waiting.outcome();
    }

    /// The next batch, or nothing while one is in flight.
    private List<Waiting> takeIfFree() {
        if (inFlight || queue.isEmpty()) {
            return List.of();
        }
        inFlight = true;
        if (queue.getFirst().append().alone()) {
            return List.of(queue.removeFirst());
        }
        var batch = new ArrayList<Waiting>();
        var later = new ArrayList<Waiting>();
        Set<StreamId> streams = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Waiting waiting : queue) {
            boolean fits = batch.size() < MOST
                    && !waiting.append().alone()
                    && !streams.contains(waiting.append().stream())
                    && ids.add(waiting.append().command());
            if (fits) {
                streams.add(waiting.append().stream());
            }
            (fits ? batch : later).add(waiting);
        }
        queue = later;
        batch.sort(Comparator.comparing(waiting -> waiting.append().stream()));
        return batch;
    }

    private void write(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        sizes.record(batch.size());
        run(batch).onComplete(written -> {
            // Who waits is on the way to the database before those written are answered.
            write(next());
            if (written.succeeded()) {
                appended.run();
                settle(batch, written.result());
            } else {
                recover(batch, written.cause());
            }
        });
    }

    private synchronized List<Waiting> next() {
        inFlight = false;
        return takeIfFree();
    }

    private Future<Set<UUID>> run(List<Waiting> batch) {
        Append first = batch.getFirst().append();
        try {
            return first.alone()
                    ? statement.alone(first)
                    : statement.together(batch.stream().map(Waiting::append).toList());
        } catch (RuntimeException failure) {
            return Future.failedFuture(failure);
        }
    }

    /// Who did not get in was a repeat or came too late; the log knows which.
    private void settle(List<Waiting> batch, Set<UUID> in) {
        var out = new ArrayList<Waiting>();
        for (Waiting waiting : batch) {
            if (in.contains(waiting.append().command())) {
                waiting.outcome().complete(new Outcome.Appended());
            } else {
                out.add(waiting);
            }
        }
        if (!out.isEmpty()) {
            askTheLog(out, _ -> new Outcome.Stale());
        }
    }

    /// A lost reply may hide a commit. Trying again under the same command id is decisive: the unique index makes the
    /// second try wait for the first and then know it.
    private void recover(List<Waiting> batch, Throwable failure) {
        failures.increment();
        if (batch.size() == 1 && AppendStatement.taken(failure)) {
            askTheLog(batch, _ -> new Outcome.Stale());
        } else {
            LOG.warnf("%d appends failed as a whole (%s); they go one by one", batch.size(), reason(failure));
            oneByOne(batch, 0);
        }
    }

    private void giveUp(List<Waiting> one, Throwable failure) {
        askTheLog(one, waiting -> {
            if (AppendStatement.taken(failure)) {
                return new Outcome.Stale();
            }
            throw new Unavailable("the log did not take " + waiting.append().stream(), failure);
        });
    }

    private void oneByOne(List<Waiting> batch, int at) {
        if (at == batch.size()) {
            return;
        }
        var one = List.of(batch.get(at));
        run(one).onSuccess(in -> {
                    appended.run();
                    settle(one, in);
                })
                .onFailure(failure -> giveUp(one, failure))
                .onComplete(_ -> oneByOne(batch, at + 1));
    }

    private void askTheLog(List<Waiting> out, Function<Waiting, Outcome> unknown) {
        Map<UUID, Waiting> byCommand = out.stream()
                .collect(Collectors.toMap(waiting -> waiting.append().command(), Function.identity(), (a, _) -> a));
        var _ = commands.find(byCommand.keySet()).whenComplete((found, failure) -> {
            for (Waiting waiting : out) {
                if (failure != null) {
                    waiting.outcome().completeExceptionally(new Unavailable("the log does not answer", failure));
                    continue;
                }
                Outcome.Repeated repeated = found.get(waiting.append().command());
                try {
                    waiting.outcome().complete(repeated != null ? repeated : unknown.apply(waiting));
                } catch (Unavailable unavailable) {
                    waiting.outcome().completeExceptionally(unavailable);
                }
            }
        });
    }

    /// Never the message of a database error: it may quote the row.
    private static String reason(Throwable failure) {
        return failure instanceof PgException error
                ? "SQL state " + error.getSqlState()
                : failure.getClass().getSimpleName();
    }
}
