package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import refocus.eventsourcing.log.AdvisoryLock;

/// Follows one feed for one build: the only one of all instances that does, by an advisory lock on its connection.
///
/// A build from zero takes a turn first: no more than a few are made at once, for each holds a connection and the
/// processors are few. One that has caught up begins again as the one that serves.
///
/// Rows, versions and checkpoint move in one transaction, and the checkpoint only from where this reader knew it to be;
/// so whatever dies, each event is applied once. Nothing is remembered across an error: the next attempt begins by
/// reading the checkpoint.
final class Follower implements Runnable {

    private static final Logger LOG = Logger.getLogger(Follower.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /// One that takes so many at a time is behind, and does not rest.
    private static final int MANY = 500;

    /// Opens the feed on the follower's connection.
    interface Opening {
        Source open(Connection connection) throws Exception;
    }

    private final Projection<?> projection;
    private final Intake<?> intake;
    private final Opening opening;
    private final Connections connections;
    private final Swap swap;
    private final Turns turns;
    private final Followed followed;
    private volatile Build build;
    private volatile boolean stopping;
    private Instant written = Instant.EPOCH;

    Follower(
            Projection<?> projection,
            Build build,
            Intake<?> intake,
            Opening opening,
            Connections connections,
            Swap swap,
            Turns turns,
            Followed followed) {
        this.projection = projection;
        this.build = build;
        this.intake = intake;
        this.opening = opening;
        this.connections = connections;
        this.swap = swap;
        this.turns = turns;
        this.followed = followed;
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            boolean served = build.state() == Build.State.SERVING;
            try (var _ = turns.take(build);
                    Connection connection = connections.get()) {
                Optional<AdvisoryLock> owner = AdvisoryLock.tryOn(connection, "refocus.follow." + build.schema());
                if (owner.isPresent()) {
                    try (var _ = owner.get();
                            Source source = opening.open(connection)) {
                        follow(connection, source);
                    }
                }
            } catch (InterruptedException _) {
                return;
            } catch (Exception failure) {
                followed.failed();
                if (!stopping) {
                    LOG.warnf("%s starts again: %s", build.schema(), reason(failure));
                }
            }
            if (served == (build.state() == Build.State.SERVING)) {
                pause();
            }
        }
    }

    private void follow(Connection connection, Source source) throws Exception {
        var store = new BuildStore(connection, build.schema(), projection.tables());
        store.findByKeys();
        try {
            follow(connection, store, source);
        } finally {
            if (!connection.isClosed()) {
                store.findAsUsual();
            }
        }
    }

    private void follow(Connection connection, BuildStore store, Source source) throws Exception {
        Map<Integer, Mark> marks = new HashMap<>(store.marks());
        Set<String> parked = store.parkedStreams();
        source.seek(marks);
        Instant asked = Instant.EPOCH;
        while (!stopping) {
            Source.Batch batch = source.poll(Map.of());
            long began = System.nanoTime();
            take(connection, store, batch, marks, parked);
            if (!batch.placed().isEmpty() && batch.placed().size() < MANY) {
                projection.feed().rest().since(began);
            }
            if (Instant.now().isAfter(asked.plus(HEARTBEAT))) {
                answer(connection, store);
                parked = store.parkedStreams();
                followed.parked(parked.size());
                asked = Instant.now();
            }
            if (build.state() == Build.State.BUILDING && batch.placed().isEmpty()) {
                build = swap.tried(connection, build, projection, marks, until -> {
                    Source.Batch rest = source.poll(until);
                    take(connection, store, rest, marks, new HashSet<>(store.parkedStreams()));
                });
                if (build.state() != Build.State.BUILDING) {
                    stopping = build.state() == Build.State.RETIRED;
                    return;
                }
            }
        }
    }

    private void take(
            Connection connection, BuildStore store, Source.Batch batch, Map<Integer, Mark> marks, Set<String> parked)
            throws SQLException {
        List<Incoming> events = batch.events();
        if (events.isEmpty() && mayWait(batch, marks)) {
            return;
        }
        Intake.Result result = intake.take(events, store.applied(streams(events)), parked, false);
        try {
            write(connection, store, result, marks, batch.marks());
        } catch (SQLException | RuntimeException refused) {
            if (!isPoison(refused)) {
                throw refused;
            }
            LOG.errorf("%s cannot write a batch (%s); its events go one by one", build.schema(), reason(refused));
            oneByOne(connection, store, batch, marks, parked);
        }
        result.parked().forEach(event -> {
            if (parked.add(event.event().stream())) {
                LOG.errorf("%s parks %s: %s", build.schema(), event.event().stream(), event.reason());
            }
        });
        marks.putAll(batch.marks());
        written = Instant.now();
        followed.advanced(events.size(), marks.values());
    }

