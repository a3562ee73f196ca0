package refocus.eventsourcing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static refocus.eventsourcing.audit.AuditedDatabase.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is told to be on record is: committed, numbered without a gap, chained, and out of the application's reach.
class AccessWriterTest {

    private static AuditedDatabase database;

    private AccessWriter writer;

    @BeforeAll
    static void a_table_of_accesses() throws Exception {
        database = new AuditedDatabase("audited");
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void nobody_has_seen_anything_yet() throws Exception {
        database.tamper("truncate access_record");
        writer = database.writer();
    }

    @Test
    void all_rows_of_a_read_are_committed_when_it_is_told_so() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        done(writer.write(List.of(
                access(first, "BORROWER", Optional.of("ASKED"), 3),
                access(second, Disclosed.DENIED, Optional.empty(), 0))));
        assertThat(database.count("""
                select count(*) from access_record
                where subject = '%s' and what = 'loan-history' and basis = 'BORROWER' and reason = 'ASKED'
                  and results = 3 and client = 'reading-room' and roles = 'librarian panel-member' and seq = 1""".formatted(first))).isEqualTo(1);
        assertThat(database.count("select count(*) from access_record where basis = 'DENIED' and seq = 2"))
                .isEqualTo(1);
    }

    @Test
    void reads_at_the_same_time_share_statements_and_one_chain() throws Exception {
        List<CompletableFuture<Void>> reads = IntStream.range(0, 500)
                .mapToObj(_ -> writer.write(List.of(access(UUID.randomUUID()), access(UUID.randomUUID()))))
                .toList();
        for (var read : reads) {
            done(read);
        }
        assertThat(database.count("select max(seq) from access_record")).isEqualTo(1000);
        assertThat(database.count("select count(distinct writer) from access_record"))
                .isEqualTo(1);
        assertThat(database.count("select count(distinct tx) from access_record"))
                .isLessThan(500);
    }

    @Test
    void two_instances_write_side_by_side() throws Exception {
        AccessWriter other = database.writer();
        var reads = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 50; i++) {
            reads.add(writer.write(List.of(access(UUID.randomUUID()))));
            reads.add(other.write(List.of(access(UUID.randomUUID()))));
        }
        for (var read : reads) {
            done(read);
        }
        assertThat(database.count("select count(*) from (select max(seq) as m from access_record group by writer) s"
                        + " where m = 50"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_record set actor = 'someone else'",
                "delete from access_record",
                "truncate access_record"
            })
    void the_application_cannot_take_anything_back(String forbidden) throws Exception {
        done(writer.write(List.of(access(UUID.randomUUID()))));
        try (Connection application = database.asApplication();
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute(forbidden))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void what_cannot_be_recorded_is_told_and_the_next_one_begins_another_chain() throws Exception {
        done(writer.write(List.of(access(UUID.randomUUID()))));
        database.tamper("alter table access_record rename to elsewhere");
        assertThatThrownBy(() -> done(writer.write(List.of(access(UUID.randomUUID())))))
                .hasMessageContaining("access_record");
        database.tamper("alter table elsewhere rename to access_record");
        done(writer.write(List.of(access(UUID.randomUUID()))));
        assertThat(database.count("select count(*) from access_record")).isEqualTo(2);
        assertThat(database.count("select count(*) from access_record where seq = 1"))
                .isEqualTo(2);
    }

    @Test
    @SuppressWarnings("NullAway") // what no caller may hand in
    void what_cannot_even_be_sent_is_told_too_and_holds_up_nobody() throws Exception {
        assertThatThrownBy(() -> done(writer.write(List.of(access(null)))))
                .hasCauseInstanceOf(NullPointerException.class);
        done(writer.write(List.of(access(UUID.randomUUID()))));
        assertThat(database.count("select count(*) from access_record")).isEqualTo(1);
    }

    @Test
    void what_has_waited_too_long_behind_another_is_not_written() throws Exception {
        AccessWriter impatient = database.writer(Duration.ofMillis(500));
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table access_record");
            CompletableFuture<Void> stuck = impatient.write(List.of(access(UUID.randomUUID())));
            CompletableFuture<Void> behind = impatient.write(List.of(access(UUID.randomUUID())));
            CompletableFuture<Void> beside = impatient.write(List.of(access(UUID.randomUUID())));
            for (var late : List.of(stuck, behind, beside)) {
                assertThatThrownBy(() -> done(late)).hasCauseInstanceOf(TimeoutException.class);
            }
            owner.rollback();
        }
        done(impatient.write(List.of(access(UUID.randomUUID()))));
        assertThat(database.count("select count(*) from access_record")).isEqualTo(2);
    }

    @Test
    void who_goes_away_leaves_the_others_waiting() throws Exception {
        CompletableFuture<Void> others;
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table access_record");
            var _ = writer.write(List.of(access(UUID.randomUUID())));
            CompletableFuture<Void> gone = writer.write(List.of(access(UUID.randomUUID())));
            others = writer.write(List.of(access(UUID.randomUUID())));
            gone.cancel(false);
            owner.rollback();
        }
        done(others);
        assertThat(database.count("select count(*) from access_record")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I know the family", "nia.probert@example.org", ""})
    void free_text_is_no_reason(String text) {
        assertThatThrownBy(() -> new Disclosed(UUID.randomUUID(), "loan", "BORROWER", Optional.of(text), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("family");
    }

    private static void done(CompletableFuture<Void> recorded) throws Exception {
        recorded.get(20, TimeUnit.SECONDS);
    }
}
