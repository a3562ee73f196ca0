package refocus.proving.naive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Counts the events of each stream, and commits where it is apart from what it counted, every half second.
///
/// Who dies between the two counts again. `database kafka topic`
public final class NaiveProjection {

    /// Where it counts.
    public static final String TABLES = """
            create schema if not exists proving;
            create table if not exists proving.counted (stream_id text primary key, events bigint not null);
            create table if not exists proving.offset_of (slot int primary key, next bigint not null);
            """;

    private static final long HALF_A_SECOND = 500_000_000;

    private NaiveProjection() {}

    public static void main(String... args) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        while (true) {
            try {
                follow(args[0], args[1], args[2]);
            } catch (SQLException | RuntimeException failure) {
                System.out.println("again: " + failure);
                Thread.sleep(200);
            }
        }
    }

    private static void follow(String database, String kafka, String topic) throws SQLException {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                200);
        try (var connection = DriverManager.getConnection(database);
                var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            offsets(connection).forEach((slot, next) -> consumer.seek(new TopicPartition(topic, slot), next));
            long kept = System.nanoTime();
            while (true) {
                var events = consumer.poll(Duration.ofMillis(50));
                if (!events.isEmpty()) {
                    count(connection, events);
                }
                if (System.nanoTime() - kept > HALF_A_SECOND) {
                    keep(connection, consumer, partitions);
                    kept = System.nanoTime();
                }
            }
        }
    }

    private static void count(Connection connection, ConsumerRecords<byte[], byte[]> events) throws SQLException {
        var counts = new HashMap<String, Long>();
        events.forEach(event -> {
            if (event.headers().lastHeader("ce_streamversion") != null) {
                counts.merge(new String(event.key(), UTF_8), 1L, Long::sum);
            }
        });
        try (var upsert = connection.prepareStatement("""
                insert into proving.counted as c values (?, ?)
                on conflict (stream_id) do update set events = c.events + excluded.events""")) {
            connection.setAutoCommit(false);
            for (var count : counts.entrySet()) {
                upsert.setString(1, count.getKey());
                upsert.setLong(2, count.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
            connection.commit();
        }
    }

    private static void keep(
            Connection connection, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions)
            throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into proving.offset_of values (?, ?)
                on conflict (slot) do update set next = excluded.next""")) {
            for (var partition : partitions) {
                upsert.setInt(1, partition.partition());
                upsert.setLong(2, consumer.position(partition));
                upsert.addBatch();
            }
            upsert.executeBatch();
            connection.commit();
        }
    }

    private static Map<Integer, Long> offsets(Connection connection) throws SQLException {
        var offsets = new HashMap<Integer, Long>();
        try (var select = connection.createStatement();
                var row = select.executeQuery("select slot, next from proving.offset_of")) {
            while (row.next()) {
                offsets.put(row.getInt(1), row.getLong(2));
            }
        }
        return offsets;
    }
}
