package refocus.proving.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import refocus.proving.naive.NaiveProjection;
import refocus.proving.naive.NaiveRelay;
import refocus.proving.naive.NaiveRelay.Flaw;
import refocus.proving.stand.Stand;

/// The negative controls: flawed readers beside the real ones, struck by the same faults, seen by the same comparison.
record Controls(Stand stand) {

    private static final String PROJECTION = "naive projection";
    /// More than were on their way when it was asked.
    private static final int SOME = 20;

    private static final List<String> FLAGS = List.of("-Xmx64m");

    /// Starts all three; their connections go where those of the services go.
    ///
    /// @param log the address of the log, for the superuser
    static Controls start(Stand stand, String log) throws Exception {
        var kafka = stand.programs().kafkaAddress();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var topics = Stream.of(Flaw.values())
                    .flatMap(flaw -> Stream.of(topic(flaw.topic(), 12), topic(flaw.places(), 1)))
                    .toList();
            admin.createTopics(topics).all().get();
        }
        try (var database = stand.connect("case");
                var create = database.createStatement()) {
            create.execute(NaiveRelay.TABLE);
            create.execute(NaiveProjection.TABLES);
        }
        for (var flaw : Flaw.values()) {
            var main = List.of(NaiveRelay.class.getName(), flaw.name(), log, kafka);
            stand.start(stand.programs().java(name(flaw), FLAGS, main), () -> true);
        }
        var main = List.of(NaiveProjection.class.getName(), log, kafka, "refocus.case.events");
        stand.start(stand.programs().java(PROJECTION, FLAGS, main), () -> true);
        return new Controls(stand);
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static String name(Flaw flaw) {
        return "naive relay " + flaw;
    }

    /// Kills all of them, whatever else strikes.
    void strike() throws IOException, InterruptedException {
        for (var flaw : Flaw.values()) {
            stand.signal(name(flaw), "KILL");
        }
        stand.signal(PROJECTION, "KILL");
    }

    /// Waits until the relay that reads by position has published some more, or patience runs out.
    void awaitReading(Duration patience) throws InterruptedException {
        var until = Instant.now().plus(patience);
        for (var before = OptionalLong.empty(); Instant.now().isBefore(until); Thread.sleep(200)) {
            try {
                long now = published(Flaw.POSITION);
                if (now >= before.orElse(now) + SOME) {
                    return;
                }
                before = OptionalLong.of(before.orElse(now));
            } catch (KafkaException _) {
                // the broker is on its way back, and nobody reads yet
            }
        }
    }

    private long published(Flaw flaw) {
        return Topic.size(stand.programs().kafkaAddress(), flaw.topic());
    }

    /// What the comparison finds of each.
    Map<String, Findings> compare(Log log, Connection database) throws SQLException {
        var all = new LinkedHashMap<String, Findings>();
        for (var flaw : Flaw.values()) {
            var findings = new Findings();
            Comparison.published(log, Topic.read(stand.programs().kafkaAddress(), flaw.topic()), findings);
            all.put(name(flaw), findings);
        }
        var findings = new Findings();
        new Views(
                        "counted",
                        "case",
                        "select stream_id, count(*)::text from event group by 1",
                        "select stream_id, events::text from proving.counted")
                .compare(database, database, findings);
        all.put(PROJECTION, findings);
        return all;
    }

    /// Whether each has published or counted as far as it ever will; they may have lost some for good.
    long progress(Connection database) throws SQLException {
        long progress = 0;
        for (var flaw : Flaw.values()) {
            progress += published(flaw);
        }
        try (var select = database.createStatement();
                var row = select.executeQuery("select coalesce(sum(events), 0)::bigint from proving.counted")) {
            row.next();
            return progress + row.getLong(1);
        }
    }
}