    /// Where nothing was for it, the place alone is written now and then; a build that another waits for writes each.
    private boolean mayWait(Source.Batch batch, Map<Integer, Mark> marks) {
        boolean stands = batch.marks().entrySet().stream()
                .allMatch(slot -> slot.getValue().samePlace(marks.getOrDefault(slot.getKey(), Mark.START)));
        return (stands || build.state() == Build.State.SERVING) && Instant.now().isBefore(written.plus(HEARTBEAT));
    }

    private void write(
            Connection connection,
            BuildStore store,
            Intake.Result result,
            Map<Integer, Mark> from,
            Map<Integer, Mark> to)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            store.write(result, from, to);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// Finds the event whose rows the database refuses, and parks its stream.
    private void oneByOne(
            Connection connection, BuildStore store, Source.Batch batch, Map<Integer, Mark> marks, Set<String> parked)
            throws SQLException {
        for (Incoming event : batch.events()) {
            List<Incoming> one = List.of(event);
            Map<String, Long> applied = store.applied(streams(one));
            Intake.Result result = intake.take(one, applied, parked, false);
            try {
                write(connection, store, result, Map.of(), Map.of());
            } catch (SQLException | RuntimeException refused) {
                if (!isPoison(refused)) {
                    throw refused;
                }
                String reason = "its rows are refused: " + reason(refused);
                LOG.errorf("%s parks %s: %s", build.schema(), event.stream(), reason);
                parked.add(event.stream());
                var refusal =
                        new Intake.Result(List.of(), Map.of(), List.of(new Intake.Parked(event, reason)), Map.of());
                write(connection, store, refusal, Map.of(), Map.of());
            }
        }
        write(connection, store, new Intake.Result(List.of(), Map.of(), List.of(), Map.of()), marks, batch.marks());
    }

    /// Does what an operator asked for a parked stream; what still fails stays parked.
    private void answer(Connection connection, BuildStore store) throws SQLException {
        Optional<BuildStore.Asked> asked = store.asked();
        if (asked.isEmpty()) {
            return;
        }
        String stream = asked.get().stream();
        List<Incoming> events = store.parkedEvents(stream).stream()
                .filter(event -> event.concerns(projection.feed()))
                .toList();
        boolean discard = asked.get().discard();
        List<Incoming> again = discard && !events.isEmpty() && !readable(events.getFirst(), store)
                ? events.subList(1, events.size())
                : events;
        Intake.Result result = intake.take(again, store.applied(List.of(stream)), Set.of(), discard);
        if (discard && again.size() < events.size()) {
            result.applied().merge(stream, events.getFirst().version(), Math::max);
        }
        connection.setAutoCommit(false);
        try {
            store.release(stream);
            store.write(result);
            connection.commit();
            LOG.infof(
                    "%s was asked to %s %s: %d events, %d still parked",
                    build.schema(),
                    discard ? "discard the first parked event of" : "retry",
                    stream,
                    events.size(),
                    result.parked().size());
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private boolean readable(Incoming event, BuildStore store) throws SQLException {
        return intake.take(List.of(event), store.applied(List.of(event.stream())), Set.of(), true)
                .parked()
                .isEmpty();
    }

    private static Set<String> streams(List<Incoming> events) {
        return events.stream().map(Incoming::stream).collect(Collectors.toSet());
    }

    /// Whether the rows themselves are at fault: a value or constraint of the database, a failing fold.
    private static boolean isPoison(Exception refused) {
        return switch (refused) {
            case SQLException sql -> {
                String state = String.valueOf(sql.getSQLState());
                yield state.startsWith("22") || state.startsWith("23");
            }
            case BuildStore.NotTheOwner _ -> false;
            default -> true;
        };
    }

    private static String reason(Exception failure) {
        return failure instanceof SQLException sql
                ? "SQL state " + sql.getSQLState()
                : failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            stopping = true;
        }
    }
}
