package refocus.eventsourcing.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.Servers;

/// A real database with the table of accesses, and a writer to it as the service's own role.
final class AuditedDatabase implements AutoCloseable {

    static final KeyedHash HASH = KeyedHash.with(new byte[32]);

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final Pool pool;

    AuditedDatabase(String service) throws Exception {
        database = new Database(Servers.ofThisRun().postgres(), "%s_%x".formatted(service, System.nanoTime()), service);
        database.create();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.owner())
                .locations("db/log", "db/audit")
                .placeholders(Map.of("app", database.application()))
                .load()
                .migrate();
        var address = PgConnectOptions.fromUri(database.jdbcUrl().substring("jdbc:".length()))
                .setUser(database.application())
                .setPassword(database.application());
        pool = Pool.pool(vertx, address, new PoolOptions().setMaxSize(4));
    }

    AccessWriter writer() {
        return writer(Duration.ofSeconds(10));
    }

    AccessWriter writer(Duration patience) {
        return new AccessWriter(new AccessInsert(pool), HASH, patience, new SimpleMeterRegistry());
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.owner());
    }

    Connection asApplication() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.application(), database.application());
    }

    /// What someone with the database in their hands does.
    void tamper(String sql) throws SQLException {
        try (Connection owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection owner = asOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Access access(UUID subject) {
        return access(subject, "BORROWER", Optional.empty(), 1);
    }

    static Access access(UUID subject, String basis, Optional<String> reason, int results) {
        return new Access(
                Uuids.next(),
                subject,
                "loan-history",
                basis,
                reason,
                results,
                UUID.randomUUID().toString(),
                "account-1",
                "reading-room",
                "librarian panel-member",
                UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /// As the service's own role.
    DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.application());
        source.setPassword(database.application());
        return source;
    }

    @Override
    public void close() throws Exception {
        pool.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
