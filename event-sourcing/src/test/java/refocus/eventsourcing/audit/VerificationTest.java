package refocus.eventsourcing.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static refocus.eventsourcing.audit.AuditedDatabase.HASH;
import static refocus.eventsourcing.audit.AuditedDatabase.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.audit.Verification.Finding;
import refocus.eventsourcing.audit.Verification.Kind;
import refocus.eventsourcing.audit.Verification.Verdict;
import refocus.eventsourcing.log.Wake;
import refocus.eventsourcing.relay.Leader;
import refocus.eventsourcing.servers.Servers;
import refocus.eventsourcing.servers.Topics;

/// Whoever has the database in their hands cannot change, remove, insert or cut off a row unseen: on real PostgreSQL
/// and Kafka, rows written by real writers and published by the real relay.
class VerificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SERVICE = "verified";
    private static final int ROWS = 10;

    private static Map<String, Object> kafka;
    private static AuditedDatabase database;
    private static Leader relay;

    private UUID chain;

    @BeforeAll
    static void a_table_and_its_relay() throws Exception {
        Servers servers = Servers.ofThisRun();
        kafka = Map.of("bootstrap.servers", servers.kafka());
        Topics.renew(servers.kafka(), List.of(SERVICE));
        database = new AuditedDatabase(SERVICE);
        publishAgain();
    }

    @AfterAll
    static void close() throws Exception {
        relay.stop();
        database.close();
    }

    @BeforeEach
    void a_chain_that_is_published() throws Exception {
        chain = write(database.writer(), ROWS);
        awaitPublished(chain, ROWS);
    }

    @Test
    void an_honest_record_passes_also_what_waits_to_be_published() throws Exception {
        assertThat(found(chain)).isEmpty();
        relay.stop();
        try {
            Verdict before = verdict();
            AccessWriter late = database.writer();
            UUID waiting = write(late, 2);
            write(late, 2);
            Verdict after = verdict();
            assertThat(found(waiting)).isEmpty();
            assertThat(after.rows()).isEqualTo(before.rows() + 4);
            assertThat(after.chains()).isEqualTo(before.chains() + 1);
            assertThat(after.waiting()).isEqualTo(4);
            assertThat(after.published()).isEqualTo(before.published()).isGreaterThanOrEqualTo(ROWS);
        } finally {
            publishAgain();
        }
    }

    @Test
    void a_changed_row_is_named_and_no_other() throws Exception {
        tamper("update access_record set actor = 'someone else' where seq = 4");
        assertThat(found(chain)).containsExactly(finding(Kind.CHANGED, 4, 4));
    }

    @Test
    void a_chain_that_was_changed_and_recomputed_under_the_key_is_named() throws Exception {
        tamper("update access_record set basis = 'LIBRARIAN' where seq = 7");
        recomputeFrom(7);
        assertThat(found(chain))
                .containsExactly(
                        finding(Kind.CHANGED, 7, 7),
                        finding(Kind.CHANGED, 8, 8),
                        finding(Kind.CHANGED, 9, 9),
                        finding(Kind.CHANGED, 10, 10));
    }

    @Test
    void removed_rows_are_named() throws Exception {
        tamper("delete from access_record where seq in (3, 4, 7)");
        assertThat(found(chain)).containsExactlyInAnyOrder(finding(Kind.REMOVED, 3, 4), finding(Kind.REMOVED, 7, 7));
    }

    @Test
    void a_chain_that_was_cut_short_is_named() throws Exception {
        tamper("delete from access_record where seq > 8");
        assertThat(found(chain)).containsExactly(finding(Kind.TRUNCATED, 9, 10));
        tamper("delete from access_record where true");
        assertThat(found(chain)).containsExactly(finding(Kind.TRUNCATED, 1, 10));
    }

    @Test
    void an_inserted_row_is_named_even_if_the_relay_took_it_for_ours() throws Exception {
        insert(chain, 11);
        awaitPublished(chain, ROWS + 1);
        assertThat(found(chain)).containsExactly(finding(Kind.INSERTED, 11, 11));
    }

    @Test
    void an_inserted_row_is_named_before_it_is_published_and_where_others_made_room_for_it() throws Exception {
        UUID another = UUID.randomUUID();
        relay.stop();
        try {
            tamper("update access_record set seq = seq + 100 where seq >= 9");
            tamper("update access_record set seq = seq - 99 where seq > 100");
            insert(chain, 9);
            insert(another, 1);
            assertThat(found(chain))
                    .containsExactly(
                            finding(Kind.INSERTED, 9, 9), finding(Kind.CHANGED, 10, 10), finding(Kind.CHANGED, 11, 11));
            assertThat(found(another)).containsExactly(new Finding(Kind.INSERTED, another, 1, 1));
        } finally {
            publishAgain();
        }
    }

    @Test
    void every_row_is_published_once_in_the_order_of_its_chain() throws Exception {
        UUID refused = write(
                database.writer(), List.of(access(UUID.randomUUID(), Disclosed.DENIED, Optional.of("HIDDEN"), 0)));
        awaitPublished(refused, 1);
        assertThat(told(chain))
                .extracting(record -> header(record, "ce_streamversion"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(told(chain))
                .extracting(record -> header(record, "ce_type"))
                .containsOnly("refocus.access.record-viewed");
        assertThat(told(refused)).singleElement().satisfies(record -> {
            assertThat(header(record, "ce_type")).isEqualTo("refocus.access.access-denied");
            assertThat(header(record, "ce_source")).isEqualTo("/verified-service");
            assertThat(header(record, "ce_dataschema")).isEqualTo("/schemas/refocus.access.access-denied/1");
            var denied = new ObjectMapper()
                    .findAndRegisterModules()
                    .readValue(record.value(), AccessEvent.AccessDenied.class);
            assertThat(denied.reason()).contains("HIDDEN");
            assertThat(denied.roles()).containsExactly("librarian", "panel-member");
        });
    }

    private static void publishAgain() {
        relay = new Leader(
                AccessRelay.publication(SERVICE),
                database.dataSource(),
                kafka,
                new Wake(),
                Duration.ZERO,
                new SimpleMeterRegistry());
        relay.start();
    }

    private static Verdict verdict() throws Exception {
        try (Connection connection = database.asApplication()) {
            return Verification.of(SERVICE, connection, kafka, HASH);
        }
    }

    private static List<Finding> found(UUID writer) throws Exception {
        return verdict().findings().stream()
                .filter(finding -> finding.writer().equals(writer))
                .toList();
    }

    private Finding finding(Kind kind, long from, long to) {
        return new Finding(kind, chain, from, to);
    }

    /// What someone with the database in their hands does to this chain.
    private void tamper(String sql) throws Exception {
        database.tamper("%s and writer = '%s'".formatted(sql, chain));
    }

    /// @return the chain
    private static UUID write(AccessWriter writer, int rows) throws Exception {
        return write(
                writer,
                IntStream.range(0, rows)
                        .mapToObj(_ -> access(UUID.randomUUID()))
                        .toList());
    }

    private static UUID write(AccessWriter writer, List<Access> accesses) throws Exception {
        var writing = new ArrayList<CompletableFuture<Void>>();
        for (Access access : accesses) {
            writing.add(writer.write(List.of(access)));
        }
        for (var one : writing) {
            one.get(20, TimeUnit.SECONDS);
        }
        try (Connection owner = database.asOwner()) {
            return Verification.links(owner).stream()
                    .filter(link -> link.access().id().equals(accesses.getLast().id()))
                    .findFirst()
                    .orElseThrow()
                    .writer();
        }
    }

    /// By someone who may write to the table and has no key.
    private void insert(UUID writer, long seq) throws Exception {
        database.tamper("""
                insert into access_record (writer, seq, id, subject, what, basis, results, actor, account, client, roles,
                                           correlation, occurred_at, mac)
                select '%s', %d, gen_random_uuid(), subject, what, basis, results, actor, account, client, roles,
                       correlation, occurred_at, mac
                from access_record where seq = 2 and writer = '%s'""".formatted(writer, seq, chain));
    }

    /// By someone who has the key as well.
    private void recomputeFrom(int first) throws Exception {
        try (Connection owner = database.asOwner();
                var update = owner.prepareStatement("update access_record set mac = ? where writer = ? and seq = ?")) {
            List<Chain.Link> links = Verification.links(owner).stream()
                    .filter(link -> link.writer().equals(chain))
                    .toList();
            var end = new Chain(chain, first - 1, links.get(first - 2).mac());
            for (var link : links.subList(first - 1, links.size())) {
                var again = end.next(link.access(), HASH);
                update.setString(1, again.mac());
                update.setObject(2, chain);
                update.setLong(3, again.seq());
                update.executeUpdate();
                end = end.after(again);
            }
            owner.commit();
        }
    }

    private static void awaitPublished(UUID writer, int rows) {
        await().atMost(PATIENCE)
                .until(() -> Optional.ofNullable(
                                Published.of(SERVICE, kafka, HASH).chains().get(writer))
                        .filter(chain -> chain.size() == rows)
                        .isPresent());
    }

    private static List<ConsumerRecord<byte[], byte[]>> told(UUID writer) {
        var config = new HashMap<>(kafka);
        config.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(AccessEvent.TOPIC).stream()
                    .map(info -> new TopicPartition(AccessEvent.TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(200)).forEach(told::add);
            }
            return told.stream()
                    .filter(record -> header(record, "ce_subject").equals("access/" + writer))
                    .toList();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
