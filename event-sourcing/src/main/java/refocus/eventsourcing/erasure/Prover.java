package refocus.eventsourcing.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.erasure.Proof.Look;
import refocus.eventsourcing.erasure.Proof.Place;
import refocus.eventsourcing.personal.Ciphers;
import refocus.eventsourcing.personal.Opened;
import refocus.eventsourcing.personal.Opener;
import refocus.eventsourcing.personal.SubjectKeys;
import refocus.eventsourcing.relay.CloudEvent;

/// Looks: takes every copy of a text about a person out of where it stands, and tries to open it by the keys there are.
///
/// Of the log and its topic it reads what belongs to the person's streams; views, snapshots and parked events it
/// searches whole. Blocking, and in no hurry.
final class Prover {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LOG = "select data::text from event where stream_id = any(?)";
    private static final String SNAPSHOTS = "select state::text from snapshot where strpos(state::text, ?) > 0";

    private static final String TABLES = """
            select format('%I.%I', b.schema_name, c.relname), c.relname like 'parked\\_%'
            from projections.build b
            join pg_namespace n on n.nspname = b.schema_name
            join pg_class c on c.relnamespace = n.oid and c.relkind = 'r'
            order by 1""";

    private final SubjectKeys keys;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final Streams streams;

    Prover(SubjectKeys keys, DataSource database, Map<String, Object> kafka, Streams streams) {
        this.keys = keys;
        this.database = database;
        this.kafka = kafka;
        this.streams = streams;
    }

    Proof look(UUID subject, Traces traces) {
        Opener opener = keys.freshOpener(Set.of(subject)).await().atMost(PATIENCE);
        boolean gone = keys.isGone(subject).await().atMost(PATIENCE);
        var looks = new ArrayList<Look>();
        looks.add(new Look(Place.KEY, 1, gone ? 0 : 1));
        var tally = new Tally(subject, opener);
        try (Connection connection = database.getConnection()) {
            looks.add(tally.of(Place.LOG, log(connection, traces)));
            looks.add(tally.of(Place.TOPIC, topic(subject, traces)));
            looks.add(tally.of(Place.READ_MODELS, tables(connection, subject, false)));
            looks.add(search(connection, subject, traces));
            looks.add(tally.of(Place.SNAPSHOTS, texts(connection, SNAPSHOTS, Ciphers.mark(subject))));
            looks.add(tally.of(Place.PARKED, tables(connection, subject, true)));
        } catch (SQLException failure) {
            throw new IllegalStateException("could not look: SQL state " + failure.getSQLState(), failure);
        }
        // Nothing is exported by a service that has keys: there is no place to look at.
        looks.add(new Look(Place.EXPORTS, 0, 0));
        return new Proof(subject, Instant.now(), List.copyOf(looks));
    }

    private record Tally(UUID subject, Opener opener) {

        Look of(Place place, List<String> texts) {
            long found = 0;
            long readable = 0;
            for (String text : texts) {
                var ciphers = Ciphers.about(subject, text);
                found += ciphers.size();
                readable += ciphers.stream()
                        .filter(cipher -> opener.open(cipher) instanceof Opened.Text)
                        .count();
            }
            return new Look(place, found, readable);
        }
    }

    private static List<String> log(Connection connection, Traces traces) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOG)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            traces.streams().stream().map(Object::toString).toArray()));
            return read(select);
        }
    }

    private static List<String> tables(Connection connection, UUID subject, boolean parked) throws SQLException {
        var found = new ArrayList<String>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (row.getBoolean(2) == parked) {
                    String sql = "select t::text from %s t where strpos(t::text, ?) > 0".formatted(row.getString(1));
                    found.addAll(texts(connection, sql, Ciphers.mark(subject)));
                }
            }
        }
        return found;
    }

    private static Look search(Connection connection, UUID subject, Traces traces) throws SQLException {
        long found = 0;
        for (Traces.Search search : traces.search()) {
            try (PreparedStatement count = connection.prepareStatement(
                    "select count(*) from views.%s where %s = ?".formatted(search.view(), search.column()))) {
                count.setObject(1, subject);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    found += row.getLong(1);
                }
            }
        }
        return new Look(Place.SEARCH, found, found);
    }

    private static List<String> texts(Connection connection, String sql, String mark) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, mark);
            return read(select);
        }
    }

    private static List<String> read(PreparedStatement select) throws SQLException {
        var texts = new ArrayList<String>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /// The partitions of the person's streams from their beginning to their end; what is gone from them is gone.
    private List<String> topic(UUID subject, Traces traces) {
        var texts = new ArrayList<String>();
        String mark = Ciphers.mark(subject);
        try (var consumer =
                new KafkaConsumer<>(config(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            int partitions = consumer.partitionsFor(streams.topic(), PATIENCE).size();
            Set<TopicPartition> theirs = traces.streams().stream()
                    .map(stream -> CloudEvent.partition(stream.toString(), partitions))
                    .map(partition -> new TopicPartition(streams.topic(), partition))
                    .collect(Collectors.toSet());
            consumer.assign(theirs);
            consumer.seekToBeginning(theirs);
            Map<TopicPartition, Long> ends = consumer.endOffsets(theirs, PATIENCE);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    String text = record.value() == null ? "" : new String(record.value(), UTF_8);
                    if (text.contains(mark)) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    private static Map<String, Object> config(Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return config;
    }
}
