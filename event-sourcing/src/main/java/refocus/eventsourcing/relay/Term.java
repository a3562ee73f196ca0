package refocus.eventsourcing.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.log.LogTail;

/// One term of leadership, from fencing whoever led before to the first error.
///
/// The events of a batch and the position after them are sent in **one Kafka transaction**: readers of committed
/// records see each event once, and a leader that dies between any two steps leaves either both or neither. A leader
/// that was frozen and wakes up is fenced: its transaction cannot commit.
final class Term implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Term.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    static final int BATCH = 4000;
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Publication publication;
    private final LogTail tail;
    private final PositionTopic positions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final int partitions;
    /// By partition, where the last record went.
    private final Map<Integer, Long> reached = new ConcurrentHashMap<>();

    private Position position;
    private Instant marked = Instant.EPOCH;
    private boolean unmarked;

    /// Fences the leader before, then takes up the position it left.
    ///
    /// @throws CannotRelay where log and topic do not belong together
    Term(Publication publication, Connection log, Map<String, Object> kafka) throws SQLException {
        this.publication = publication;
        this.tail = new LogTail(log, publication.rows());
        this.positions = new PositionTopic(kafka, publication);
        this.producer = producer(publication, kafka);
        try {
            producer.initTransactions();
            this.partitions = producer.partitionsFor(publication.topic()).size();
            Optional<Position> last = positions.last();
            if (last.isEmpty() && !positions.nothingIsPublished()) {
                throw new CannotRelay("%s has events and %s has no position: one of the two is not the one we knew"
                        .formatted(publication.topic(), positions.name()));
            }
            this.position = last.orElse(Position.START);
            reached.putAll(positions.reached());
            mustHoldWhatWasPublished();
            mustBelongTogether(log);
        } catch (RuntimeException | SQLException failure) {
            producer.close(Duration.ZERO);
            throw failure;
        }
    }

    /// Publishes what is new, if anything is.
    ///
    /// @return how many events
    int publish() throws SQLException {
        List<LogTail.Entry> entries = tail.after(position.tx(), position.pos(), BATCH);
        Instant through = tail.through();
        boolean mark = entries.size() < BATCH && due(through);
        if (entries.isEmpty() && !mark) {
            return 0;
        }
        Position next = entries.isEmpty()
                ? position
                : new Position(
                        entries.getLast().tx(),
                        entries.getLast().pos(),
                        entries.getLast().id(),
                        position.through(),
                        Map.of());
        next = next.reaching(reached);
        var place = new Place();
        producer.beginTransaction();
        // A record that cannot be sent fails the commit: its own future need not be asked.
        for (LogTail.Entry entry : entries) {
            var _ = producer.send(CloudEvent.of(publication, entry, metadata(entry)), place);
        }
        if (mark) {
            next = next.through(through);
            // In a shared topic a watermark would speak for all who publish to it.
            for (int partition = 0; partition < partitions && !publication.shared(); partition++) {
                var _ = producer.send(CloudEvent.watermark(publication, partition, through.toString()), place);
            }
        }
        var _ = producer.send(positions.record(next));
        producer.commitTransaction();
        place.mustHaveGrown();
        position = next;
        unmarked = mark ? false : unmarked || !entries.isEmpty();
        marked = mark ? Instant.now() : marked;
        return entries.size();
    }

    /// Hears where each record of a transaction went: a partition only grows, unless its broker has lost some of it.
    private final class Place implements Callback {

        private volatile Optional<CannotRelay> lost = Optional.empty();

        @Override
        public void onCompletion(RecordMetadata sent, @Nullable Exception failure) {
            if (failure == null && sent.hasOffset()) {
                long before = Objects.requireNonNullElse(reached.put(sent.partition(), sent.offset()), -1L);
                if (sent.offset() <= before) {
                    lost = Optional.of(lost(sent.partition(), before, sent.offset()));
                }
            }
        }

        void mustHaveGrown() {
            lost.ifPresent(loss -> {
                throw loss;
            });
        }
    }

    private void mustHoldWhatWasPublished() {
        position.reached().forEach((partition, before) -> {
            long now = reached.getOrDefault(partition, -1L);
            if (now < before) {
                throw lost(partition, before, now);
            }
        });
    }

    private CannotRelay lost(int partition, long before, long now) {
        return new CannotRelay(
                "partition %d of %s had reached %d and is at %d: the broker has lost events, and the topic must be made anew from the log"
                        .formatted(partition, publication.topic(), before, now));
    }

    /// Everything recorded up to then has been published.
    Instant through() {
        return position.through();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private boolean due(Instant through) {
        Duration since = Duration.between(marked, Instant.now());
        return through.isAfter(position.through()) && since.compareTo(unmarked ? BUSY : IDLE) >= 0;
    }

    /// A log restored to an earlier point, or into another cluster, is not the log that was published.
    private void mustBelongTogether(Connection log) throws SQLException {
        try (PreparedStatement select = log.prepareStatement("""
                select exists (select from %1$s e where e.tx = ?::text::xid8 and e.pos = ? and e.event_id = ?),
                       exists (select from %1$s e where e.tx >= pg_snapshot_xmax(pg_current_snapshot()))""".formatted(publication.rows()))) {
            select.setString(1, Long.toString(position.tx()));
            select.setLong(2, position.pos());
            select.setObject(3, position.event());
            try (ResultSet answer = select.executeQuery()) {
                answer.next();
                if (position.tx() > 0 && !answer.getBoolean(1)) {
                    throw new CannotRelay(
                            "the event last published (%s) is not in the log: was the log restored to an earlier point?"
                                    .formatted(position.event()));
                }
                if (answer.getBoolean(2)) {
                    throw new CannotRelay("the log holds transactions this database cluster has not reached:"
                            + " was it restored from a dump of another?");
                }
            }
        }
        LOG.infof("publishing to %s from transaction %d", publication.topic(), position.tx());
    }

    private static JsonNode metadata(LogTail.Entry entry) {
        try {
            return JSON.readTree(entry.metadata());
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("metadata of " + entry.id() + " is not JSON", corrupt);
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
