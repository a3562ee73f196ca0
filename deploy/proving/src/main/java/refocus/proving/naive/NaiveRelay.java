package refocus.proving.naive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A relay with one flaw, publishing to a topic of its own: `flaw log kafka`.
public final class NaiveRelay {

    /// What is wrong with it.
    public enum Flaw {
        /// Reads what has a higher position than the last: an event with a lower one may be committed later.
        POSITION,
        /// Keeps its place in PostgreSQL, now and then: who dies between sending and keeping sends again.
        DATABASE;

        public String topic() {
            return "proving.%s.events".formatted(name().toLowerCase(java.util.Locale.ROOT));
        }

        public String places() {
            return "proving.%s.places".formatted(name().toLowerCase(java.util.Locale.ROOT));
        }

        /// What it takes for new.
        private String next() {
            return switch (this) {
                case POSITION -> "where pos > ? order by pos limit 500";
                case DATABASE -> """
                    where (tx, pos) > (?::text::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
                    order by event.tx, event.pos limit 500""";
            };
        }
    }

    private record Place(long tx, long pos) {

        static Place fromString(String text) {
            var parts = text.split(" ", -1);
            return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return tx + " " + pos;
        }
    }

    /// Where a [Flaw#DATABASE] relay keeps its place.
    public static final String TABLE = """
            create schema if not exists proving;
            create table if not exists proving.place (only_one boolean primary key default true, place text);
            insert into proving.place (place) values ('0 0') on conflict do nothing;
            create index if not exists event_by_position on event (pos);
            """;

    private static final long NOW_AND_THEN = 200_000_000;

    private final Flaw flaw;
    private final String log;
    private final String kafka;

    private NaiveRelay(Flaw flaw, String log, String kafka) {
        this.flaw = flaw;
        this.log = log;
        this.kafka = kafka;
    }

    public static void main(String... args) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.SEVERE);
        var relay = new NaiveRelay(Flaw.valueOf(args[0]), args[1], args[2]);
        while (true) {
            try {
                relay.publish();
            } catch (SQLException | RuntimeException failure) {
                System.out.println("again: " + failure);
                Thread.sleep(200);
            }
        }
    }

    private void publish() throws SQLException, InterruptedException {
        try (var connection = DriverManager.getConnection(log);
                var producer = new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            if (flaw == Flaw.POSITION) {
                producer.initTransactions();
            }
            long kept = 0;
            var place = flaw == Flaw.POSITION ? placeInKafka() : placeInDatabase(connection);
            while (true) {
                var events = new ArrayList<ProducerRecord<byte[], byte[]>>();
                var next = read(connection, place, events);
                if (events.isEmpty()) {
                    Thread.sleep(2);
                } else if (flaw == Flaw.POSITION) {
                    producer.beginTransaction();
                    send(producer, events);
                    var _ = producer.send(new ProducerRecord<>(
                            flaw.places(), 0, new byte[] {1}, next.toString().getBytes(UTF_8)));
                    producer.commitTransaction();
                } else {
                    send(producer, events);
                    producer.flush();
                    if (System.nanoTime() - kept > NOW_AND_THEN) {
                        keep(connection, next);
                        kept = System.nanoTime();
                    }
                }
                place = next;
            }
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> events) {
        for (var event : events) {
            var _ = producer.send(event);
        }
    }

    private Place read(Connection connection, Place from, List<ProducerRecord<byte[], byte[]>> into)
            throws SQLException {
        var to = from;
        try (var select = connection.prepareStatement(
                "select event.tx::text::bigint, event.pos, stream_id, version, event_id, data::text from event "
                        + flaw.next())) {
            if (flaw == Flaw.POSITION) {
                select.setLong(1, from.pos());
            } else {
                select.setString(1, Long.toString(from.tx()));
                select.setLong(2, from.pos());
            }
            var row = select.executeQuery();
            while (row.next()) {
                into.add(event(row));
                to = new Place(row.getLong(1), row.getLong(2));
            }
        }
        return to;
    }

    private ProducerRecord<byte[], byte[]> event(ResultSet row) throws SQLException {
        var event = new ProducerRecord<>(
                flaw.topic(), row.getString(3).getBytes(UTF_8), row.getString(6).getBytes(UTF_8));
        event.headers().add("ce_id", row.getString(5).getBytes(UTF_8));
        event.headers().add("ce_streamversion", row.getString(4).getBytes(UTF_8));
        return event;
    }

    private static Place placeInDatabase(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("select place from proving.place")) {
            row.next();
            return Place.fromString(row.getString(1));
        }
    }

    private static void keep(Connection connection, Place place) throws SQLException {
        try (var update = connection.prepareStatement("update proving.place set place = ?")) {
            update.setString(1, place.toString());
            update.executeUpdate();
        }
    }

    private Place placeInKafka() {
        Map<String, Object> config = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        var place = new Place(0, 0);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(flaw.places(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    place = Place.fromString(new String(record.value(), UTF_8));
                }
            }
        }
        return place;
    }

    private Map<String, Object> producing() {
        return flaw == Flaw.POSITION
                ? Map.of("bootstrap.servers", kafka, "transactional.id", "proving." + flaw, "linger.ms", 0)
                : Map.of("bootstrap.servers", kafka, "linger.ms", 0);
    }
}
