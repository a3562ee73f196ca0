package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/// An attacker who has all that a survey's run stored, published and logged in the whole system, who saw every table
/// before and after each answer, and who knows who drew a token when. Everyone answers right after they drew, which
/// is the worst for them.
///
/// Half of the forty would recommend the service with a ten. The attacker guesses who, from how long things became
/// and where they stand, and guesses no better than chance.
class SurveyAttackIT {

    private static final int PEOPLE = 40;

    /// Of forty guesses with half of them right by chance; more than this happens once in two million times.
    private static final int CHANCE = 34;

    private static final List<String> DATABASES =
            List.of("case", "staff", "recruitment", "feedback", "reporting", "feedback_keys");

    private final Random seeded = new Random(7);

    @Test
    void nobody_learns_who_answered_what() throws Exception {
        var system = RunningSystem.shared();
        var survey = Survey.opened(system, PEOPLE, PEOPLE / 2);
        var people = shuffled();
        var tens = shuffled().subList(0, PEOPLE / 2);
        var secrets = new ArrayList<String>();
        var traces = new Traces();
        for (var person : people) {
            var token = survey.draw(person);
            var before = sizes(system, survey);
            var places = places(system, survey);
            secrets.add(token);
            secrets.add(survey.answer(token, tens.contains(person) ? 10 : 5 + seeded.nextInt(5), person));
            sizes(system, survey).forEach((table, size) -> traces.add(table, size - before.getOrDefault(table, 0L)));
            traces.add("place of the token", changed(places, places(system, survey)));
        }
        published(system, survey).forEach(length -> traces.add("topic", length));
        var answers = people.stream().map(tens::contains).toList();

        assertThat(traces.all()).containsKeys("public.survey_box", "public.survey_pool", "place of the token", "topic");
        traces.all()
                .forEach((place, trace) -> assertThat(linked(trace, answers))
                        .as("guessed from %s: %s", place, trace)
                        .isLessThanOrEqualTo(CHANCE));

        assertThat(survey.close().path("responses").asInt()).isEqualTo(PEOPLE);
        for (var database : DATABASES) {
            var stored = String.join("\n", stored(system, database));
            assertThat(secrets).as(database).noneMatch(stored::contains);
        }
        assertThat(files(system)).noneMatch(file -> holds(file, secrets.subList(0, 8)));
        assertThat(logs(system)).noneMatch(line -> line.contains(survey.id().toString()));
        assertThat(system.text("feedback", "/q/metrics", "system").body())
                .contains("http_server")
                .doesNotContain(survey.id().toString());
    }

    /// The same attack on a box that keeps each answer as long as it is.
    @Test
    void the_attack_finds_them_out_where_lengths_are_kept() {
        var answers = shuffled().stream().map(person -> person % 2 == 0).toList();
        var trace = answers.stream()
                .map(ten -> (long) "{\"recommend\": %d}".formatted(ten ? 10 : 9).length())
                .toList();
        assertThat(linked(trace, answers)).isEqualTo(PEOPLE);
    }

    /// The half with the greatest values is said to be the tens, or else the other half: how many are guessed right.
    private static int linked(List<Long> trace, List<Boolean> answers) {
        var guessed = IntStream.range(0, PEOPLE)
                .boxed()
                .sorted((one, other) -> Long.compare(trace.get(other), trace.get(one)))
                .limit(PEOPLE / 2)
                .toList();
        var right = (int) IntStream.range(0, PEOPLE)
                .filter(person -> guessed.contains(person) == answers.get(person))
                .count();
        return Math.max(right, PEOPLE - right);
    }

    private List<Integer> shuffled() {
        var all = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
        Collections.shuffle(all, seeded);
        return all;
    }

    /// How much each table of the service holds of the survey.
    private static Map<String, Long> sizes(RunningSystem system, Survey survey) throws Exception {
        var every = tables(system, "feedback").stream()
                .map(table -> """
                        select '%1$s ' || coalesce(sum(length(t::text)), 0) from %1$s t where t::text like '%%%2$s%%'""".formatted(table, survey.id()))
                .collect(Collectors.joining(" union all "));
        return system.query("feedback", every).stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Long.parseLong(row[1])));
    }

    /// What is known of each token, in the order it lies there.
    private static List<String> places(RunningSystem system, Survey survey) throws Exception {
        return system.query("feedback", """
                select used.value from survey_pool, jsonb_each_text(tokens) with ordinality used (key, value, place)
                where survey = '%s' order by place""".formatted(survey.id()));
    }

    private static long changed(List<String> before, List<String> after) {
        return IntStream.range(0, before.size())
                .filter(place -> !before.get(place).equals(after.get(place)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> tables(RunningSystem system, String database) throws Exception {
        return system.query(database, """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema') order by 1""");
    }

    private static List<String> stored(RunningSystem system, String database) throws Exception {
        var rows = new ArrayList<String>();
        for (var table : tables(system, database)) {
            rows.addAll(system.query(database, "select t::text from %s t".formatted(table)));
        }
        return rows;
    }

    /// How long each message is that says that somebody took part, in the order they were published.
    private static List<Long> published(RunningSystem system, Survey survey) throws IOException {
        var config = Map.<String, Object>of("bootstrap.servers", system.kafka(), "isolation.level", "read_committed");
        var lengths = new ArrayList<Long>();
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("refocus.feedback.events").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var patience = System.nanoTime() + Someone.PATIENCE.toNanos();
            while (lengths.size() < PEOPLE && System.nanoTime() < patience) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    var type = message.headers().lastHeader("ce_type");
                    if (type != null
                            && new String(type.value(), UTF_8).endsWith("participation-recorded")
                            && new String(message.key(), UTF_8)
                                    .contains(survey.id().toString())) {
                        lengths.add((long) message.serializedValueSize());
                    }
                });
            }
        }
        return lengths;
    }

    private static List<Path> files(RunningSystem system) throws IOException {
        try (Stream<Path> files = Files.walk(system.home())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, List<String> secrets) {
        try {
            var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
            return secrets.stream().anyMatch(bytes::contains);
        } catch (IOException _) {
            return false; // gone meanwhile
        }
    }

    private static List<String> logs(RunningSystem system) throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> logs = Files.list(system.home().resolve("logs"))) {
            for (var log : logs.toList()) {
                lines.addAll(Files.readAllLines(log, ISO_8859_1));
            }
        }
        return lines;
    }

    /// What was seen of each answer, in the order they were given, place by place.
    private static final class Traces {

        private final Map<String, List<Long>> traces = new LinkedHashMap<>();

        void add(String place, long seen) {
            traces.computeIfAbsent(place, _ -> new ArrayList<>()).add(seen);
        }

        /// Of the places that saw every answer.
        Map<String, List<Long>> all() {
            var all = new LinkedHashMap<>(traces);
            all.values().removeIf(trace -> trace.size() != PEOPLE);
            return all;
        }
    }
}
