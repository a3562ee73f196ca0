package refocus.eventsourcing.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import refocus.eventsourcing.Metadata;
import refocus.eventsourcing.relay.CloudEvent;

/// A topic as a feed: one slot for each partition.
///
/// Partitions are assigned, not subscribed to: who reads is settled by the follower's lock, and a projection that is
/// built anew reads from zero beside the one that serves. Only committed records are read.
final class TopicReader implements Reader {

    private static final int FETCH = 1024 * 1024;
    private static final Duration WAIT = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final String types;
    private final Map<Integer, Instant> through = new HashMap<>();

    /// @param types the prefix of the types on this topic, as in `refocus.case`
    TopicReader(Map<String, Object> kafka, String topic, String types) {
        this.consumer = new KafkaConsumer<>(config(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.topic = topic;
        this.types = types + ".";
    }

    static Map<String, Object> config(Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        // Several may read at once, and what each has fetched is kept until it is taken: 50 MB by default.
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH / 4);
        // The broker answers as soon as there is something.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
        // A place that is gone is an error to look at, never a reason to skip.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return config;
    }

    @Override
    public void seek(Map<Integer, Mark> marks) {
        for (TopicPartition partition : assigned()) {
            Mark mark = marks.getOrDefault(partition.partition(), Mark.START);
            consumer.seek(partition, mark.major());
            through.put(partition.partition(), mark.through());
        }
    }

    @Override
    public Map<Integer, Mark> seekToEnd() {
        Map<Integer, Mark> ends = new HashMap<>();
        consumer.endOffsets(assigned())
                .forEach((partition, end) -> ends.put(partition.partition(), new Mark(end, 0, Instant.EPOCH)));
        seek(ends);
        return ends;
    }

    private List<TopicPartition> assigned() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    @Override
    public Batch poll(Map<Integer, Mark> until) {
        var placed = new ArrayList<Placed>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
            int slot = record.partition();
            if (until.containsKey(slot) && record.offset() >= until.get(slot).major()) {
                continue;
            }
            if (CloudEvent.WATERMARK.equals(text(record, CloudEvent.TYPE))) {
                through.merge(slot, instant(record, CloudEvent.RECORDED), TopicReader::later);
            } else {
                placed.add(new Placed(slot, mark(slot, record.offset() + 1), incoming(record)));
            }
        }
        Map<Integer, Mark> marks = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            int slot = partition.partition();
            if (until.containsKey(slot)
                    && consumer.position(partition) > until.get(slot).major()) {
                consumer.seek(partition, until.get(slot).major());
            }
            marks.put(slot, mark(slot, consumer.position(partition)));
        }
        return new Batch(placed, marks);
    }

    private Mark mark(int slot, long offset) {
        return new Mark(offset, 0, through.getOrDefault(slot, Instant.EPOCH));
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    /// What was complete stays so: a watermark between events that are published again tells nothing.
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Incoming incoming(ConsumerRecord<byte[], byte[]> record) {
        try {
            String type = required(record, CloudEvent.TYPE);
            return new Incoming(
                    utf8(record.key()),
                    Long.parseLong(required(record, CloudEvent.STREAM_VERSION)),
                    UUID.fromString(required(record, CloudEvent.ID)),
                    type.startsWith(types) ? type.substring(types.length()) : type,
                    Integer.parseInt(required(record, CloudEvent.SCHEMA_VERSION)),
                    utf8(record.value()),
                    metadata(record),
                    instant(record, CloudEvent.TIME),
                    instant(record, CloudEvent.RECORDED),
                    Optional.empty());
        } catch (RuntimeException | CharacterCodingException unreadable) {
            return unreadable(record);
        }
    }

    /// Kept by its place, under its stream where the key still tells it.
    private static Incoming unreadable(ConsumerRecord<byte[], byte[]> record) {
        String place = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        String stream = Optional.ofNullable(record.key())
                .map(key -> new String(key, UTF_8))
                .filter(key -> key.matches("[a-z-]+/[0-9a-f-]{36}"))
                .orElse("unreadable/" + place);
        byte[] value = Optional.ofNullable(record.value()).orElse(new byte[0]);
        return new Incoming(
                stream,
                0,
                UUID.nameUUIDFromBytes(place.getBytes(UTF_8)),
                "unreadable",
                0,
                Base64.getEncoder().encodeToString(value),
                new Metadata("unreadable", new UUID(0, 0), Optional.empty(), Optional.empty()),
                Instant.ofEpochMilli(record.timestamp()),
                Instant.ofEpochMilli(record.timestamp()),
                Optional.of("the record at " + place + " has no readable envelope; its value is kept in Base64"));
    }

    private static Metadata metadata(ConsumerRecord<byte[], byte[]> record) {
        return new Metadata(
                required(record, CloudEvent.ACTOR),
                UUID.fromString(required(record, CloudEvent.CORRELATION)),
                Optional.ofNullable(record.headers().lastHeader(CloudEvent.CAUSATION))
                        .map(header -> UUID.fromString(new String(header.value(), UTF_8))),
                Optional.empty());
    }

    private static Instant instant(ConsumerRecord<byte[], byte[]> record, String header) {
        return Instant.parse(required(record, header));
    }

    private static String required(ConsumerRecord<byte[], byte[]> record, String header) {
        String text = text(record, header);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no " + header);
        }
        return text;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
