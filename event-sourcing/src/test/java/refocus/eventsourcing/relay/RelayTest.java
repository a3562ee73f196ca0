package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.servers.Database;
import refocus.eventsourcing.servers.Servers;
import refocus.eventsourcing.servers.Topics;

/// What the relay promises, on real PostgreSQL and Kafka: every event once, in order, whatever dies, and a plain
/// refusal where log and topic do not belong together.
class RelayTest {

    private static final String OWNER = "relayed";

    // Of each test alone: where topics are deleted, the broker may keep who published to them waiting.
    private final String service = "relayed-%x".formatted(System.nanoTime());
    private final String topic = "refocus.%s.events".formatted(service);
    private final Publication publication = new Publication("relay", service, OWNER, topic, false, LogTail.EVENTS);

    private Database database;
    private Map<String, Object> kafka;
    private Connection log;

    @BeforeEach
    void an_empty_log_and_an_empty_topic() throws Exception {
        Servers servers = Servers.ofThisRun();
        database = new Database(servers.postgres(), "relayed_%x".formatted(System.nanoTime()), OWNER);
        database.create();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.owner())
                .locations("db/log")
                .placeholders(Map.of("app", database.application()))
                .load()
                .migrate();
        Topics.create(servers.kafka(), List.of(service));
        kafka = Map.of("bootstrap.servers", servers.kafka());
        log = connect();
    }

    @AfterEach
    void close() throws SQLException {
        log.close();
    }

    @Test
    void publishes_each_event_once_with_its_envelope() throws Exception {
        UUID stream = UUID.randomUUID();
        try (var term = new Term(publication, log, kafka)) {
            append(log, stream, 1);
            append(log, stream, 2);
            assertThat(drain(term)).isEqualTo(2);
            assertThat(drain(term)).isZero();
        }
        List<ConsumerRecord<byte[], byte[]>> events = events();
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(new String(event.key(), UTF_8)).isEqualTo("loan/" + stream);
            assertThat(new String(event.value(), UTF_8)).contains("\"of\": \"" + stream);
            assertThat(header(event, "ce_type")).isEqualTo("refocus.relayed.book-lent");
            assertThat(header(event, "ce_source")).isEqualTo("/%s-service".formatted(service));
            assertThat(header(event, "ce_subject")).isEqualTo("loan/" + stream);
            assertThat(header(event, "content-type")).isEqualTo("application/json");
        });
        assertThat(events)
                .extracting(event -> header(event, "ce_streamversion"))
                .containsExactly("1", "2");
    }

    @Test
    void waits_for_the_oldest_running_transaction_so_that_nothing_is_skipped() throws Exception {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        try (var slow = connect();
                var term = new Term(publication, log, kafka)) {
            slow.setAutoCommit(false);
            append(slow, late, 1);
            append(log, early, 1);
            assertThat(drain(term)).isZero();
            slow.commit();
            assertThat(drain(term)).isEqualTo(2);
        }
        assertThat(events())
                .extracting(event -> new String(event.key(), UTF_8))
                .containsExactlyInAnyOrder("loan/" + late, "loan/" + early);
    }

    @Test
    void a_leader_that_was_replaced_publishes_nothing_more() throws Exception {
        append(log, UUID.randomUUID(), 1);
        try (var frozen = new Term(publication, log, kafka);
                var second = connect();
                var next = new Term(publication, second, kafka)) {
            assertThatThrownBy(frozen::publish).isInstanceOf(RuntimeException.class);
            assertThat(drain(next)).isEqualTo(1);
        }
        assertThat(events()).hasSize(1);
    }

    /// Writers commit late, out of order and not at all, while leaders are cut off at any point.
    @Test
    void loses_repeats_and_reorders_nothing_while_leaders_die() throws Exception {
        var random = new Random(20260);
        List<UUID> streams =
                IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                List<UUID> mine = streams.subList(writer * 10, writer * 10 + 10);
                long seed = random.nextLong();
                writing.add(writers.submit(() -> write(mine, new Random(seed))));
            }
            while (writing.stream().anyMatch(one -> !one.isDone())) {
                leadForAWhile(random.nextInt(60));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        try (var last = new Term(publication, log, kafka)) {
            drain(last);
        }
        assertThat(published()).isEqualTo(logged()).isNotEmpty();
    }

    @Test
    void finds_its_place_in_the_topic_where_its_position_is_lost() throws Exception {
        publishSome(30);
        renew(publication.positionTopic());
        append(log, UUID.randomUUID(), 1);
        publishesOne(publication);
        assertThat(published()).isEqualTo(logged());
    }

    /// As a broker does that ends the position's file sooner, and no other.
    @Test
    void publishes_nothing_twice_where_the_end_of_its_position_is_lost() throws Exception {
        publishSome(30);
        Position before = position();
        publishSome(30);
        putBack(before);
        append(log, UUID.randomUUID(), 1);
        publishesOne(publication);
        assertThat(published()).isEqualTo(logged());
    }

    @Test
    void finds_its_own_end_among_what_others_publish() throws Exception {
        var shared = new Publication("relay", service, OWNER, topic, true, LogTail.EVENTS);
        publishSome(shared, 30);
        Position before = position();
        publishSome(shared, 30);
        publishAsAnother(30);
        putBack(before);
        append(log, UUID.randomUUID(), 1);
        publishesOne(shared);
        assertThat(published()).containsAllEntriesOf(logged()).hasSize(logged().size() + 30);
    }

    /// As a broker does that ends two files sooner: the position's, and that of one partition.
    @Test
    void publishes_only_what_is_missing_where_the_end_of_its_position_is_lost_too() throws Exception {
        publishSome(30);
        Position before = position();
        publishable(30);
        int partitions = new EventsTopic(kafka, publication).ends().size();
        List<LogTail.Entry> entries = new LogTail(log, publication.rows()).after(before.tx(), before.pos(), 30);
        Map<Integer, List<LogTail.Entry>> sent =
                entries.stream().collect(groupingBy(entry -> CloudEvent.partition(entry.stream(), partitions)));
        // Not the one with the newest event: without it, that event has not been published yet.
        int newest = CloudEvent.partition(entries.getLast().stream(), partitions);
        int ended = sent.keySet().stream()
                .filter(partition -> partition != newest)
                .findFirst()
                .orElseThrow();
        int missing = sent.remove(ended).size();
        commit(
                CloudEvent.all(
                        publication,
                        sent.values().stream().flatMap(List::stream).toList()),
                before);
        putBack(before);
        try (var term = new Term(publication, log, kafka)) {
            assertThat(term.lost()).containsExactly(ended);
            assertThat(term.mend()).isEqualTo(missing);
            assertThat(drain(term)).isZero();
        }
        assertThat(published()).isEqualTo(logged());
    }

    @Test
    void refuses_a_topic_that_lacks_events_where_its_position_is_lost_too() throws Exception {
        UUID first = UUID.randomUUID();
        append(log, first, 1);
        publishSome(30);
        renew(publication.positionTopic());
        int partitions = new EventsTopic(kafka, publication).ends().size();
        var lacking = new TopicPartition(topic, CloudEvent.partition("loan/" + first, partitions));
        try (var admin = Admin.create(kafka)) {
            admin.deleteRecords(Map.of(lacking, RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
        assertThatThrownBy(() -> new Term(publication, log, kafka))
                .isInstanceOf(CannotRelay.class)
                .hasMessageContaining("has no position");
    }

    /// As a broker does that finds its files spoilt: the partitions are there, and empty.
    @Test
    void publishes_again_what_the_broker_has_lost() throws Exception {
        publishSome(30);
        List<Long> before = new EventsTopic(kafka, publication).ends();
        renew(topic);
        append(log, UUID.randomUUID(), 1);
        try (var term = new Term(publication, log, kafka)) {
            assertThat(term.lost()).hasSize(before.size());
            assertThat(term.mend()).isEqualTo(30);
            assertThat(term.lost()).isEmpty();
            assertThat(drain(term)).isEqualTo(1);
        }
        assertThat(published()).isEqualTo(logged());
        // A reader that was at the end goes on there, and is given all of it.
        assertThat(events(before)).hasSize(31);
        try (var next = new Term(publication, log, kafka)) {
            assertThat(next.lost()).isEmpty();
        }
    }

    @Test
    void commits_nothing_behind_a_gap() throws Exception {
        publishSome(30);
        try (var term = new Term(publication, log, kafka)) {
            renew(topic);
            publishable(30);
            assertThatThrownBy(() -> drain(term)).isInstanceOf(RuntimeException.class);
        }
        try (var next = new Term(publication, log, kafka)) {
            assertThat(next.mend()).isEqualTo(30);
            drain(next);
        }
        assertThat(published()).isEqualTo(logged());
    }

    @Test
    void mends_however_often_it_is_cut_off() throws Exception {
        var random = new Random(20261);
        publishSome(3 * Term.BATCH);
        renew(topic);
        for (int term = 0; term < 8; term++) {
            leadForAWhile(50 + random.nextInt(600));
        }
        try (var last = new Term(publication, log, kafka)) {
            if (!last.lost().isEmpty()) {
                last.mend();
            }
            assertThat(drain(last)).isZero();
        }
        assertThat(published()).isEqualTo(logged());
    }

    @Test
    void refuses_a_topic_with_fewer_partitions_than_it_had() throws Exception {
        publishSome(30);
        settle();
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(topic)).all().get();
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        assertThatThrownBy(() -> new Term(publication, log, kafka))
                .isInstanceOf(CannotRelay.class)
                .hasMessageContaining("has 2 partitions");
    }

    @Test
    void refuses_a_log_that_lacks_the_event_last_published() throws Exception {
        append(log, UUID.randomUUID(), 1);
        try (var term = new Term(publication, log, kafka)) {
            drain(term);
        }
        try (var owner = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.owner());
                var restore = owner.createStatement()) {
            restore.execute("truncate event");
        }
        assertThatThrownBy(() -> new Term(publication, log, kafka))
                .isInstanceOf(CannotRelay.class)
                .hasMessageContaining("is not in the log");
    }

    @Test
    void refuses_a_log_from_a_cluster_that_was_further_on() throws Exception {
        append(log, UUID.randomUUID(), 1);
        try (var owner = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.owner());
                var restore = owner.createStatement()) {
            restore.execute("update event set tx = '999999999999'");
        }
        assertThatThrownBy(() -> new Term(publication, log, kafka))
                .isInstanceOf(CannotRelay.class)
                .hasMessageContaining("dump of another");
    }

    private void publishSome(int events) throws Exception {
        publishSome(publication, events);
    }

    private void publishSome(Publication publication, int events) throws Exception {
        publishable(events);
        try (var term = new Term(publication, log, kafka)) {
            drain(term);
        }
    }

    private void publishAsAnother(int events) {
        var another = new Publication("relay", "another", "another", topic, true, LogTail.EVENTS);
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int event = 0; event < events; event++) {
                String stream = "loan/" + UUID.randomUUID();
                var entry = new LogTail.Entry(
                        1, 1, stream, 1, UUID.randomUUID(), "book-lent", 1, "{}", "{}", Instant.now(), Instant.now());
                var _ = producer.send(CloudEvent.of(another, entry));
            }
        }
    }

    private void publishable(int events) throws SQLException {
        log.setAutoCommit(false);
        for (int event = 0; event < events; event++) {
            append(log, UUID.randomUUID(), 1);
            log.commit();
        }
        log.setAutoCommit(true);
    }

    private Position position() {
        return new PositionTopic(kafka, publication).last().orElseThrow();
    }

    private void putBack(Position position) throws Exception {
        renew(publication.positionTopic());
        commit(List.of(), position);
    }

    private void commit(List<ProducerRecord<byte[], byte[]>> records, Position position) {
        try (var transactions = new Transactions(publication, kafka, new PositionTopic(kafka, publication))) {
            transactions.commit(records, position);
        }
    }

    private void publishesOne(Publication publication) throws Exception {
        try (var term = new Term(publication, log, kafka)) {
            assertThat(term.lost()).isEmpty();
            assertThat(drain(term)).isEqualTo(1);
        }
    }

    private void renew(String topic) throws Exception {
        settle();
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
        Topics.create((String) kafka.get("bootstrap.servers"), List.of(service));
    }

    /// A commit is told before all its partitions have heard of it. The broker goes on telling one that is deleted
    /// meanwhile, and keeps the next producer waiting; this one waits before.
    private void settle() {
        new Transactions(publication, kafka, new PositionTopic(kafka, publication)).close();
    }

    /// A term cut off wherever it is: its connection to Kafka closes with a transaction open.
    private void leadForAWhile(int millis) throws Exception {
        var connection = connect();
        var term = new Term(publication, connection, kafka);
        Thread leader = Thread.ofPlatform().start(() -> {
            try {
                if (!term.lost().isEmpty()) {
                    term.mend();
                }
                while (true) {
                    term.publish();
                }
            } catch (Exception cutOff) {
                // the next term goes on from what was committed
            }
        });
        leader.join(millis);
        term.close();
        connection.close();
        leader.join();
    }

    private Void write(List<UUID> streams, Random random) throws Exception {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            Map<UUID, Long> versions = new HashMap<>();
            for (int i = 0; i < 250; i++) {
                UUID stream = streams.get(random.nextInt(streams.size()));
                long version = versions.getOrDefault(stream, 0L) + 1;
                append(connection, stream, version);
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    versions.put(stream, version);
                }
            }
        }
        return null;
    }

    private static int drain(Term term) throws Exception {
        int all = 0;
        int quiet = 0;
        while (quiet < 3) {
            int published = term.publish();
            all += published;
            quiet = published == 0 ? quiet + 1 : 0;
        }
        return all;
    }

    private static void append(Connection connection, UUID stream, long version) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into event (stream_id, version, event_id, command_id, type, schema_version, data, meta,
                                   occurred_at)
                values (?, ?, ?, ?, 'book-lent', 1, ?::jsonb, ?::jsonb, now())""")) {
            insert.setString(1, "loan/" + stream);
            insert.setLong(2, version);
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, UUID.randomUUID());
            insert.setString(5, "{\"of\": \"%s\"}".formatted(stream));
            insert.setString(6, "{\"actor\": \"a test\", \"correlation\": \"%s\"}".formatted(stream));
            insert.executeUpdate();
        }
    }

    private Map<String, List<Long>> logged() throws SQLException {
        Map<String, List<Long>> logged = new HashMap<>();
        try (var select = log.createStatement();
                var row = select.executeQuery("select stream_id, version from event order by stream_id, version")) {
            while (row.next()) {
                logged.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getLong(2));
            }
        }
        return logged;
    }

    private Map<String, List<Long>> published() throws SQLException {
        Map<String, List<Long>> published = new HashMap<>();
        for (var event : events()) {
            published
                    .computeIfAbsent(new String(event.key(), UTF_8), _ -> new ArrayList<>())
                    .add(Long.parseLong(header(event, "ce_streamversion")));
        }
        return published;
    }

    private List<ConsumerRecord<byte[], byte[]>> events() throws SQLException {
        return events(List.of());
    }

    /// @param ends for each partition, the offset of the last record not to be read; none to read from the beginning
    private List<ConsumerRecord<byte[], byte[]>> events(List<Long> ends) throws SQLException {
        // A commit is told before readers of all partitions see it; the next term begins when they do.
        new Term(publication, log, kafka).close();
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(
                    partition -> consumer.seek(partition, ends.isEmpty() ? 0 : ends.get(partition.partition()) + 1));
            Map<TopicPartition, Long> now = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < now.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (!CloudEvent.WATERMARK.equals(header(record, "ce_type"))) {
                        events.add(record);
                    }
                }
            }
            return events;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.application(), database.application());
    }
}
