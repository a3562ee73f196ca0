package refocus.eventsourcing.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.personal.TestKeys;

/// What a service looks at before it serves, on a log and keys that have been restored to different days.
class BeforeServingTest {

    private static final String KEY = "select wrapped from subject_key where subject = ?";

    private static final String RESTORED = """
            insert into subject_key (subject, wrapped, master_version) values (?, ?, 1)
            on conflict (subject) do update set wrapped = excluded.wrapped, destroyed_at = null, closed_at = null""";

    static EmbeddedPostgres postgres;
    static TestKeys keys;

    @TempDir
    Path apart;

    private final UUID nia = UUID.randomUUID();
    private final UUID gwen = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        migrate("db/log", "log_history");
        migrate("db/keys", "keys_history");
        keys = TestKeys.on(postgres.getPort());
    }

    @BeforeEach
    void empty() throws SQLException {
        run("truncate event, sealed_subject, subject_key");
        run("update sealed_through set tx = '0', pos = 0");
    }

    @AfterAll
    static void stop() throws IOException {
        keys.close();
        postgres.close();
    }

    @Test
    void keys_restored_from_before_an_erasure_are_destroyed_again() throws SQLException {
        Sealed.Cipher name = recorded(nia, "Nia Probert");
        Sealed.Cipher other = recorded(gwen, "Gwen");
        byte[] dumped = key(nia);
        keys.destroy(nia);
        happened(nia, "reader-erased", "{}");
        check(Optional.empty());

        restore(nia, dumped);
        assertThat(keys.fresh().open(name)).contains("Nia Probert");
        check(Optional.empty());
        assertThat(keys.fresh().open(name)).isEmpty();
        assertThat(keys.fresh().open(other)).contains("Gwen");
    }

    @Test
    void so_are_those_of_others_who_were_erased_with_them() throws SQLException {
        Sealed.Cipher name = recorded(gwen, "Gwen");
        happened(nia, "reader-erased", "{\"friends\": [\"%s\"]}".formatted(gwen));
        check(Optional.empty());
        assertThat(keys.fresh().open(name)).isEmpty();
    }

    @Test
    void keys_and_log_restored_from_before_an_erasure_are_told_by_the_file_apart_from_both() throws SQLException {
        Sealed.Cipher name = recorded(nia, "Nia Probert");
        var file = new ErasureFile(Optional.of(apart.resolve("erasures")));
        file.add(nia);
        file.add(nia);
        assertThat(file.subjects()).containsExactly(nia);
        check(file.file());
        assertThat(keys.fresh().open(name)).isEmpty();
    }

    @Test
    void a_lost_key_is_an_alarm_and_a_refusal_to_serve_not_a_blank() throws SQLException {
        recorded(nia, "Nia Probert");
        recorded(gwen, "Gwen");
        check(Optional.empty());
        run("delete from subject_key where subject = '%s'".formatted(nia));
        assertThatThrownBy(() -> check(Optional.empty()))
                .hasMessageContaining("lost")
                .hasMessageContaining("1 people");
    }

    @Test
    void a_key_that_was_erased_and_is_lost_as_well_is_marked_erased() throws SQLException {
        Sealed.Cipher name = recorded(nia, "Nia Probert");
        happened(nia, "reader-erased", "{}");
        run("delete from subject_key");
        check(Optional.empty());
        assertThat(keys.fresh().open(name)).isEmpty();
    }

    @Test
    void each_event_is_looked_at_once() throws SQLException {
        recorded(nia, "Nia Probert");
        try (Connection connection = connection()) {
            var subjects = new SubjectsInLog(connection, Map.of());
            assertThat(subjects.readSome().subjects()).containsExactly(nia);
            recorded(gwen, "Gwen");
            assertThat(subjects.readSome()).isEqualTo(new SubjectsInLog.Found(1, Set.of(gwen)));
            assertThat(subjects.readSome().events()).isZero();
        }
    }

    private void check(Optional<Path> file) throws SQLException {
        try (Connection connection = connection()) {
            var subjects = new SubjectsInLog(connection, Map.of("reader-erased", "friends"));
            BeforeServing.check(subjects, keys.fresh().keys(), new ErasureFile(file));
        }
    }

    private Sealed.Cipher recorded(UUID reader, String name) throws SQLException {
        Sealed.Cipher sealed = keys.seal(reader, name);
        happened(reader, "reader-joined", "{\"name\": \"%s\"}".formatted(sealed));
        return sealed;
    }

    private static void happened(UUID reader, String type, String data) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into event (stream_id, version, event_id, type, schema_version, data, meta, occurred_at)
                        select ?, count(*) + 1, gen_random_uuid(), ?, 1, ?::jsonb, '{}', now()
                        from event where stream_id = ?""")) {
            insert.setString(1, "reader/" + reader);
            insert.setString(2, type);
            insert.setString(3, data);
            insert.setString(4, "reader/" + reader);
            insert.executeUpdate();
        }
    }

    private static byte[] key(UUID subject) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement(KEY)) {
            select.setObject(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static void restore(UUID subject, byte[] wrapped) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement insert = connection.prepareStatement(RESTORED)) {
            insert.setObject(1, subject);
            insert.setBytes(2, wrapped);
            insert.executeUpdate();
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private static void migrate(String location, String history) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations(location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("app", "postgres"))
                .load()
                .migrate();
    }
}
