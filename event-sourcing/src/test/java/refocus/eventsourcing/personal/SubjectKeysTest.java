package refocus.eventsourcing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Refused;

class SubjectKeysTest {

    static final UUID EVENT = UUID.randomUUID();
    static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    static EmbeddedPostgres postgres;
    static Vertx vertx;
    static Pool pool;

    final SubjectKeys keys = keys(MASTER);
    final UUID nia = UUID.randomUUID();
    final UUID gwen = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("db/keys")
                .load()
                .migrate();
        vertx = Vertx.vertx();
        var address =
                PgConnectOptions.fromUri("postgresql://postgres@localhost:%d/postgres".formatted(postgres.getPort()));
        pool = Pool.pool(vertx, address, new PoolOptions().setMaxSize(4));
    }

    @AfterAll
    static void stop() throws IOException {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        postgres.close();
    }

    @Test
    void what_is_sealed_opens_with_the_key_of_the_one_it_is_about() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        assertThat(sealed.toString()).doesNotContain("Nia").startsWith(Sealed.PREFIX + nia + ":" + EVENT + ":/name:");
        assertThat(open(keys(MASTER), Sealed.fromString(sealed.toString()))).contains("Nia Probert");
        assertThat(seal(keys, nia, "Nia Probert")).isNotEqualTo(sealed);
        assertThat(keys.openerNow(Set.of(nia)).text(Optional.of(sealed))).contains("Nia Probert");
    }

    @Test
    void it_opens_nowhere_else() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        seal(keys, gwen, "Gwen");
        for (var moved : List.of(
                new Sealed.Cipher(gwen, EVENT, "/name", sealed.text()),
                new Sealed.Cipher(nia, UUID.randomUUID(), "/name", sealed.text()),
                new Sealed.Cipher(nia, EVENT, "/other", sealed.text()))) {
            assertThatThrownBy(() -> open(keys, moved)).hasMessageContaining("tampered");
        }
    }

    @Test
    void an_unknown_key_is_an_error_and_a_destroyed_one_reads_as_erased() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        var ofNobody = new Sealed.Cipher(gwen, EVENT, "/name", sealed.text());
        assertThatThrownBy(() -> open(keys, ofNobody)).hasMessageContaining("unknown");
        assertThat(await(keys.unknown(Set.of(nia, gwen)))).containsExactly(gwen);

        await(keys.destroy(nia));
        await(keys.destroy(nia));
        assertThat(open(keys, sealed)).isEmpty();
        assertThat(open(keys(MASTER), sealed)).isEmpty();
        assertThat(await(keys.unknown(Set.of(nia)))).isEmpty();
        assertThatThrownBy(() -> seal(keys(MASTER), nia, "Nia again")).isInstanceOf(Refused.class);
    }

    @Test
    void whoever_makes_a_key_first_all_seal_with_that_one() {
        List<UUID> people =
                IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
        var racing = IntStream.range(0, 8)
                .mapToObj(_ -> keys(MASTER).sealer(Set.copyOf(people)))
                .toList();
        List<Sealer> sealers = await(Uni.join().all(racing).andFailFast());
        for (Sealer sealer : sealers) {
            var sealed = sealer.seal(new Sealed.Clear(people.getLast(), "the same"), EVENT, "/name");
            assertThat(open(keys, sealed)).contains("the same");
        }
    }

    @Test
    void keys_are_useless_without_the_master_key_they_were_wrapped_by() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        var other = keys(Base64.getEncoder().encodeToString(AesGcm.newKey()));
        assertThatThrownBy(() -> open(other, sealed)).hasMessageContaining("tampered");
        assertThatThrownBy(() -> new MasterKeys("c2hvcnQ=")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new MasterKeys(Optional.empty(), Optional.empty()))
                .hasMessageContaining("refocus.master-key");
    }

    @Test
    void a_closed_key_neither_seals_nor_opens_and_is_destroyed_only_when_all_have_forgotten_it() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        SubjectKeys elsewhere = keys(MASTER);
        assertThat(open(elsewhere, sealed)).contains("Nia Probert");

        await(keys.close(nia));
        assertThat(open(keys, sealed)).isEmpty();
        assertThatThrownBy(() -> seal(keys, nia, "Nia again")).isInstanceOf(Refused.class);
        assertThat(open(keys(MASTER), sealed)).isEmpty();

        assertThat(open(elsewhere, sealed)).contains("Nia Probert");
        await(elsewhere.look());
        assertThat(open(elsewhere, sealed)).isEmpty();

        assertThat(await(keys.destroyClosed(nia))).isFalse();
        sql("update subject_key set closed_at = now() - interval '6 minutes' where subject = $1", nia);
        assertThat(await(keys.destroyClosed(nia))).isTrue();
        assertThat(await(keys.destroyClosed(nia))).isTrue();
        assertThat(await(keys.isErased(nia))).isTrue();
        assertThat(await(keys.isErased(gwen))).isFalse();
    }

    @Test
    void a_key_that_is_not_closed_is_not_destroyed_in_passing() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        assertThat(await(keys.destroyClosed(nia))).isFalse();
        assertThat(open(keys(MASTER), sealed)).contains("Nia Probert");
    }

    @Test
    void keys_are_wrapped_again_by_the_newest_master_key_and_texts_and_hashes_stay_as_they_are() throws SQLException {
        String newer = "2:" + Base64.getEncoder().encodeToString(AesGcm.newKey());
        Sealed.Cipher before = seal(keys, nia, "Nia Probert");
        String hash = hash(MASTER);
        String both = newer + "\n1:" + MASTER;
        Sealed.Cipher meanwhile = seal(keys(both), gwen, "Gwen");
        assertThat(open(keys(both), before)).contains("Nia Probert");
        assertThat(await(store(both).masterVersions())).containsExactlyInAnyOrder(1, 2);
        assertThatThrownBy(() -> open(keys(newer), before)).hasMessageContaining("version 1");

        assertThat(Stream.generate(() -> await(store(both).rewrapSome()))
                        .takeWhile(some -> some > 0)
                        .mapToInt(some -> some)
                        .sum())
                .isPositive();
        assertThat(await(store(newer).masterVersions())).containsExactly(2);
        assertThat(open(keys(newer), before)).contains("Nia Probert");
        assertThat(open(keys(newer), meanwhile)).contains("Gwen");
        assertThat(hash(newer))
                .isEqualTo(hash)
                .isEqualTo(hashBesideTheService(newer))
                .isEqualTo(withoutDatabase("test").of("name", "nia"));
    }

    @Test
    void two_master_keys_of_one_version_are_one_too_many() {
        assertThatThrownBy(() -> new MasterKeys("1:" + MASTER + ", " + MASTER)).hasMessageContaining("version 1");
        assertThat(new MasterKeys("1:" + MASTER + ",3:" + MASTER).newest()).isEqualTo(3);
    }

    @Test
    void sealed_values_are_found_wherever_they_are_copied_to() {
        Sealed.Cipher sealed = seal(keys, nia, "Nia Probert");
        String row = "(7,%s,\"{\"\"a\"\": \"\"%s\"\"}\")".formatted(sealed, seal(keys, gwen, "Gwen"));
        assertThat(Ciphers.subjects(row)).containsExactlyInAnyOrder(nia, gwen);
        assertThat(Ciphers.about(nia, row)).containsExactly(sealed);
        assertThat(row).contains(Ciphers.mark(nia));
        assertThat(Ciphers.subjects("sealed:1:")).isEmpty();
    }

    @Test
    void a_text_in_clear_is_written_by_no_mapper() {
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(Sealed.about(nia, "Nia")))
                .hasMessageNotContaining("Nia");
    }

    @Test
    void hashes_are_keyed_and_keep_purposes_and_parts_apart() {
        var hash = withoutDatabase("test");
        assertThat(hash.of("name", "nia"))
                .isEqualTo(withoutDatabase("test").of("name", "nia"))
                .isNotEqualTo(hash.of("town", "nia"))
                .isNotEqualTo(withoutDatabase("other").of("name", "nia"))
                .isNotEqualTo(KeyedHash.with(new byte[32]).of("name", "nia"));
        assertThat(hash.of("p", bytes("ab"), bytes("c"))).isNotEqualTo(hash.of("p", bytes("a"), bytes("bc")));
    }

    private static SubjectKeys keys(String master) {
        return new SubjectKeys(store(master), 1000, Duration.ofMinutes(5), Duration.ofSeconds(30), Optional.empty());
    }

    private static KeyStore store(String master) {
        return new KeyStore(() -> pool, new MasterKeys(master));
    }

    private static String hash(String master) {
        return new DerivedKeys(Optional.of(pool), new MasterKeys(master))
                .hash("test")
                .of("name", "nia");
    }

    private static String hashBesideTheService(String master) throws SQLException {
        try (Connection keys = postgres.getPostgresDatabase().getConnection()) {
            return DerivationRoot.hash(master, keys, "test").of("name", "nia");
        }
    }

    private static KeyedHash withoutDatabase(String purpose) {
        return new DerivedKeys(Optional.empty(), new MasterKeys(MASTER)).hash(purpose);
    }

    private static void sql(String sql, UUID subject) {
        pool.preparedQuery(sql).execute(Tuple.of(subject)).await().atMost(Duration.ofSeconds(20));
    }

    private static Sealed.Cipher seal(SubjectKeys keys, UUID subject, String text) {
        return await(keys.sealer(Set.of(subject))).seal(new Sealed.Clear(subject, text), EVENT, "/name");
    }

    private static Optional<String> open(SubjectKeys keys, Sealed sealed) {
        return await(keys.opener(Set.of(sealed.subject()))).open(sealed).text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
