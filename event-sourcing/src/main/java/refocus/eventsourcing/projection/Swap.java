package refocus.eventsourcing.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Lets readers go over from the build that serves to one built anew, once it has caught up.
///
/// The serving build is held at its place for a moment; the new one reads up to just there. Built by the same rules,
/// the two must then hold the same rows, or the new one is set aside and an operator told. The pause is an advisory
/// lock and writes nothing, so it does not hold back whoever tails the log.
record Swap(List<String> readers) {

    private static final Logger LOG = Logger.getLogger(Swap.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Reads on to these places and no further.
    interface CatchUp {
        void to(Map<Integer, Mark> until) throws Exception;
    }

    /// Swaps if the new build has come as far as the one that serves.
    ///
    /// @param marks where the new build is; moves as it catches up
    /// @return the build as it is now: still building, serving, or set aside
    Build tried(Connection connection, Build build, Projection<?> projection, Map<Integer, Mark> marks, CatchUp rest)
            throws Exception {
        Optional<Build> serving = Builds.serving(connection, build.projection());
        if (serving.isEmpty() || serving.get().schema().equals(build.schema())) {
            return serve(connection, build, projection);
        }
        String old = serving.get().schema();
        if (!overtaken(connection, old, marks)) {
            return build;
        }
        String pause = BuildStore.pause(old);
        hold(connection, "select pg_advisory_lock(hashtextextended(?, 0))", pause);
        try {
            Map<Integer, Mark> place = BuildStore.marks(connection, old);
            if (!reached(place, marks, rest)) {
                return build;
            }
            if (serving.get().version() == build.version()) {
                Optional<String> different = different(connection, old, build, projection.tables());
                if (different.isPresent()) {
                    return setAside(connection, build, different.get());
                }
            }
            return serve(connection, build, projection);
        } finally {
            hold(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", pause);
        }
    }

    /// Waits until the serving build, still reading, is nowhere behind the new one.
    private static boolean overtaken(Connection connection, String old, Map<Integer, Mark> marks) throws Exception {
        Instant patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            Map<Integer, Mark> place = BuildStore.marks(connection, old);
            boolean ahead = marks.entrySet().stream()
                    .allMatch(slot ->
                            !place.getOrDefault(slot.getKey(), Mark.START).before(slot.getValue()));
            if (ahead) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static boolean reached(Map<Integer, Mark> place, Map<Integer, Mark> marks, CatchUp rest) throws Exception {
        Instant patience = Instant.now().plus(PATIENCE);
        while (place.entrySet().stream()
                .anyMatch(slot -> marks.getOrDefault(slot.getKey(), Mark.START).before(slot.getValue()))) {
            if (Instant.now().isAfter(patience)) {
                return false;
            }
            rest.to(place);
        }
        return true;
    }

    private static Optional<String> different(Connection connection, String old, Build build, List<Table<?>> tables)
            throws SQLException {
        // Hashing a large table takes longer than a transaction of the application may last, in which nothing is said,
        // and reads all of it.
        set(connection, "set transaction_timeout = 0; reset enable_seqscan");
        int silence = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0);
        try {
            for (Table<?> table : tables) {
                if (!Builds.digest(connection, old, table).equals(Builds.digest(connection, build.schema(), table))) {
                    return Optional.of(table.name());
                }
            }
        } finally {
            connection.setNetworkTimeout(Runnable::run, silence);
            set(connection, "reset transaction_timeout");
        }
        return Optional.empty();
    }

    private Build serve(Connection connection, Build build, Projection<?> projection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Builds.serve(connection, build, projection.tables(), readers);
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
        LOG.infof("%s serves", build.schema());
        return new Build(build.projection(), build.version(), build.number(), build.schema(), Build.State.SERVING);
    }

    private static Build setAside(Connection connection, Build build, String table) throws SQLException {
        LOG.errorf("%s does not serve: its %s differs from the one that does", build.schema(), table);
        try (PreparedStatement retire =
                connection.prepareStatement("update projections.build set state = 'RETIRED' where schema_name = ?")) {
            retire.setString(1, build.schema());
            retire.executeUpdate();
        }
        Audit.record(connection, build.projection(), Optional.empty(), "SET_ASIDE", table + " differs", "projections");
        return new Build(build.projection(), build.version(), build.number(), build.schema(), Build.State.RETIRED);
    }

    private static void set(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void hold(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setString(1, name);
            lock.execute();
        }
    }
}
