package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import refocus.eventsourcing.log.LogTail;

/// The envelope on the wire: CloudEvents 1.0 in Kafka's binary form, the event's data as the value.
public final class CloudEvent {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String STREAM_VERSION = "ce_streamversion";
    public static final String SCHEMA_VERSION = "ce_schemaversion";
    public static final String RECORDED = "ce_recordedtime";
    public static final String CORRELATION = "ce_correlationid";
    public static final String CAUSATION = "ce_causationid";
    public static final String ACTOR = "ce_actor";

    /// The type of the records that tell how far a topic is complete; they belong to no stream.
    public static final String WATERMARK = "refocus.watermark";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEvent() {}

    static ProducerRecord<byte[], byte[]> of(Publication to, LogTail.Entry entry) {
        JsonNode metadata = metadata(entry);
        String type = "refocus." + to.family() + "." + entry.type();
        var event = new ProducerRecord<>(
                to.topic(), entry.stream().getBytes(UTF_8), entry.data().getBytes(UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, ID, entry.id().toString());
        header(event, TYPE, type);
        header(event, SOURCE, to.source());
        header(event, SUBJECT, entry.stream());
        header(event, TIME, entry.occurredAt().toString());
        header(event, "ce_dataschema", "/schemas/%s/%d".formatted(type, entry.schemaVersion()));
        header(event, "content-type", "application/json");
        header(event, STREAM_VERSION, Long.toString(entry.version()));
        header(event, SCHEMA_VERSION, Integer.toString(entry.schemaVersion()));
        header(event, RECORDED, entry.recordedAt().toString());
        header(event, ACTOR, metadata.path("actor").asText());
        header(event, CORRELATION, metadata.path("correlation").asText());
        optional(event, CAUSATION, metadata.path("causation"));
        optional(event, "traceparent", metadata.path("traceparent"));
        return event;
    }

    static List<ProducerRecord<byte[], byte[]>> all(Publication to, Collection<LogTail.Entry> entries) {
        return entries.stream().map(entry -> of(to, entry)).toList();
    }

    static ProducerRecord<byte[], byte[]> watermark(Publication to, int partition, String through) {
        var watermark = new ProducerRecord<byte[], byte[]>(
                to.topic(),
                partition,
                WATERMARK.getBytes(UTF_8),
                "{\"through\":\"%s\"}".formatted(through).getBytes(UTF_8));
        header(watermark, "ce_specversion", "1.0");
        header(watermark, ID, UUID.randomUUID().toString());
        header(watermark, TYPE, WATERMARK);
        header(watermark, SOURCE, to.source());
        header(watermark, RECORDED, through);
        return watermark;
    }

    /// The partition all events of a stream go to: as Kafka's own producers choose it by the key.
    public static int partition(String stream, int partitions) {
        return Utils.toPositive(Utils.murmur2(stream.getBytes(UTF_8))) % partitions;
    }

    private static JsonNode metadata(LogTail.Entry entry) {
        try {
            return JSON.readTree(entry.metadata());
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("metadata of " + entry.id() + " is not JSON", corrupt);
        }
    }

    static UUID id(ProducerRecord<byte[], byte[]> record) {
        return UUID.fromString(new String(record.headers().lastHeader(ID).value(), UTF_8));
    }

    private static void optional(ProducerRecord<byte[], byte[]> event, String name, JsonNode value) {
        if (value.isTextual()) {
            header(event, name, value.asText());
        }
    }

    private static void header(ProducerRecord<byte[], byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(UTF_8));
    }
}
