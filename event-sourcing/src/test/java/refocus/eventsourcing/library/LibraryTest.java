package refocus.eventsourcing.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.VersionConflict;
import refocus.eventsourcing.library.Loan.Command;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.log.Uuids;
import refocus.eventsourcing.projection.Operations;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.servers.ServersResource;

/// The log, the relay, projections from both feeds and a reaction, on real PostgreSQL and Kafka.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "library"))
class LibraryTest {

    static final UUID AUTOMATIC = new UUID(7, 7);
    // Longer than the relay takes to give a broker up and begin again.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CANARY = "Caneri-Melyn-4711";

    @Inject
    Desks desks;

    @Inject
    Views views;

    @Inject
    Operations operations;

    @Inject
    DataSource database;

    @Inject
    Loans.FromLog fromLog;

    @Inject
    Loans.FromTopic fromTopic;

    @Test
    void a_command_is_recorded_and_its_state_read() {
        UUID loan = lent();
        assertThat(now(loans().handle(loan, new Command.RemarkTwice("dog-eared"), asking())))
                .isEqualTo(new Done(new StreamId("loan", loan), 3));
        assertThat(((Loan.Lent) now(loans().read(loan)).state()).remarks()).isEqualTo(2);
    }

    @Test
    void a_state_is_read_as_it_was_known() {
        UUID loan = lent();
        Instant known = Instant.now();
        now(loans().handle(loan, new Command.RemarkTwice("dog-eared"), asking()));
        assertThat(now(loans().readAsKnown(loan, known)).version()).isEqualTo(1);
        assertThat(now(loans().readAsKnown(loan, Instant.now())).version()).isEqualTo(3);
        assertThatThrownBy(() -> now(loans().readAsKnown(loan, known.minusSeconds(3_600))))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void a_repeated_command_has_one_effect_and_the_same_answer() {
        UUID loan = lent();
        Asking once = keyed("k1");
        Done first = now(loans().handle(loan, new Command.RemarkTwice("x"), once));
        Done again = now(loans().handle(loan, new Command.RemarkTwice("x"), once));
        assertThat(again).isEqualTo(first);
        assertThat(count("select count(*) from event where stream_id = 'loan/" + loan + "'"))
                .isEqualTo(3);
        var other = new Asking(once.command(), Optional.of("other"), Optional.empty(), Instant.now(), once.metadata());
        assertThatThrownBy(() -> now(loans().handle(loan, new Command.Remark("y"), other)))
                .isInstanceOf(Impossible.class);
    }

    @Test
    void a_command_repeated_while_it_is_in_flight_is_no_refusal() {
        UUID loan = lent();
        Asking once = keyed("k2");
        List<Done> done = now(Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUni(_ -> loans().handle(loan, new Command.Return(), once))
                .merge(20)
                .collect()
                .asList());
        assertThat(done).hasSize(20).containsOnly(new Done(new StreamId("loan", loan), 2));
    }

    @Test
    void a_stale_version_is_told_and_records_nothing() {
        UUID loan = lent();
        now(loans().handle(loan, new Command.Remark("x"), asking().seeing(1)));
        assertThatThrownBy(() -> now(loans().handle(loan, new Command.Remark("y"), asking().seeing(1))))
                .isInstanceOf(VersionConflict.class);
        assertThat(now(loans().read(loan)).version()).isEqualTo(2);
    }

    @Test
    void racing_commands_on_one_stream_take_one_version_each() {
        UUID loan = lent();
        List<Done> done = now(Multi.createFrom()
                .range(0, 100)
                .onItem()
                .transformToUni(i -> loans().handle(loan, new Command.Remark("r" + i), asking()))
                .merge(64)
                .collect()
                .asList());
        assertThat(done.stream().map(Done::version).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 101).mapToObj(i -> (long) i).toList());
    }

