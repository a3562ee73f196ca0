package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

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
        try (var consumer = Consumers.ofCommitted(kafka)) {
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
}
