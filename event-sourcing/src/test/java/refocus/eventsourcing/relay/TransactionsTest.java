package refocus.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.log.LogTail;
import refocus.eventsourcing.servers.Servers;
import refocus.eventsourcing.servers.Topics;

/// What is committed together, on a real broker.
class TransactionsTest {

    private static final int MANY = 20;

    private final String service = "committed-%x".formatted(System.nanoTime());
    private final String topic = "refocus.%s.events".formatted(service);
    private final Publication publication = new Publication("relay", service, "lending", topic, false, LogTail.EVENTS);

    /// The producer may end a transaction before a record of it that is still under way.
    @Test
    void the_end_of_a_transaction_is_not_asked_for_while_its_position_is_under_way() throws Exception {
        Servers servers = Servers.ofThisRun();
        Topics.create(servers.kafka(), List.of(service));
        Map<String, Object> kafka = new HashMap<>(Map.of("bootstrap.servers", servers.kafka()));
        kafka.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, Arrivals.class.getName());
        var positions = new PositionTopic(kafka, publication);
        try (var transactions = new Transactions(publication, kafka, positions)) {
            Arrivals.watch(positions.name(), field(field(transactions, "producer"), "transactionManager"));
            for (int number = 0; number < MANY; number++) {
                transactions.commit(records(), Position.START);
            }
        }
        assertThat(Arrivals.STATES).hasSize(MANY).containsOnly("IN_TRANSACTION");
    }

    private List<ProducerRecord<byte[], byte[]>> records() {
        return IntStream.range(0, 12)
                .mapToObj(partition -> CloudEvent.watermark(publication, partition, Instant.EPOCH.toString()))
                .toList();
    }

    /// What the producer says of the transaction, each time the broker has a record of one topic.
    public static final class Arrivals implements ProducerInterceptor<byte[], byte[]> {

        private static final Queue<String> STATES = new ConcurrentLinkedQueue<>();
        private static volatile String watched = "";
        private static volatile Object manager = "";

        static void watch(String topic, Object transactions) {
            manager = transactions;
            watched = topic;
        }

        @Override
        public void onAcknowledgement(RecordMetadata sent, @Nullable Exception failure) {
            if (sent.topic().equals(watched)) {
                try {
                    STATES.add(field(manager, "currentState").toString());
                } catch (ReflectiveOperationException changed) {
                    STATES.add(changed.toString());
                }
            }
        }

        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
            return record;
        }

        @Override
        public void configure(Map<String, ?> config) {}

        @Override
        public void close() {}
    }

    private static Object field(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }
}