    @Test
    void whose_place_is_taken_keeps_nobody_else_out_of_a_batch() throws SQLException {
        List<UUID> loans = Stream.generate(this::lent).limit(40).toList();
        // Another instance takes back every other book behind this one's cache.
        for (int i = 0; i < loans.size(); i += 2) {
            returnedElsewhere(loans.get(i));
        }
        var outcomes = now(Multi.createFrom()
                .iterable(loans)
                .onItem()
                .transformToUni(loan -> loans().handle(loan, new Command.Remark("x"), asking())
                        .map(Done::toString)
                        .onFailure(Refused.class)
                        .recoverWithItem(Throwable::getMessage))
                .merge(64)
                .collect()
                .asList());
        assertThat(outcomes).filteredOn("already-returned"::equals).hasSize(20);
        for (int i = 0; i < loans.size(); i++) {
            assertThat(count("select count(*) from event where stream_id = 'loan/%s' and version <= 2 and type = '%s'"
                            .formatted(loans.get(i), i % 2 == 0 ? "book-returned" : "remarked")))
                    .isEqualTo(1);
        }
    }

    /// How often a statement was planned for its values, and how often the plan for all was used.
    record Planned(Long anew, Long once) {}

    @Test
    void what_every_read_asks_is_planned_once_for_a_connection() {
        UUID loan = lent();
        String newest = """
                select custom_plans as anew, generic_plans as once from pg_prepared_statements
                where statement like '%(stream_id, place)%' and statement not like '%pg_prepared%'""";
        await().atMost(PATIENCE).untilAsserted(() -> {
            now(loans().read(loan));
            assertThat(now(views.query(newest, Planned.class))).anyMatch(planned -> planned.once() > 0);
        });
    }

    @Test
    void a_caller_that_goes_away_leaves_the_stream_to_others() {
        UUID loan = lent();
        for (int i = 0; i < 20; i++) {
            loans().handle(loan, new Command.Remark("r" + i), asking())
                    .subscribe()
                    .with(_ -> {})
                    .cancel();
        }
        assertThat(now(loans().handle(loan, new Command.Remark("the last"), asking()))
                        .version())
                .isGreaterThan(1);
    }

    @Test
    void a_refusal_is_confirmed_against_the_log_before_it_is_given() throws SQLException {
        UUID loan = lent();
        // Another instance returns the book behind this one's cache.
        returnedElsewhere(loan);
        assertThatThrownBy(() -> now(loans().handle(loan, new Command.Lend(UUID.randomUUID()), asking())))
                .isInstanceOf(Refused.class)
                .hasMessage("already-returned");
    }

    @Test
    void a_long_stream_is_folded_page_by_page_and_then_from_a_snapshot() throws SQLException {
        UUID loan = lent();
        now(Multi.createFrom()
                .range(0, 1100)
                .onItem()
                .transformToUni(i -> loans().handle(loan, new Command.Remark("r" + i), asking()))
                .merge(64)
                .collect()
                .asList());
        assertThat(remarksAfterAnotherInstanceWrote(loan)).isEqualTo(1101);
        String snapshot = "select coalesce(max(version), 0) from snapshot where stream_id = 'loan/%s'".formatted(loan);
        await().atMost(PATIENCE).until(() -> count(snapshot) == 1102);
        // From here on the fold begins at the snapshot: what lies before it is not read again.
        run("update snapshot set state = jsonb_set(state, '{remarks}', '5000') where stream_id = 'loan/%s'"
                .formatted(loan));
        assertThat(remarksAfterAnotherInstanceWrote(loan)).isEqualTo(5001);
    }

    /// Repeats the newest remark behind this instance's cache, so that the state must be read again.
    private int remarksAfterAnotherInstanceWrote(UUID loan) throws SQLException {
        run("insert into event (stream_id, version, event_id, type, schema_version, data, meta, occurred_at)"
                + " select stream_id, version + 1, gen_random_uuid(), type, schema_version, data, meta, now()"
                + " from event where stream_id = 'loan/%s' order by version desc limit 1".formatted(loan));
        return ((Loan.Lent) now(loans().read(loan)).state()).remarks();
    }

    @Test
    void several_streams_change_together_or_not_at_all() {
        UUID one = lent();
        UUID two = lent();
        var steps = List.<Desks.Step<?, ?, ?>>of(
                new Desks.Step<>(Loan.STREAM, one, new Command.Remark("a")),
                new Desks.Step<>(Loan.STREAM, two, new Command.Remark("b")));
        now(desks.together(steps, asking()));
        assertThat(now(loans().read(one)).version()).isEqualTo(2);
        assertThat(now(loans().read(two)).version()).isEqualTo(2);
        now(loans().handle(two, new Command.Return(), asking()));
        assertThatThrownBy(() -> now(desks.together(steps, asking()))).isInstanceOf(Refused.class);
        assertThat(now(loans().read(one)).version()).isEqualTo(2);
    }

