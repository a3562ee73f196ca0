package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import refocus.local.journeys.RunningSystem.Reply;

/// A child's story through the packaged system: the report moves, Kafka may be away, processes may be killed, a
/// projection is rebuilt while it serves. What it plants is looked for by [CanaryIT].
class ChildsStoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CANARY = Planted.CANARY.word("childs-story");
    private static final UUID WORKER = UUID.randomUUID();

    /// Each child is born on another day, so that none looks like one on record.
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private static RunningSystem system;

    @BeforeAll
    static void start() throws Exception {
        system = RunningSystem.shared();
    }

    @Test
    void the_report_moves_when_direct_work_is_recorded_and_says_so_with_the_token() throws Exception {
        String aCase = openedCase();
        long before = directMinutes(Optional.empty());
        Reply held = system.post("case", "/v1/cases/" + aCase + "/direct-work", "practitioner", WORKER, session(50));
        assertThat(held.status()).isEqualTo(200);
        assertThat(directMinutes(held.consistency())).isEqualTo(before + 50);
    }

    @Test
    void with_kafka_standing_still_commands_and_local_views_go_on_and_the_report_catches_up() throws Exception {
        String aCase = openedCase();
        long before = directMinutes(Optional.empty());
        ProcessHandle kafka = system.process("Kafka");
        signal("-STOP", kafka);
        try {
            Reply held =
                    system.post("case", "/v1/cases/" + aCase + "/direct-work", "practitioner", WORKER, session(25));
            assertThat(held.status()).isEqualTo(200);
            String child = system.get("case", "/v1/cases/" + aCase, "team-manager", Optional.empty())
                    .body()
                    .path("child")
                    .asText();
            Reply chronology =
                    system.get("case", "/v1/children/" + child + "/chronology", "team-manager", held.consistency());
            assertThat(chronology.status()).isEqualTo(200);
            assertThat(chronology.body().toString()).contains("direct-work-held");
        } finally {
            signal("-CONT", kafka);
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> directMinutes(Optional.empty()) == before + 25);
    }

    @Test
    void whatever_is_killed_under_load_the_log_the_topic_and_the_report_agree() throws Exception {
        String aCase = openedCase();
        long before = directMinutes(Optional.empty());
        var loading = new AtomicBoolean(true);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        try (var callers = Executors.newFixedThreadPool(6)) {
            List<Future<Void>> load = new ArrayList<>();
            for (int caller = 0; caller < 6; caller++) {
                load.add(callers.submit(() -> {
                    while (loading.get()) {
                        acknowledged.add(recordedAtLast(aCase));
                    }
                    return null;
                }));
            }
            for (String part : List.of("case", "Kafka", "reporting", "PostgreSQL", "case")) {
                int sofar = acknowledged.size();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > sofar + 20);
                ProcessHandle victim = system.process(part);
                victim.destroyForcibly();
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> system.process(part).pid() != victim.pid());
            }
            int sofar = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > sofar + 20);
            loading.set(false);
            for (Future<Void> caller : load) {
                caller.get();
            }
        }
        long done = acknowledged.size();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(directMinutes(Optional.empty())).isEqualTo(before + 10 * done);
            assertThat(topic()).isEqualTo(log());
        });
    }

    @Test
    void a_projection_is_rebuilt_from_zero_while_it_serves_and_the_figures_are_the_same() throws Exception {
        String aCase = openedCase();
        Reply held = system.post("case", "/v1/cases/" + aCase + "/direct-work", "practitioner", WORKER, session(35));
        long before = directMinutes(held.consistency());
        long build = servingBuild();
        Reply asked = system.post(
                "reporting",
                "/v1/operations/projections/direct_work/rebuild",
                "system",
                WORKER,
                "{\"reason\": \"to see that it can be\"}");
        assertThat(asked.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> {
            assertThat(directMinutes(Optional.empty())).isEqualTo(before);
            return servingBuild() == build + 1;
        });
        assertThat(directMinutes(Optional.empty())).isEqualTo(before);
    }

    /// Asks under one key until it is acknowledged, whatever dies meanwhile.
    private static String recordedAtLast(String aCase) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        while (true) {
            try {
                int status = system.post(
                                "case", "/v1/cases/" + aCase + "/direct-work", "practitioner", WORKER, key, session(10))
                        .status();
                if (status == 200) {
                    return key;
                }
                assertThat(status).isGreaterThanOrEqualTo(500);
            } catch (IOException _) {
                // the process died; the key makes asking again safe
            }
            Thread.sleep(100);
        }
    }

    private static String openedCase() throws Exception {
        String child = created("/v1/children", """
                {"givenName": "%s", "familyName": "%s", "dateOfBirth": {"date": "%s", "precision": "DAY"}}""".formatted(CANARY, "Teulu-" + UUID.randomUUID(), nextBirthday()));
        String referral = created("/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "%s", "urgency": "ROUTINE"}""".formatted(child, CANARY));
        Reply triaged = system.post(
                "case",
                "/v1/referrals/" + referral + "/triage",
                "team-manager",
                WORKER,
                "{\"nextActions\": [\"ASSESSMENT\"], \"rationale\": \"%s\"}".formatted(CANARY));
        assertThat(triaged.status()).isEqualTo(200);
        return created("/v1/cases", "{\"child\": \"%s\", \"referral\": \"%s\"}".formatted(child, referral));
    }

    private static LocalDate nextBirthday() {
        return LocalDate.of(2012, 1, 1).plusDays(CHILDREN.getAndIncrement());
    }

    private static String created(String path, String body) throws Exception {
        Reply reply = system.post("case", path, "team-manager", WORKER, body);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(201);
        return reply.id();
    }

    private static String session(int minutes) {
        return """
                {"minutes": %d, "mode": "IN_PERSON", "seenAlone": true, "summary": "%s"}""".formatted(minutes, CANARY);
    }

    /// The direct-work-share's numerator over this month and its neighbours.
    private static long directMinutes(Optional<String> consistency) throws Exception {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
        Reply report = system.get(
                "reporting",
                "/v1/reports/direct-work-share?from=%s&to=%s".formatted(month.minusMonths(1), month.plusMonths(2)),
                "analyst",
                consistency);
        assertThat(report.status()).as("%s", report.body()).isEqualTo(200);
        return report.body().path("total").path("numerator").asLong();
    }

    private static long servingBuild() throws Exception {
        Reply builds = system.get("reporting", "/v1/operations/projections", "system", Optional.empty());
        for (var build : builds.body().path("items")) {
            if (build.path("projection").asText().equals("direct_work")
                    && build.path("state").asText().equals("SERVING")) {
                return build.path("build").asLong();
            }
        }
        throw new IllegalStateException("no build of direct_work serves: " + builds.body());
    }

    private static Map<String, List<Long>> log() throws Exception {
        Map<String, List<Long>> log = new TreeMap<>();
        try (var admin = DriverManager.getConnection(system.postgres().replace("/postgres?", "/case?"));
                var select = admin.createStatement();
                var row = select.executeQuery("select stream_id, version from event order by stream_id, version")) {
            while (row.next()) {
                log.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getLong(2));
            }
        }
        log.forEach(
                (stream, versions) -> assertThat(versions.getLast()).as(stream).isEqualTo(versions.size()));
        return log;
    }

    /// Every committed event of the topic, in its order: a lost, repeated or reordered one shows.
    private static Map<String, List<Long>> topic() throws Exception {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", system.kafka());
        config.put("isolation.level", "read_committed");
        Map<String, List<Long>> topic = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("refocus.case.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(event -> {
                    var version = event.headers().lastHeader("ce_streamversion");
                    if (version != null) {
                        topic.computeIfAbsent(new String(event.key(), UTF_8), _ -> new ArrayList<>())
                                .add(Long.parseLong(new String(version.value(), UTF_8)));
                    }
                });
            }
        }
        return topic;
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
}
