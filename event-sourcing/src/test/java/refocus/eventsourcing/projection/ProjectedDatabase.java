package refocus.eventsourcing.projection;

import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.Servers;

/// A database with the tables of some projections, into which a test projects the events it likes: what a running
/// service does, without the service.
///
/// Readers find the rows under `views`, as they always do.
public final class ProjectedDatabase implements AutoCloseable {

    private final Database database;
    private final Connection connection;

    private ProjectedDatabase(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    public static ProjectedDatabase of(Projection<?>... projections) throws Exception {
        var database =
                new Database(Servers.ofThisRun().postgres(), "projected_%x".formatted(System.nanoTime()), "test");
        database.create();
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.owner());
        migrate(connection, database);
        for (Projection<?> projection : projections) {
            Builds.begin(connection, projection, List.of());
        }
        return new ProjectedDatabase(database, connection);
    }

    public Database database() {
        return database;
    }

    /// What a report reads with.
    public Views views(Pool pool) {
        return new Views(pool);
    }

    /// Applies an event, recorded now, as the only one of a stream.
    public <E> void project(Projection<E> projection, StreamId stream, E event, Instant occurredAt)
            throws SQLException {
        project(projection, recorded(stream, 1, event, occurredAt, Instant.now()));
    }

    public <E> void project(Projection<E> projection, Recorded<E> recorded) throws SQLException {
        Build build = Builds.serving(connection, projection.name()).orElseThrow();
        var store = new BuildStore(connection, build.schema(), projection.tables());
        connection.setAutoCommit(false);
        store.write(new Intake.Result(projection.apply(recorded), java.util.Map.of(), List.of(), java.util.Map.of()));
        connection.commit();
        connection.setAutoCommit(true);
    }

    public static <E> Recorded<E> recorded(
            StreamId stream, long version, E event, Instant occurredAt, Instant recordedAt) {
        return new Recorded<>(
                stream,
                version,
                UUID.randomUUID(),
                event,
                1,
                new Metadata("test", new UUID(0, 0), Optional.empty(), Optional.empty()),
                occurredAt,
                recordedAt);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void migrate(Connection connection, Database database) throws Exception {
        try (var sql = ProjectedDatabase.class.getResourceAsStream("/db/log/V2__projections.sql");
                var statement = connection.createStatement()) {
            statement.execute(new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("${app}", database.application()));
        }
    }
}