    @Test
    void the_log_is_only_ever_added_to() {
        for (String forbidden : List.of("update event set type = 'x'", "delete from event", "truncate event")) {
            assertThatThrownBy(() -> run(forbidden))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure ->
                            assertThat(((SQLException) failure).getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void an_append_that_is_not_its_transactions_first_write_is_refused() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_current_xact_id()");
                assertThatThrownBy(() -> statement.execute("select must_be_first_write()"))
                        .hasMessageContaining("first write");
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void both_feeds_make_the_same_rows_and_the_topic_keeps_no_text_in_clear() {
        UUID loan = lent();
        Done done = now(loans().handle(loan, new Command.Remark(CANARY), asking()));
        now(views.caughtUp("loans", done.stream(), done.version()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Loans.LoanRow> heard = now(views.list(fromTopic.loans(), "where t.loan = $1", loan));
            assertThat(heard).isEqualTo(now(views.list(fromLog.loans(), "where t.loan = $1", loan)));
            assertThat(heard)
                    .singleElement()
                    .satisfies(row -> assertThat(row.remarks()).isEqualTo(1));
        });
        assertThat(count("select count(*) from event where data::text like '%" + CANARY + "%'"))
                .isZero();
        assertThat(count("select count(*) from views.loans where last_remark like '%" + CANARY + "%'"))
                .isZero();
    }

    @Test
    void a_view_can_be_waited_for_until_it_has_all_that_is_recorded_by_now() {
        UUID loan = lent();
        now(views.caughtUp("loans"));
        assertThat(now(views.list(fromLog.loans(), "where t.loan = $1", loan))).hasSize(1);
    }

    @Test
    void a_reaction_sends_its_command_once() {
        UUID loan = UUID.randomUUID();
        now(loans().handle(loan, new Command.Lend(AUTOMATIC), asking()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(now(loans().read(loan)).state()).isInstanceOf(Loan.Returned.class));
        assertThat(now(loans().read(loan)).version()).isEqualTo(2);
    }

    @Test
    void a_rebuild_from_zero_takes_over_with_the_same_rows() {
        for (int i = 0; i < 20; i++) {
            now(loans().handle(lent(), new Command.Remark("r"), asking()));
        }
        for (String name : List.of("loans", "loans_heard")) {
            long before = serving(name);
            operations.rebuild(name, "to see that it can be", "a test");
            now(loans().handle(lent(), new Command.Remark("while it builds"), asking()));
            await().atMost(PATIENCE).until(() -> serving(name) == before + 1);
        }
        long loans = count("select count(*) from event where type = 'book-lent'");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(count("select count(*) from views.loans")).isEqualTo(loans);
            assertThat(count("select count(*) from views.loans_heard")).isEqualTo(loans);
            assertThat(count("select sum(loans)::bigint from views.loans_heard_borrower"))
                    .isEqualTo(loans);
        });
    }

    private long serving(String name) {
        return operations.builds().stream()
                .filter(build ->
                        build.projection().equals(name) && build.state().equals("SERVING"))
                .mapToLong(Operations.BuildStatus::build)
                .findFirst()
                .orElse(0);
    }

    private UUID lent() {
        UUID loan = UUID.randomUUID();
        now(loans().handle(loan, new Command.Lend(UUID.randomUUID()), asking()));
        return loan;
    }

    private void returnedElsewhere(UUID loan) throws SQLException {
        run("insert into event (stream_id, version, event_id, type, schema_version, data, meta, occurred_at) values"
                + " ('loan/%s', 2, gen_random_uuid(), 'book-returned', 1, '{}',".formatted(loan)
                + " '{\"actor\":\"x\",\"correlation\":\"00000000-0000-0000-0000-000000000001\"}', now())");
    }

    private Desk<Command, Loan.Event, Loan> loans() {
        return desks.of(Loan.STREAM);
    }

    private static Asking asking() {
        return new Asking(
                Uuids.next(),
                Optional.empty(),
                Optional.empty(),
                Instant.now(),
                new Metadata("a test", UUID.randomUUID(), Optional.empty(), Optional.empty()));
    }

    private static Asking keyed(String key) {
        return new Asking(
                UUID.randomUUID(), Optional.of("hash of " + key), Optional.empty(), Instant.now(), asking().metadata());
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
