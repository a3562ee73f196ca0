package refocus.eventsourcing.projection;

import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
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

    /// @param locations the migrations the service runs beside the library's own for projections
    public static ProjectedDatabase of(List<String> locations, List<Projection<?>> projections) throws Exception {
        var database =
                new Database(Servers.ofThisRun().postgres(), "projected_%x".formatted(System.nanoTime()), "test");
        database.create();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.owner())
                .locations(Stream.concat(Stream.of("db/projections"), locations.stream())
                        .toArray(String[]::new))
                .placeholders(Map.of("app", database.application(), "reader", database.reader()))
                .load()
                .migrate();
        Connection connection = connect(database, database.application());
        for (Projection<?> projection : projections) {
            Builds.begin(connection, projection, List.of(database.owner()));
        }
        return new ProjectedDatabase(database, connection);
    }

    /// A connection as one of the database's roles.
    public static Connection connect(Database database, String role) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), role, role);
    }

    public Database database() {
        return database;
    }

    /// What a report reads with.
    public Views views(Pool pool) {
        return new Views(pool, new Advances());
    }

    /// Writes what the projection makes of an event.
    public <E> void project(Projection<E> projection, Recorded<E> recorded) throws SQLException {
        Build build = Builds.serving(connection, projection.name()).orElseThrow();
        var store = new BuildStore(connection, build.schema(), projection.tables());
        connection.setAutoCommit(false);
        store.write(new Intake.Result(projection.apply(recorded), Map.of(), List.of(), Map.of()));
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Empties the projection's tables, for the next test.
    public void forget(Projection<?> projection) throws SQLException {
        Build build = Builds.serving(connection, projection.name()).orElseThrow();
        try (Statement truncate = connection.createStatement()) {
            truncate.execute(projection.tables().stream()
                    .map(table -> build.schema() + "." + table.name())
                    .collect(Collectors.joining(", ", "truncate ", "")));
        }
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
}
