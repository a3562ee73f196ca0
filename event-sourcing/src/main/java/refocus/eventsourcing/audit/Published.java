package refocus.eventsourcing.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import refocus.eventsourcing.personal.KeyedHash;
import refocus.eventsourcing.relay.CloudEvent;

/// What the topic has of the chains of one service: the other witness.
final class Published {

    /// One row as it was published.
    ///
    /// @param genuine whether it carried the key's hash then
    record Row(UUID id, long seq, String mac, boolean genuine) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STREAM = "access/";

    private final Map<UUID, NavigableMap<Long, Row>> chains = new HashMap<>();
    private final String source;
    private final KeyedHash hash;

    private Published(String service, KeyedHash hash) {
        this.source = "/" + service + "-service";
        this.hash = hash;
    }

    /// Reads the topic as far as it goes now.
    static Published of(String service, Map<String, Object> kafka, KeyedHash hash) {
        var published = new Published(service, hash);
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(AccessEvent.TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(published::take);
            }
        }
        return published;
    }

    Map<UUID, NavigableMap<Long, Row>> chains() {
        return chains;
    }

    long rows() {
        return chains.values().stream().mapToLong(Map::size).sum();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String stream = header(record, CloudEvent.SUBJECT);
        if (!source.equals(header(record, CloudEvent.SOURCE)) || !stream.startsWith(STREAM)) {
            return;
        }
        UUID writer = UUID.fromString(stream.substring(STREAM.length()));
        NavigableMap<Long, Row> chain = chains.computeIfAbsent(writer, _ -> new TreeMap<>());
        long seq = Long.parseLong(header(record, CloudEvent.STREAM_VERSION));
        JsonNode data = json(record);
        Access access = access(record, data);
        String mac = data.path("mac").asText();
        boolean genuine = before(writer, chain, seq)
                .map(before -> before.mac(access, hash).equals(mac))
                .orElse(true);
        chain.put(seq, new Row(access.id(), seq, mac, genuine));
    }

    /// The chain up to a row, as published; empty where the topic has lost the row before it, and so cannot tell.
    static Optional<Chain> before(UUID writer, NavigableMap<Long, Row> chain, long seq) {
        return seq == 1
                ? Optional.of(Chain.of(writer))
                : Optional.ofNullable(chain.get(seq - 1)).map(row -> new Chain(writer, row.seq(), row.mac()));
    }

    private static Access access(ConsumerRecord<byte[], byte[]> record, JsonNode data) {
        return new Access(
                UUID.fromString(header(record, CloudEvent.ID)),
                UUID.fromString(data.path("subject").asText()),
                data.path("what").asText(),
                data.path("basis").asText(Disclosed.DENIED),
                Optional.of(data.path("reason")).filter(JsonNode::isTextual).map(JsonNode::asText),
                data.path("results").asInt(0),
                data.path("actor").asText(),
                data.path("account").asText(),
                data.path("client").asText(),
                StreamSupport.stream(data.path("roles").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" ")),
                UUID.fromString(header(record, CloudEvent.CORRELATION)),
                Instant.parse(header(record, CloudEvent.TIME)));
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException corrupt) {
            throw new IllegalStateException(
                    "%s has something else at %d of %d".formatted(record.topic(), record.offset(), record.partition()),
                    corrupt);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
