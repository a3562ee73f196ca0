package refocus.eventsourcing.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Sends records and the position after them, both or neither.
///
/// A partition only grows. One that goes on before its end was emptied by its broker, and nothing is committed behind a
/// gap: so what a partition holds is always a beginning of what was published to it.
final class Transactions implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final PositionTopic positions;
    private final String topic;

    /// Fences whoever sent as this relay before, and ends what they left open.
    Transactions(Publication publication, Map<String, Object> kafka, PositionTopic positions) {
        this.producer = producer(publication, kafka);
        this.positions = positions;
        this.topic = publication.topic();
        try {
            producer.initTransactions();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /// Commits all of them.
    ///
    /// @param position as it is then; it is told which records were the last
    /// @return the position as it was sent
    Position commit(List<ProducerRecord<byte[], byte[]>> records, Position position) {
        var growth = new Growth(position);
        producer.beginTransaction();
        // A record that cannot be sent fails the commit: its own future need not be asked.
        records.forEach(record -> {
            var _ = producer.send(record, growth.of(record));
        });
        producer.flush();
        Position after = position.sending(growth.last());
        var _ = producer.send(positions.record(after));
        // The end may overtake what is still under way: the producer looks at the one and the other apart.
        producer.flush();
        producer.commitTransaction();
        return after;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    /// Hears where each record of a transaction went.
    private final class Growth {

        private record Went(long offset, ProducerRecord<byte[], byte[]> record) {}

        private final Position position;
        private final Map<Integer, Went> last = new ConcurrentHashMap<>();
        private volatile Optional<String> lost = Optional.empty();

        Growth(Position position) {
            this.position = position;
        }

        Callback of(ProducerRecord<byte[], byte[]> record) {
            return (sent, failure) -> {
                if (failure == null && sent.hasOffset()) {
                    went(sent.partition(), new Went(sent.offset(), record));
                }
            };
        }

        private void went(int partition, Went now) {
            long before = Optional.ofNullable(last.put(partition, now))
                    .map(Went::offset)
                    .orElseGet(() -> before(partition));
            if (now.offset() <= before) {
                lost = Optional.of("partition %d of %s had reached %d and goes on at %d: its broker has lost events"
                        .formatted(partition, topic, before, now.offset()));
            }
        }

        private long before(int partition) {
            return Optional.ofNullable(position.last().get(partition))
                    .map(Position.Last::offset)
                    .orElse(-1L);
        }

        /// @throws IllegalStateException where a partition has not grown
        Map<Integer, Position.Last> last() {
            lost.ifPresent(loss -> {
                throw new IllegalStateException(loss);
            });
            return last.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            went -> new Position.Last(
                                    went.getValue().offset(),
                                    CloudEvent.id(went.getValue().record()))));
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Publication publication, Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, publication.transactionalId());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
