package refocus.local.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.canary.Canary;
import refocus.eventsourcing.canary.Search;

/// After every other journey: what was said of anyone, by anyone, stands in no file, no table, no topic, no metric and
/// no header, however it may be written.
@Order(Integer.MAX_VALUE)
class CanaryIT {

    private static final List<String> SERVICES = List.of("case", "staff", "recruitment", "feedback", "reporting");

    @Test
    void what_was_said_of_anyone_stands_nowhere() throws Exception {
        var system = RunningSystem.shared();
        saidOfAChild(system);
        saidOfStaff(system);
        saidOfACandidate(system);
        saidByStaff(system);
        refused(system);
        flushed(system);

        Search files = Search.files(system.home(), Planted.CANARY);
        Search rows = Search.databases(system.postgres(), system::database, Planted.CANARY);
        Search messages = Search.topics(system.kafka(), Planted.CANARY);
        Search metrics = metrics(system);

        assertThat(files.found()).isEmpty();
        assertThat(rows.found()).isEmpty();
        assertThat(messages.found()).isEmpty();
        assertThat(metrics.found()).isEmpty();
        assertThat(system.headersThatRepeat()).isEmpty();
        assertThat(files.looked()).isGreaterThan(1000);
        assertThat(rows.looked()).isGreaterThan(100);
        assertThat(messages.looked()).isGreaterThan(50);
        assertThat(metrics.looked()).isGreaterThan(100);
    }

    @Test
    void one_that_is_there_is_found_in_each_place(@TempDir Path folder) throws Exception {
        var system = RunningSystem.shared();
        var planted = Canary.hatch();
        assertThat(inFiles(folder, planted)).hasSize(planted.forms().size() + 4);
        assertThat(inRows(system, planted))
                .containsExactly(
                        "canary_control: public.bytes (hex)",
                        "canary_control: public.kept (plain)",
                        "canary_control: public.shown (plain)",
                        "canary_control: public.words (plain)");
        assertThat(inMessages(system, planted))
                .containsExactly("canary-control (Base64 after 0)", "canary-control (hex)", "canary-control (plain)");
        assertThat(Search.text("metrics", "calls_total{who=\"%s\"} 1".formatted(planted.word("name")), planted)
                        .found())
                .hasSize(1);
    }

    private static void saidOfAChild(RunningSystem system) {
        var duty = Someone.of(system, "duty");
        var manager = Someone.of(system, "team-manager");
        var worker = Someone.of(system, "practitioner");
        var child =
                duty.makes("case", "/v1/children", """
                {"givenName": "%s", "familyName": "%s", "address": "%s",
                 "dateOfBirth": {"date": "2011-05-%02d", "precision": "DAY"}}""".formatted(word("given"), word("family"), word("address"), 7));
        duty.says("case", "/v1/child-searches", "{\"name\": \"%s\"}".formatted(word("family")));
        var referral = duty.makes(
                "case", "/v1/referrals", """
                {"children": ["%s"], "source": "SCHOOL", "reasons": ["NEGLECT"], "text": "%s", "urgency": "ROUTINE",
                 "referrer": {"name": "%s", "organisation": "%s", "language": "cy"}}""".formatted(child, word("report"), word("referrer"), word("organisation")));
        manager.says("case", "/v1/referrals/%s/triage".formatted(referral), """
                {"nextActions": ["ASSESSMENT"], "rationale": "%s"}""".formatted(word("rationale")));
        var opened = "/v1/cases/" + manager.makes("case", "/v1/cases", """
                {"child": "%s", "referral": "%s"}""".formatted(child, referral));
        manager.says("case", opened + "/allocations", """
                {"worker": "%s", "role": "LEAD", "from": "2026-01-05", "reason": "NEW_CASE"}""".formatted(worker.worker()));
        worker.says("case", opened + "/direct-work", """
                {"minutes": 30, "mode": "IN_PERSON", "seenAlone": true, "summary": "%s", "childView": "%s",
                 "whatChanged": "%s"}""".formatted(word("summary"), word("view"), word("change")));
        worker.says("case", opened + "/notes", """
                {"with": "SCHOOL", "mode": "CALL", "summary": "%s", "minutes": 15}""".formatted(word("note")));
        worker.reads("case", "/v1/children/%s/chronology".formatted(child));
    }

    private static void saidOfStaff(RunningSystem system) {
        var hr = Someone.of(system, "hr-officer");
        var worker = hr.makes("staff", "/v1/workers", """
                {"name": "%s", "fte": 1, "startsOn": "2026-01-05"}""".formatted(word("worker")));
        hr.reads("staff", "/v1/workers/" + worker);
        Someone.of(system, "practitioner").makes("staff", "/v1/support-needs", """
                {"theme": "TOOL", "text": "%s"}""".formatted(word("need")));
    }

