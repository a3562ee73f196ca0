package refocus.eventsourcing.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Consumers that look at what is there and are closed again, in no group.
final class Consumers {

    private Consumers() {}

    /// Sees all records, of whatever became of their transactions.
    static KafkaConsumer<byte[], byte[]> ofAll(Map<String, Object> kafka) {
        return consumer(kafka, "read_uncommitted");
    }

    static KafkaConsumer<byte[], byte[]> ofCommitted(Map<String, Object> kafka) {
        return consumer(kafka, "read_committed");
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> kafka, String isolation) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // At the end nothing is waited for, and closing waits for the last fetch.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
