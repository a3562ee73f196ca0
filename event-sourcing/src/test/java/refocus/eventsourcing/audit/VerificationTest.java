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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
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

    private Map<String, Object> kafka;
    private AuditedDatabase database;
    private Leader relay;
    private UUID chain;

    @BeforeEach
    void a_chain_that_is_published() throws Exception {
        Servers servers = Servers.ofThisRun();
        kafka = Map.of("bootstrap.servers", servers.kafka());
        Topics.renew(servers.kafka(), List.of(SERVICE));
        database = new AuditedDatabase(SERVICE);
        relay = new Leader(
                AccessRelay.publication(SERVICE), database.dataSource(), kafka, new Wake(), new SimpleMeterRegistry());
        write(database.writer(), ROWS);
        chain = writers().getFirst();
        relay.start();
        awaitPublished(ROWS);
    }

    @AfterEach
    void close() throws Exception {
        relay.stop();
        database.close();
    }

    @Test
    void an_honest_record_passes_also_what_waits_to_be_published() throws Exception {
        write(database.writer(), 3);
        awaitPublished(ROWS + 3);
        relay.stop();
        AccessWriter late = database.writer();
        write(late, 2);
        write(late, 2);
        assertThat(verdict()).isEqualTo(new Verdict(3, ROWS + 7, ROWS + 3, 4, List.of()));
    }

    @Test
    void a_changed_row_is_named_and_no_other() throws Exception {
        database.tamper("update access_record set actor = 'someone else' where seq = 4");
        assertThat(verdict().findings()).containsExactly(finding(Kind.CHANGED, 4, 4));
    }

    @Test
    void a_chain_that_was_changed_and_recomputed_under_the_key_is_named() throws Exception {
        database.tamper("update access_record set basis = 'LIBRARIAN' where seq = 7");
        recomputeFrom(7);
        assertThat(verdict().findings())
                .containsExactly(
                        finding(Kind.CHANGED, 7, 7),
                        finding(Kind.CHANGED, 8, 8),
                        finding(Kind.CHANGED, 9, 9),
                        finding(Kind.CHANGED, 10, 10));
    }

    @Test
    void removed_rows_are_named() throws Exception {
        database.tamper("delete from access_record where seq in (3, 4, 7)");
        assertThat(verdict().findings())
                .containsExactlyInAnyOrder(finding(Kind.REMOVED, 3, 4), finding(Kind.REMOVED, 7, 7));
    }

    @Test
    void a_chain_that_was_cut_short_is_named() throws Exception {
        database.tamper("delete from access_record where seq > 8");
        assertThat(verdict().findings()).containsExactly(finding(Kind.TRUNCATED, 9, 10));
        database.tamper("truncate access_record");
        assertThat(verdict().findings()).containsExactly(finding(Kind.TRUNCATED, 1, 10));
    }

    @Test
    void an_inserted_row_is_named_even_if_the_relay_took_it_for_ours() throws Exception {
        insert(chain, 11);
        awaitPublished(ROWS + 1);
        assertThat(verdict().findings()).containsExactly(finding(Kind.INSERTED, 11, 11));
    }

    @Test
    void an_inserted_row_is_named_before_it_is_published_and_where_others_made_room_for_it() throws Exception {
        relay.stop();
        database.tamper("alter table access_record drop constraint access_record_pkey");
        database.tamper("update access_record set seq = seq + 1 where seq >= 9");
        insert(chain, 9);
        insert(UUID.randomUUID(), 1);
        List<Finding> findings = verdict().findings();
        assertThat(findings)
                .contains(finding(Kind.INSERTED, 9, 9), finding(Kind.CHANGED, 10, 10), finding(Kind.CHANGED, 11, 11))
                .hasSize(4);
        assertThat(findings)
                .filteredOn(finding -> !finding.writer().equals(chain))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.INSERTED));
    }

    @Test
    void every_row_is_published_once_in_the_order_of_its_chain() throws Exception {
        relay.stop();
        done(database.writer().write(List.of(access(UUID.randomUUID(), Disclosed.DENIED, Optional.of("HIDDEN"), 0))));
        relay = new Leader(
                AccessRelay.publication(SERVICE), database.dataSource(), kafka, new Wake(), new SimpleMeterRegistry());
        relay.start();
        awaitPublished(ROWS + 1);
        List<ConsumerRecord<byte[], byte[]>> told = told();
        assertThat(told)
                .filteredOn(record -> header(record, "ce_subject").equals("access/" + chain))
                .extracting(record -> header(record, "ce_streamversion"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(told)
                .filteredOn(record -> header(record, "ce_type").equals("refocus.access.access-denied"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(header(record, "ce_source")).isEqualTo("/verified-service");
                    assertThat(header(record, "ce_dataschema")).isEqualTo("/schemas/refocus.access.access-denied/1");
                    var denied = new ObjectMapper()
                            .findAndRegisterModules()
                            .readValue(record.value(), AccessEvent.AccessDenied.class);
                    assertThat(denied.reason()).contains("HIDDEN");
                    assertThat(denied.roles()).containsExactly("librarian", "panel-member");
                });
    }

    private Verdict verdict() throws Exception {
        try (Connection connection = database.asApplication()) {
            return Verification.of(SERVICE, connection, kafka, HASH);
        }
    }

    private Finding finding(Kind kind, long from, long to) {
        return new Finding(kind, chain, from, to);
    }

    private static void write(AccessWriter writer, int rows) throws Exception {
        var writing = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < rows; i++) {
            writing.add(writer.write(List.of(access(UUID.randomUUID()))));
        }
        for (var one : writing) {
            done(one);
        }
    }

    private static void done(CompletableFuture<Void> written) throws Exception {
        written.get(20, TimeUnit.SECONDS);
    }

    /// By someone who may write to the table and has no key.
    private void insert(UUID writer, long seq) throws Exception {
        database.tamper("""
                insert into access_record (writer, seq, id, subject, what, basis, results, actor, account, client, roles,
                                           correlation, occurred_at, mac)
                select '%s', %d, gen_random_uuid(), subject, what, basis, results, actor, account, client, roles,
                       correlation, occurred_at, mac
                from access_record where seq = 2""".formatted(writer, seq));
    }

    /// By someone who has the key as well.
    private void recomputeFrom(long first) throws Exception {
        try (Connection owner = database.asOwner();
                var update = owner.prepareStatement("update access_record set mac = ? where seq = ?")) {
            var links = Verification.links(owner);
            var end = new Chain(chain, first - 1, links.get((int) first - 2).mac());
            for (var link : links.subList((int) first - 1, links.size())) {
                var again = end.next(link.access(), HASH);
                update.setString(1, again.mac());
                update.setLong(2, again.seq());
                update.executeUpdate();
                end = end.after(again);
            }
            owner.commit();
        }
    }

    private List<UUID> writers() throws Exception {
        try (Connection owner = database.asOwner()) {
            return Verification.links(owner).stream()
                    .map(Chain.Link::writer)
                    .distinct()
                    .toList();
        }
    }

    private void awaitPublished(int rows) {
        await().atMost(PATIENCE).until(() -> Published.of(SERVICE, kafka, HASH).rows() == rows);
    }

    private List<ConsumerRecord<byte[], byte[]>> told() {
        var config = new java.util.HashMap<>(kafka);
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
            return told;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
