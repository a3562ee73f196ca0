package refocus.eventsourcing.relay;

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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The relay's own topic: one partition, compacted, its last committed record is how far the log is published.
final class PositionTopic {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Map<String, Object> kafka;
    private final String service;

    PositionTopic(Map<String, Object> kafka, String service) {
        this.kafka = kafka;
        this.service = service;
    }

    String name() {
        return "refocus." + service + ".relay-position";
    }

    ProducerRecord<byte[], byte[]> record(Position position) {
        try {
            return new ProducerRecord<>(
                    name(),
                    0,
                    service.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    JSON.writeValueAsBytes(position));
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

    /// Whether nothing was ever published to a topic; what an aborted transaction left behind does not count.
    boolean isEmpty(String topic) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
