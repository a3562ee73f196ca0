package refocus.proving.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What was published: every committed event of a topic, from the beginning, in the order of its partitions.
///
/// @param filled how many records promise nothing: they stand before what was published again
record Topic(List<Entry> entries, long filled) {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    record Entry(UUID id, String stream, long version) {}

    static Topic read(String kafka, String topic) {
        var entries = new ArrayList<Entry>();
        long filled = 0;
        try (var consumer = consumer(kafka)) {
            var partitions = partitions(consumer, topic, PATIENCE);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    // Watermarks belong to no stream.
                    if (record.headers().lastHeader("ce_streamversion") != null) {
                        entries.add(entry(record));
                    } else if (header(record, "ce_recordedtime").equals(Instant.EPOCH.toString())) {
                        filled++;
                    }
                }
            }
        }
        return new Topic(entries, filled);
    }

    /// How many records there are, without reading them; markers of transactions are among them.
    static long size(String kafka, String topic) {
        try (var consumer = consumer(kafka)) {
            return consumer.endOffsets(partitions(consumer, topic, SOON), SOON).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed", "max.poll.records", 5000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, String topic, Duration patience) {
        return consumer.partitionsFor(topic, patience).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        return new Entry(
                UUID.fromString(header(record, "ce_id")),
                new String(record.key(), UTF_8),
                Long.parseLong(header(record, "ce_streamversion")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
