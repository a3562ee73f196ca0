package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.Servers;

/// Whoever follows takes each event once and in order, from its own looks and from those made for all.
class NewestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private static final String INSERT = """
            insert into event (stream_id, version, event_id, command_id, type, schema_version, data, meta, occurred_at)
            select 'loan/' || gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 'lent', 1, '{}',
                   '{"actor": "a", "correlation": "00000000-0000-0000-0000-000000000000"}', now()
            from generate_series(1, ?)""";

    private final Wake wake = new Wake();
    private Database database;
    private Newest newest;

    @BeforeEach
    void begin() throws Exception {
        database = new Database(Servers.ofThisRun().postgres(), "newest_%x".formatted(System.nanoTime()), "test");
        database.create();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.owner())
                .locations("db/log")
                .placeholders(Map.of("app", database.application()))
                .load()
                .migrate();
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.application());
        source.setPassword(database.application());
        source.setApplicationName("newest");
        newest = new Newest("a log", () -> {
            var own = source.getConnection();
            return new LogReader(own, wake, own::close);
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        newest.stop();
    }

    @Test
    void what_commits_late_is_taken_in_the_order_of_transactions() throws Exception {
        try (Connection late = connect();
                Connection soon = connect();
                Connection follower = connect()) {
            var source = source(follower);
            source.seek(Map.of());
            late.setAutoCommit(false);
            append(late, 1);
            append(soon, 2);
            assertThat(source.poll(Map.of()).events()).isEmpty();
            late.commit();
            wake.appended();
            assertThat(taken(source, 3)).isEqualTo(inTheLog());
        }
    }

    @Test
    void whoever_is_behind_looks_alone_until_it_is_there() throws Exception {
        try (Connection writer = connect();
                Connection follower = connect()) {
            append(writer, 2500);
            await().atMost(PATIENCE).until(() -> known(Map.of(0, last())).isPresent());
            assertThat(known(Map.of())).isEmpty();
            var source = source(follower);
            source.seek(Map.of());
            List<UUID> taken = taken(source, 2500);
            append(writer, 2);
            wake.appended();
            taken.addAll(taken(source, 2));
            assertThat(taken).isEqualTo(inTheLog());
        }
    }

    @Test
    void one_that_is_slower_than_the_log_loses_nothing() throws Exception {
        try (Connection writer = connect();
                Connection follower = connect()) {
            var source = source(follower);
            source.seek(Map.of());
            append(writer, 1);
            wake.appended();
            List<UUID> taken = taken(source, 1);
            Mark reached = last();
            for (int i = 0; i < 10; i++) {
                append(writer, 1000);
                wake.appended();
            }
            await().atMost(PATIENCE).until(() -> known(Map.of(0, reached)).isEmpty());
            taken.addAll(taken(source, 10_000));
            assertThat(taken).isEqualTo(inTheLog());
        }
    }

    @Test
    void a_flood_is_read_once_for_all_who_keep_taking() throws Exception {
        try (Connection writer = connect();
                Source first = neverAlone();
                Source second = neverAlone()) {
            var one = taken(first, 0);
            var other = taken(second, 0);
            append(writer, 20_000);
            wake.appended();
            await().atMost(PATIENCE).until(() -> {
                first.poll(Map.of()).events().forEach(event -> one.add(event.id()));
                Thread.sleep(MOMENT);
                second.poll(Map.of()).events().forEach(event -> other.add(event.id()));
                return other.size() >= 20_000;
            });
            assertThat(one).isEqualTo(inTheLog()).isEqualTo(other);
        }
    }

    @Test
    void sessions_that_end_change_nothing() throws Exception {
        var done = new AtomicBoolean();
        Thread terminator = Thread.ofVirtual().start(() -> terminate(done));
        try (Connection writer = connect();
                Connection follower = connect()) {
            var source = source(follower);
            source.seek(Map.of());
            var taken = new ArrayList<UUID>();
            for (int i = 0; i < 60; i++) {
                append(writer, 5);
                wake.appended();
                source.poll(Map.of()).events().forEach(event -> taken.add(event.id()));
            }
            taken.addAll(taken(source, 300 - taken.size()));
            assertThat(taken).isEqualTo(inTheLog());
        } finally {
            done.set(true);
            terminator.join();
        }
    }

    private void terminate(AtomicBoolean done) {
        while (!done.get()) {
            try (Connection connection = connect();
                    var select = connection.createStatement()) {
                select.execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'newest'""");
                Thread.sleep(MOMENT);
            } catch (SQLException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /// Asks once for what follows a place, and does not come again.
    private Optional<Source.Batch> known(Map<Integer, Mark> places) throws InterruptedException, SQLException {
        try (Connection connection = connect();
                Source reader = source(connection)) {
            return newest.after(reader, places, 10, MOMENT);
        }
    }

    private Source neverAlone() throws Exception {
        var source = new SharedSource(
                newest,
                () -> {
                    throw new IllegalStateException("it reads alone");
                },
                _ -> true);
        source.seek(Map.of());
        return source;
    }

    private Source source(Connection follower) {
        return new SharedSource(newest, () -> new LogReader(follower, wake, () -> {}), _ -> true);
    }

    private static List<UUID> taken(Source source, int events) {
        var taken = new ArrayList<UUID>();
        await().atMost(PATIENCE).until(() -> {
            source.poll(Map.of()).events().forEach(event -> taken.add(event.id()));
            return taken.size() >= events;
        });
        return taken;
    }

    private List<UUID> inTheLog() throws SQLException {
        var all = new ArrayList<UUID>();
        try (Connection connection = connect();
                var row = connection.createStatement().executeQuery("select event_id from event order by tx, pos")) {
            while (row.next()) {
                all.add(row.getObject(1, UUID.class));
            }
        }
        return all;
    }

    private Mark last() throws SQLException {
        try (Connection connection = connect();
                var row = connection
                        .createStatement()
                        .executeQuery(
                                "select e.tx::text::bigint, e.pos from event e order by e.tx desc, e.pos desc limit 1")) {
            row.next();
            return new Mark(row.getLong(1), row.getLong(2), Instant.EPOCH);
        }
    }

    private Connection connect() throws SQLException {
        return ProjectedDatabase.connect(database, database.application());
    }

    private static void append(Connection connection, int events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, events);
            insert.executeUpdate();
        }
    }
}
