package refocus.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What the service has published.
final class Topic {

    private static final Duration WAIT = Duration.ofMillis(200);

    private Topic() {}

    /// Every message with its headers, up to the end that the topic has now.
    static List<String> everything(String kafka) {
        var messages = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor("refocus.feedback.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(WAIT).forEach(message -> messages.add(told(message)));
            }
        }
        return messages;
    }

    private static String told(ConsumerRecord<String, String> message) {
        var told = new StringBuilder("%s %s".formatted(message.key(), message.value()));
        message.headers()
                .forEach(header ->
                        told.append(' ').append(header.key()).append('=').append(new String(header.value(), UTF_8)));
        return told.toString();
    }

    private static Map<String, Object> settings(String kafka) {
        return Map.of(
                "bootstrap.servers",
                kafka,
                "isolation.level",
                "read_committed",
                "group.id",
                UUID.randomUUID().toString());
    }
}
