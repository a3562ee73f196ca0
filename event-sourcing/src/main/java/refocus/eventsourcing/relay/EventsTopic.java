package refocus.eventsourcing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/// What stands in the topic the events go to. To be asked after the leader before was fenced: nothing of ours is open.
final class EventsTopic {

    /// An event of ours as the topic has it.
    record Sent(String stream, long version, UUID id) {}

    private final Map<String, Object> kafka;
    private final Publication publication;

    EventsTopic(Map<String, Object> kafka, Publication publication) {
        this.kafka = kafka;
        this.publication = publication;
    }

    /// For each partition, the offset of its last record, of whatever became of its transaction; -1 where it is empty.
    List<Long> ends() {
        try (var consumer = Consumers.ofAll(kafka)) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(publication.topic()).size())
                    .mapToObj(this::partition)
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            return partitions.stream()
                    .map(partition -> ends.getOrDefault(partition, 0L) - 1)
                    .toList();
        }
    }

    /// The partitions that no longer hold the record that was the last to be sent there.
    ///
    /// @param ends for each partition, the offset of its last record
    Set<Integer> lacking(Map<Integer, Position.Last> sent, List<Long> ends) {
        try (var consumer = Consumers.ofAll(kafka)) {
            return sent.entrySet().stream()
                    .filter(last -> !has(consumer, last.getKey(), last.getValue(), ends.get(last.getKey())))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    private boolean has(KafkaConsumer<byte[], byte[]> consumer, int partition, Position.Last sent, long end) {
        if (end < sent.offset()) {
            return false;
        }
        TopicPartition place = partition(partition);
        consumer.assign(List.of(place));
        consumer.seek(place, sent.offset());
        while (consumer.position(place) <= sent.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                if (record.offset() == sent.offset()) {
                    return text(record, CloudEvent.ID).equals(sent.id().toString());
                }
            }
        }
        return false;
    }

    /// The last of our events in a stretch of a partition; what an aborted transaction left behind does not count.
    ///
    /// @param first the offset of the stretch's first record
    /// @param end that of its last
    Optional<Sent> last(int partition, long first, long end) {
        try (var consumer = Consumers.ofCommitted(kafka)) {
            TopicPartition place = partition(partition);
            consumer.assign(List.of(place));
            long begin =
                    Math.max(first, consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L));
            Optional<Sent> last = Optional.empty();
            // Backwards by growing steps: the last records of a quiet night are watermarks.
            for (long step = Term.BATCH; last.isEmpty(); step *= 8) {
                long from = Math.max(begin, end + 1 - step);
                consumer.seek(place, from);
                while (consumer.position(place) <= end) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                        last = isOurs(record) ? Optional.of(sent(record)) : last;
                    }
                }
                if (from == begin) {
                    break;
                }
            }
            return last;
        }
    }

    private TopicPartition partition(int partition) {
        return new TopicPartition(publication.topic(), partition);
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        return publication.source().equals(text(record, CloudEvent.SOURCE))
                && !CloudEvent.WATERMARK.equals(text(record, CloudEvent.TYPE));
    }

    private static Sent sent(ConsumerRecord<byte[], byte[]> record) {
        return new Sent(
                text(record, CloudEvent.SUBJECT),
                Long.parseLong(text(record, CloudEvent.STREAM_VERSION)),
                UUID.fromString(text(record, CloudEvent.ID)));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
