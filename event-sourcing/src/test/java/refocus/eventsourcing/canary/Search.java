package refocus.eventsourcing.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Looks for a canary wherever a system keeps anything. What comes back names the place and the form, never the rest.
///
/// @param looked how many files, rows or messages were looked at: a search of nothing finds nothing
public record Search(Set<String> found, long looked) {

    private static final Duration WAIT = Duration.ofMillis(200);

    /// Everything that can be read from: tables, views, and what is kept of them.
    private static final String RELATIONS = """
            select case when n.nspname = 'public' and c.relname = 'event' then 't.type' else 'null' end,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            order by 2""";

    /// Every file below a folder, whatever wrote it.
    public static Search files(Path folder, Canary canary) throws IOException {
        var found = new TreeSet<String>();
        long looked = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                canary.in(Files.readAllBytes(file)).ifPresent(form -> found.add(told(folder.relativize(file), form)));
                canary.in(file.toString()).ifPresent(form -> found.add(told("the name of a file", form)));
                looked++;
            } catch (IOException _) {
                // gone meanwhile
            }
        }
        return new Search(found, looked);
    }

    /// Every row that the databases of a server show, by table and by view; an event by its type.
    ///
    /// @param address of any database of the server, for one who may read all; `at` turns it into one database's
    public static Search databases(String address, UnaryOperator<String> at, Canary canary) throws SQLException {
        var all = new Search(Set.of(), 0);
        for (Row database : rows(address, "select null, datname from pg_database where datallowconn order by 2")) {
            all = all.and(database(at.apply(database.text()), database.text(), canary));
        }
        return all;
    }

    /// Every row of one of them.
    ///
    /// @param address for one who may read all
    public static Search database(String address, String name, Canary canary) throws SQLException {
        var found = new TreeSet<String>();
        long looked = 0;
        for (Row relation : rows(address, RELATIONS)) {
            for (Row row : rows(address, "select %s, t::text from %s t".formatted(relation.what(), relation.text()))) {
                String place = "%s: %s %s".formatted(name, relation.text(), row.what());
                canary.in(row.text()).ifPresent(form -> found.add(told(place.strip(), form)));
                looked++;
            }
        }
        return new Search(found, looked);
    }

    /// Every message of every topic, those of Kafka's own included: its key, its value, its headers.
    public static Search topics(String kafka, Canary canary) throws InterruptedException, ExecutionException {
        var found = new TreeSet<String>();
        long looked = 0;
        try (var consumer = consumer(kafka)) {
            List<TopicPartition> partitions = all(kafka).stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(WAIT)) {
                    parts(message)
                            .flatMap(part -> canary.in(part).stream())
                            .forEach(form -> found.add(told(message.topic() + type(message), form)));
                    looked++;
                }
            }
        }
        return new Search(found, looked);
    }

    /// Some text, as in what an address answers.
    public static Search text(String place, String text, Canary canary) {
        return new Search(
                canary.in(text).map(form -> Set.of(told(place, form))).orElse(Set.of()),
                text.lines().count());
    }

    /// This and another search as one.
    public Search and(Search other) {
        var both = new TreeSet<>(found);
        both.addAll(other.found);
        return new Search(both, looked + other.looked);
    }

    private static String told(Object place, String form) {
        return "%s (%s)".formatted(place, form);
    }

    private static Stream<byte[]> parts(ConsumerRecord<byte[], byte[]> message) {
        var parts = new ArrayList<byte[]>();
        Optional.ofNullable(message.key()).ifPresent(parts::add);
        Optional.ofNullable(message.value()).ifPresent(parts::add);
        message.headers().forEach(header -> {
            parts.add(header.key().getBytes(UTF_8));
            Optional.ofNullable(header.value()).ifPresent(parts::add);
        });
        return parts.stream();
    }

    private static Set<String> all(String kafka) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        }
    }

    /// Reads what was never committed as well: it is on the disk all the same.
    private static KafkaConsumer<byte[], byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "isolation.level",
                        "read_uncommitted",
                        "exclude.internal.topics",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String type(ConsumerRecord<byte[], byte[]> message) {
        return Optional.ofNullable(message.headers().lastHeader("ce_type"))
                .map(type -> " " + new String(type.value(), UTF_8))
                .orElse("");
    }

    /// @param what it is, where its table says
    private record Row(String what, String text) {}

    private static List<Row> rows(String address, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var rows = new ArrayList<Row>();
            while (row.next()) {
                rows.add(new Row(
                        Objects.requireNonNullElse(row.getString(1), ""),
                        Objects.requireNonNullElse(row.getString(2), "")));
            }
            return rows;
        }
    }
}