    private static void saidOfACandidate(RunningSystem system) {
        var hr = Someone.of(system, "hr-officer");
        var candidate = hr.makes("recruitment", "/v1/candidates", """
                {"name": "%s", "contact": "%s", "language": "cy"}""".formatted(word("candidate"), word("contact")));
        hr.reads("recruitment", "/v1/candidates/" + candidate);
    }

    private static void saidByStaff(RunningSystem system) {
        var worker = Someone.of(system, "practitioner");
        worker.makes("feedback", "/v1/barriers", """
                {"department": "ICT", "what": "%s", "effectOnChildren": "%s"}""".formatted(word("barrier"), word("effect")));
        worker.makes("feedback", "/v1/ideas", """
                {"title": "%s", "text": "%s"}""".formatted(word("title"), word("idea")));
    }

    /// What is refused is not kept either: a body, an address, headers, and an answer to a survey that asks nothing so.
    private static void refused(RunningSystem system) throws Exception {
        var body = "{\"familyName\": \"%s\", \"%s\": 1}".formatted(word("refused"), word("field"));
        for (String path : List.of("/v1/children", "/v1/cases/%s/notes".formatted(UUID.randomUUID()))) {
            assertThat(system.post("case", path, "duty", UUID.randomUUID(), word("key"), body)
                            .status())
                    .isBetween(400, 499);
        }
        assertThat(system.get("case", "/v1/children/" + word("id"), "duty", Optional.of(word("token")))
                        .status())
                .isBetween(400, 499);
        var answer = "{\"submission\": \"%s\", \"answers\": {\"%s\": 3}}".formatted(UUID.randomUUID(), word("answer"));
        var path = "/v1/surveys/%s/responses".formatted(UUID.randomUUID());
        assertThat(system.open("feedback", path, Optional.of(word("survey")), Optional.of(answer))
                        .statusCode())
                .isBetween(400, 499);
    }

    private static String word(String place) {
        return Planted.CANARY.word(place);
    }

    /// What the server still holds in memory alone goes to its files.
    private static void flushed(RunningSystem system) throws Exception {
        try (var admin = DriverManager.getConnection(system.postgres());
                var checkpoint = admin.createStatement()) {
            checkpoint.execute("checkpoint");
        }
    }

    private static Search metrics(RunningSystem system) throws Exception {
        var all = Search.text("nothing", "", Planted.CANARY);
        for (String service : SERVICES) {
            var answer = system.text(service, "/q/metrics", "system");
            assertThat(answer.statusCode()).as(service).isEqualTo(200);
            all = all.and(Search.text("metrics of " + service, answer.body(), Planted.CANARY));
        }
        return all;
    }

    private static Set<String> inFiles(Path folder, Canary planted) throws Exception {
        for (Map.Entry<String, String> form : planted.forms().entrySet()) {
            Files.write(folder.resolve(form.getKey()), ("x" + form.getValue() + "y").getBytes(ISO_8859_1));
        }
        var said = "Gwelwyd %s ddoe, ŵyr.".formatted(planted.word("name"));
        Files.writeString(folder.resolve("1"), Base64.getEncoder().encodeToString(said.getBytes(UTF_8)));
        Files.writeString(folder.resolve("2"), URLEncoder.encode(said, UTF_8));
        Files.writeString(folder.resolve("3"), HexFormat.of().formatHex(said.getBytes(UTF_8)));
        Files.writeString(folder.resolve("4"), said, UTF_16);
        return Search.files(folder, planted).found();
    }

    private static Set<String> inRows(RunningSystem system, Canary planted) throws Exception {
        try (var admin = DriverManager.getConnection(system.postgres());
                var statement = admin.createStatement()) {
            statement.execute("create database canary_control");
            try (var control = DriverManager.getConnection(system.database("canary_control"));
                    var plant = control.createStatement()) {
                plant.execute("""
                        create table words as select '{"a": "%1$s"}'::jsonb as said;
                        create table bytes as select convert_to('%1$s', 'UTF8') as said;
                        create view shown as select said from words;
                        create materialized view kept as select said from words;""".formatted(planted.word("row")));
            }
            var found = Search.databases(system.postgres(), system::database, planted)
                    .found();
            statement.execute("drop database canary_control");
            return found;
        }
    }

    private static Set<String> inMessages(RunningSystem system, Canary planted) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", system.kafka());
        byte[] word = planted.word("message").getBytes(UTF_8);
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("canary-control", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("canary-control", word, "a".getBytes(UTF_8)));
            producer.send(
                    new ProducerRecord<>("canary-control", Base64.getEncoder().encode(word)));
            var third = new ProducerRecord<byte[], byte[]>("canary-control", "b".getBytes(UTF_8));
            third.headers().add("traceparent", HexFormat.of().formatHex(word).getBytes(UTF_8));
            producer.send(third);
            producer.flush();
            var found = Search.topics(system.kafka(), planted).found();
            admin.deleteTopics(List.of("canary-control")).all().get();
            return found;
        }
    }
}
