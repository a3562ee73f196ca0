package refocus.eventsourcing.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.Servers;

/// What a batch changes goes to the database together, and only as far as the reader still owns its place.
class BuildStoreTest {

    private static final String LOAN = "loan/00000000-0000-0000-0000-000000000001";

    private record Borrower(String borrower, long loans) {}

    private static final Table<Borrower> BORROWERS = Table.of("borrower", Borrower.class, "borrower");

    private static Connection connection;

    @BeforeAll
    static void connect() throws Exception {
        var database =
                new Database(Servers.ofThisRun().postgres(), "build_store_%x".formatted(System.nanoTime()), "test");
        database.create();
        connection = ProjectedDatabase.connect(database, database.owner());
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @BeforeEach
    void emptyBuild() throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute("""
                    drop schema if exists build cascade;
                    create schema build;
                    create table build.borrower (borrower text primary key, loans bigint not null check (loans < 3));
                    create table build.applied (stream_id text primary key, version bigint not null);
                    create table build.checkpoint (
                        slot int primary key, major bigint not null, minor bigint not null, through timestamptz not null)""");
        }
    }

    @Test
    void rows_versions_and_checkpoint_move_together() throws SQLException {
        write(borrowed(1), Map.of(), at(5));
        write(borrowed(2), at(5), at(7));

        assertThat(row("select loans from build.borrower")).isEqualTo("2");
        assertThat(store().applied(Set.of(LOAN))).containsExactly(Map.entry(LOAN, 2L));
        assertThat(store().marks()).isEqualTo(at(7));
    }

    @Test
    void a_reader_that_was_overtaken_changes_nothing() throws SQLException {
        write(borrowed(1), Map.of(), at(5));

        assertThatThrownBy(() -> write(borrowed(2), Map.of(), at(7))).isInstanceOf(BuildStore.NotTheOwner.class);

        assertThat(row("select loans from build.borrower")).isEqualTo("1");
        assertThat(store().applied(Set.of(LOAN))).containsExactly(Map.entry(LOAN, 1L));
        assertThat(store().marks()).isEqualTo(at(5));
    }

    @Test
    void a_row_that_the_database_refuses_takes_all_back() throws SQLException {
        write(borrowed(1), Map.of(), at(5));
        write(borrowed(2), at(5), at(7));

        assertThatThrownBy(() -> write(borrowed(3), at(7), at(9)))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23514"));

        assertThat(store().applied(Set.of(LOAN))).containsExactly(Map.entry(LOAN, 2L));
        assertThat(store().marks()).isEqualTo(at(7));
    }

    private static void write(Intake.Result result, Map<Integer, Mark> from, Map<Integer, Mark> to)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            store().write(result, from, to);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static BuildStore store() throws SQLException {
        return new BuildStore(connection, "build", List.of(BORROWERS));
    }

    private static Intake.Result borrowed(long version) {
        return new Intake.Result(
                List.of(BORROWERS.add(new Borrower("Nia", 1))), Map.of(LOAN, version), List.of(), Map.of());
    }

    private static Map<Integer, Mark> at(long major) {
        return Map.of(0, new Mark(major, 0, Instant.parse("2026-11-28T10:00:00Z")));
    }

    private static String row(String sql) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            row.next();
            return Optional.ofNullable(row.getString(1)).orElseThrow();
        }
    }
}
