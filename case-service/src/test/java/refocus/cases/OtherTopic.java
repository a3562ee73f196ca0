package refocus.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import refocus.eventsourcing.StreamId;

/// Speaks on the topic of another service as its relay does: CloudEvents with a version for each stream.
final class OtherTopic implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String service;

    OtherTopic(String kafka, String service) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
        this.service = service;
    }

    void say(StreamId stream, long version, UUID event, String type, String data) {
        var message = new ProducerRecord<>(
                "refocus.%s.events".formatted(service), stream.toString().getBytes(UTF_8), data.getBytes(UTF_8));
        Map.of(
                        "ce_id", event.toString(),
                        "ce_type", "refocus.%s.%s".formatted(service, type),
                        "ce_time", Instant.now().toString(),
                        "ce_recordedtime", Instant.now().toString(),
                        "ce_streamversion", Long.toString(version),
                        "ce_schemaversion", "1",
                        "ce_actor", "a test",
                        "ce_correlationid", UUID.randomUUID().toString())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        producer.send(message);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
