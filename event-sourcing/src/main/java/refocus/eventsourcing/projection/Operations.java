package refocus.eventsourcing.projection;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;

/// What operators may see and do: where each projection and reaction is, what is parked, build anew, retry, discard.
///
/// Everything done is audited with its reason. Blocking.
@Singleton
public class Operations {

    /// One build of a projection or reaction.
    ///
    /// @param through everything recorded up to then has been applied
    /// @param lagSeconds the age of that; what it has not seen yet is younger
    /// @param parked how many streams wait for an operator
    /// @param passedBy events of its streams whose types it does not declare, by type
    public record BuildStatus(
            String projection,
            int version,
            int build,
            String state,
            Instant through,
            double lagSeconds,
            long parked,
            Map<String, Long> passedBy) {}

    /// A stream set aside.
    ///
    /// @param events how many of its events wait
    /// @param asked RETRY or DISCARD where an operator has asked and the follower has not answered yet
    public record ParkedStream(String stream, String reason, Instant since, long events, Optional<String> asked) {}

    private final Projections projections;
    private final DataSource database;

    @Inject
    Operations(Projections projections, DataSource database) {
        this.projections = projections;
        this.database = database;
    }

    public List<BuildStatus> builds() {
        return with(connection -> {
            var builds = new ArrayList<BuildStatus>();
            for (Projection<?> projection : projections.followed().toList()) {
                for (Build build : Builds.of(connection, projection.name())) {
                    builds.add(status(connection, build));
                }
            }
            return builds;
        });
    }

    /// Begins a build from zero beside the one that serves; readers go over when it has caught up.
    public void rebuild(String projection, String reason, String actor) {
        with(connection -> {
            Projection<?> known = known(projection);
            if (known.tables().isEmpty()) {
                throw new Refused("nothing-to-rebuild", projection);
            }
            boolean building =
                    Builds.of(connection, projection).stream().anyMatch(build -> build.state() == Build.State.BUILDING);
            if (building) {
                throw new Refused("rebuild-under-way", projection);
            }
            Audit.record(connection, projection, Optional.empty(), "REBUILD", reason, actor);
            return Builds.begin(connection, known, projections.readers());
        });
    }

    public List<ParkedStream> parked(String projection) {
        return with(connection -> {
            var parked = new ArrayList<ParkedStream>();
            try (PreparedStatement select =
                            connection.prepareStatement("""
                    select s.stream_id, s.reason, s.since, s.asked,
                           (select count(*) from %1$s.parked_event e where e.stream_id = s.stream_id)
                    from %1$s.parked_stream s order by s.since, s.stream_id limit 1000""".formatted(serving(connection, projection)));
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parked.add(new ParkedStream(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getLong(5),
                            Optional.ofNullable(row.getString(4))));
                }
            }
            return parked;
        });
    }

    /// Has a parked stream's events applied again, in their order.
    public void retry(String projection, String stream, String reason, String actor) {
        ask(projection, stream, "RETRY", reason, actor);
    }

    /// Gives up the first of a parked stream's events, or the gap before it, and applies the rest.
    public void discard(String projection, String stream, String reason, String actor) {
        ask(projection, stream, "DISCARD", reason, actor);
    }

    private void ask(String projection, String stream, String what, String reason, String actor) {
        with(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update %s.parked_stream set asked = ?, asked_why = ?, asked_by = ? where stream_id = ?"
                            .formatted(serving(connection, projection)))) {
                update.setString(1, what);
                update.setString(2, reason);
                update.setString(3, actor);
                update.setString(4, stream);
                if (update.executeUpdate() == 0) {
                    throw new Unknown("parked-stream");
                }
            }
            Audit.record(connection, projection, Optional.of(stream), what, reason, actor);
            return Boolean.TRUE;
        });
    }

    private static BuildStatus status(Connection connection, Build build) throws SQLException {
        Instant through = BuildStore.marks(connection, build.schema()).values().stream()
                .map(Mark::through)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return new BuildStatus(
                build.projection(),
                build.version(),
                build.number(),
                build.state().name(),
                through,
                Duration.between(through, Instant.now()).toMillis() / 1000.0,
                parkedStreams(connection, build),
                passedBy(connection, build));
    }

    private static long parkedStreams(Connection connection, Build build) throws SQLException {
        try (PreparedStatement count =
                        connection.prepareStatement("select count(*) from %s.parked_stream".formatted(build.schema()));
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, Long> passedBy(Connection connection, Build build) throws SQLException {
        var types = new TreeMap<String, Long>();
        try (PreparedStatement select =
                        connection.prepareStatement("select type, events from %s.passed_by".formatted(build.schema()));
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                types.put(row.getString(1), row.getLong(2));
            }
        }
        return types;
    }

    private String serving(Connection connection, String projection) throws SQLException {
        known(projection);
        return Builds.serving(connection, projection).map(Build::schema).orElseThrow(() -> new Unknown("projection"));
    }

    private Projection<?> known(String name) {
        return projections
                .followed()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unknown("projection"));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the database did not answer: SQL state " + failure.getSQLState(), failure);
        }
    }
}
