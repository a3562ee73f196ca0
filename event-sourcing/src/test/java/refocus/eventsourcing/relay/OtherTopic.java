package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import refocus.eventsourcing.StreamId;

/// Speaks on the topic of another service as its relay does: CloudEvents, a version for each stream, watermarks.
public final class OtherTopic implements AutoCloseable {

    private static final String WATERMARK = "refocus.watermark";

    private final String service;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<StreamId, Long> versions = new HashMap<>();

    public OtherTopic(String kafka, String service) {
        this.service = service;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// Sends the next event of a stream, and tells that everything up to it was said.
    public long say(StreamId stream, String type, String data) {
        long version = versions.merge(stream, 1L, Long::sum);
        say(stream, version, UUID.randomUUID(), type, data);
        watermark();
        return version;
    }

    /// Sends an event whose place and id the test chooses, as one that is repeated or comes too early.
    public void say(StreamId stream, long version, UUID event, String type, String data) {
        var message = new ProducerRecord<>(topic(), stream.toString().getBytes(UTF_8), data.getBytes(UTF_8));
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

    public void watermark() {
        String now = Instant.now().toString();
        producer.partitionsFor(topic()).forEach(partition -> {
            var mark = new ProducerRecord<>(
                    topic(), partition.partition(), WATERMARK.getBytes(UTF_8), "{}".getBytes(UTF_8));
            mark.headers().add("ce_type", WATERMARK.getBytes(UTF_8));
            mark.headers().add("ce_recordedtime", now.getBytes(UTF_8));
            producer.send(mark);
        });
        producer.flush();
    }

    private String topic() {
        return "refocus.%s.events".formatted(service);
    }

    @Override
    public void close() {
        producer.close();
    }
}
