package refocus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.servers.Tokens;

/// The packaged system as `./refocus run` starts it: ready with figures, whole again after any of its processes was
/// killed, and gone without a trace when it is stopped.
///
/// It needs the packaged services: `./mvnw verify` makes them before this runs.
class LocalSystemIT {

    private static final Path SOURCE = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path home;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();
    private int base;

    @BeforeEach
    void everything_is_built() {
        assumeThat(Service.values()).allMatch(service -> Files.exists(service.jar(SOURCE)));
        base = IntStream.iterate(20_000, next -> next + 20)
                .filter(first -> IntStream.rangeClosed(first, first + 12).noneMatch(Probe::listens))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void nothing_is_left_running() {
        started.forEach(Process::destroy);
        started.forEach(process -> process.onExit().join());
        http.close();
    }

    @Test
    void it_tells_its_story_survives_what_is_killed_and_stops_whole() throws Exception {
        var first = run();
        var stack = ready(first);
        assertThat(stack.path("services").size()).isEqualTo(5);
        figures_are_known(stack);
        what_is_posted_reaches_the_report(stack);

        killed_children_come_back(stack);

        kill(first.toHandle());
        var second = run();
        var again = ready(second);
        assertThat(output()).contains("left by a run that was killed");
        figures_are_known(again);

        second.destroy();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(home.resolve("stack.json")).doesNotExist();
        assertThat(pids(again))
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    private void figures_are_known(JsonNode stack) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var share = total(stack);
            assertThat(share.path("numerator").asLong()).isGreaterThan(100_000);
            assertThat(share.path("value").asDouble()).isBetween(15.0, 45.0);
            assertThat(share.path("coverage").asDouble()).isBetween(60.0, 100.0);
        });
    }

    private void what_is_posted_reaches_the_report(JsonNode stack) throws Exception {
        var before = total(stack).path("numerator").asLong();
        var manager = new Tokens(stack.path("issuer").asText()).of("team-manager");
        var cases = stack.path("services").path("case").asText();
        var open = json.readTree(
                get(manager, cases + "/v1/cases?status=OPEN&limit=1").body());
        var session = """
                {"minutes": 45, "mode": "IN_PERSON", "seenAlone": true, "summary": "Painted the fence together."}""";
        var request = request(
                        manager,
                        "%s/v1/cases/%s/direct-work"
                                .formatted(cases, open.at("/items/0/id").asText()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(session))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(total(stack).path("numerator").asLong()).isEqualTo(before + 45));
    }

    private void killed_children_come_back(JsonNode stack) throws Exception {
        var victims = List.of("PostgreSQL", "Kafka", "staff");
        for (var name : victims) {
            kill(ProcessHandle.of(stack.path("pids").path(name).asLong()).orElseThrow());
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var now = json.readTree(home.resolve("stack.json").toFile());
            assertThat(victims)
                    .allMatch(name -> !now.path("pids")
                            .path(name)
                            .equals(stack.path("pids").path(name)));
            for (var service : now.path("services")) {
                assertThat(get("", service.asText() + "/q/health/ready").statusCode())
                        .isEqualTo(200);
            }
        });
        what_is_posted_reaches_the_report(stack);
    }

    private JsonNode total(JsonNode stack) throws Exception {
        var analyst = new Tokens(stack.path("issuer").asText()).of("analyst");
        var url = stack.path("services").path("reporting").asText()
                + "/v1/reports/direct-work-share?from=2020-01-01&to=2050-01-01";
        return json.readTree(get(analyst, url).body()).path("total");
    }

    private HttpResponse<String> get(String token, String url) throws IOException, InterruptedException {
        return http.send(request(token, url).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String token, String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private Process run() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drefocus.source=" + SOURCE,
                "-cp",
                System.getProperty("java.class.path"),
                LocalSystem.class.getName(),
                "--data",
                home.toString(),
                "--ports",
                Integer.toString(base));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(home.resolve("output").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private JsonNode ready(Process system) throws IOException {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> {
            assertThat(system.isAlive()).as(output()).isTrue();
            assertThat(stackOf(system)).as(output()).isPresent();
        });
        return stackOf(system).orElseThrow();
    }

    /// A stack that was written after this system started, not before.
    private Optional<JsonNode> stackOf(Process system) throws IOException {
        var file = home.resolve("stack.json");
        var start = system.info().startInstant().orElseThrow();
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isAfter(start)
                ? Optional.of(json.readTree(file.toFile()))
                : Optional.empty();
    }

    private String output() throws IOException {
        return Files.readString(home.resolve("output"));
    }

    private static Stream<Long> pids(JsonNode stack) {
        return stack.path("pids").properties().stream().map(Map.Entry::getValue).map(JsonNode::asLong);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
