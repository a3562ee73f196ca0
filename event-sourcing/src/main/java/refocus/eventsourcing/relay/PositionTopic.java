package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The relay's own topic: one partition, compacted, its last committed record is how far the log is published.
final class PositionTopic {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Map<String, Object> kafka;
    private final Publication publication;

    PositionTopic(Map<String, Object> kafka, Publication publication) {
        this.kafka = kafka;
        this.publication = publication;
    }

    String name() {
        return publication.positionTopic();
    }

    ProducerRecord<byte[], byte[]> record(Position position) {
        try {
            return new ProducerRecord<>(
                    name(), 0, publication.service().getBytes(UTF_8), JSON.writeValueAsBytes(position));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The last committed position. To be read after the one before us was fenced, or it may still move.
    Optional<Position> last() {
        try (var consumer = consumer()) {
            var partition = new TopicPartition(name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            // With read_committed this is the last stable offset: nothing of ours is open, we have just fenced.
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            Optional<Position> last = Optional.empty();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    last = Optional.of(JSON.readValue(record.value(), Position.class));
                }
            }
            return last;
        } catch (IOException corrupt) {
            throw new CannotRelay("the position in %s cannot be read".formatted(name()));
        }
    }

    /// By partition of the events' topic, the offset of its last record, of whatever became of its transaction.
    Map<Integer, Long> reached() {
        try (var consumer = consumer(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted"))) {
            return consumer.endOffsets(partitions(consumer)).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue() - 1));
        }
    }

    /// Whether nothing of ours was ever published; what an aborted transaction left behind does not count.
    boolean nothingIsPublished() {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (isOurs(record)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        Header source = record.headers().lastHeader(CloudEvent.SOURCE);
        return !publication.shared()
                || (source != null && publication.source().equals(new String(source.value(), UTF_8)));
    }

    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(publication.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return consumer(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"));
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> isolation) {
        var config = new HashMap<>(kafka);
        config.putAll(isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
