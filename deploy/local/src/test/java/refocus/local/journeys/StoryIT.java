package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The system with its story: ready with figures, whole again after its launcher was killed, and gone without a trace
/// when it is told to stop.
class StoryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path home;

    private Optional<RunningSystem> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(RunningSystem::close);
    }

    @Test
    void it_has_figures_keeps_them_when_killed_and_stops_whole() throws Exception {
        var first = run();
        figuresAreKnown(first);
        everythingIsTold(first);
        var told = total(first);

        List<ProcessHandle> left = first.processes();
        first.launcher().destroyForcibly().waitFor();
        assertThat(left).allMatch(ProcessHandle::isAlive);

        var second = run();
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(home.resolve("launcher.log"))).contains("left by a run that was killed");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(total(second)).isEqualTo(told));

        List<ProcessHandle> last = second.processes();
        second.launcher().destroy();
        assertThat(second.launcher().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last).noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("stack.json")).doesNotExist();
    }

    private RunningSystem run() throws Exception {
        running = Optional.of(RunningSystem.start(home));
        return running.get();
    }

    /// A share that is plausible and rises, and nearly all of the contracted time of the weeks told of accounted for.
    private static void figuresAreKnown(RunningSystem system) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var years = share(system, "&by=year").path("items");
            assertThat(total(system).path("numerator").asLong()).isGreaterThan(300_000);
            assertThat(total(system).path("coverage").asDouble()).isBetween(80.0, 101.0);
            assertThat(year(years, "2014")).isBetween(10.0, 20.0);
            assertThat(year(years, "2021")).isBetween(year(years, "2014"), 26.0);
            assertThat(year(years, "2025")).isBetween(year(years, "2021"), 40.0);
        });
    }

    /// Some twenty thousand events in the four logs, and each of the threads to be found where its service shows it.
    private static void everythingIsTold(RunningSystem system) throws Exception {
        assertThat(events(system, "case")).isBetween(15_000L, 25_000L);
        assertThat(events(system, "staff")).isBetween(190L, 400L);
        assertThat(events(system, "recruitment")).isBetween(120L, 200L);
        assertThat(events(system, "feedback")).isBetween(130L, 250L);
        var manager = Someone.of(system, "team-manager");
        var hr = Someone.of(system, "hr-officer");
        assertThat(manager.reads("staff", "/v1/structure?on=2018-06-01").path("teams"))
                .hasSize(4);
        assertThat(manager.reads("staff", "/v1/structure?on=2021-01-01").path("teams"))
                .hasSize(1);
        assertThat(manager.reads("staff", "/v1/structure?on=2021-01-01").path("bases"))
                .hasSize(2);
        assertThat(manager.reads("staff", "/v1/structure").path("bases")).hasSize(1);
        assertThat(told(hr, "staff", "/v1/workers?limit=200")).contains("Carys Yorath", "Dafydd Hartley", "2017-06-30");
        assertThat(told(manager, "staff", "/v1/support-needs?limit=200"))
                .contains("USEFUL", "NOT_USEFUL", "DECLINED", "RAISED");
        assertThat(told(manager, "staff", "/v1/training-sessions")).contains("\"taken\":4");
        assertThat(told(hr, "recruitment", "/v1/vacancies?status=FILLED")).contains("Practitioner");
        assertThat(told(manager, "feedback", "/v1/barriers"))
                .contains("CONFIRMED", "CLOSED_UNRESOLVED", "OPEN", "\"level\":3");
        assertThat(told(manager, "feedback", "/v1/voice-items")).contains("WE_DID", "WE_CANNOT", "WAITING");
        assertThat(told(manager, "feedback", "/v1/ideas")).contains("MERGED", "DECLINED", "PROPOSED", "COMPLETED");
        assertThat(told(manager, "case", "/v1/decision-rights/TRIAGE/LOW")).contains("2023-04-03");
        assertThat(decided(system, "team-manager", "<")).isGreaterThan(300);
        assertThat(decided(system, "practitioner", ">=")).isGreaterThan(150);
        assertThat(events(system, "case", "decision-overturned")).isBetween(2L, 40L);
        moraleRises(manager);
    }

    /// How many decisions were taken at a level, before the rights moved or since.
    private static long decided(RunningSystem system, String role, String when) throws Exception {
        var level = role.equals("practitioner") ? 0 : 2;
        return Long.parseLong(system.query("case", """
                select count(*) from event where type = 'decision-taken' and (data ->> 'level')::int = %d
                and occurred_at %s '2023-04-03'""".formatted(level, when)).getFirst());
    }

    private static long events(RunningSystem system, String service, String type) throws Exception {
        return Long.parseLong(system.query(service, "select count(*) from event where type = '%s'".formatted(type))
                .getFirst());
    }

    /// Five surveys, each published once, of people who feel better from one to the next.
    private static void moraleRises(Someone reader) {
        var moods = reader.reads("feedback", "/v1/surveys?status=PUBLISHED")
                .path("items")
                .valueStream()
                .map(item -> reader.reads(
                        "feedback", "/v1/surveys/" + item.path("id").asText()))
                .sorted(Comparator.comparing(survey -> survey.path("openedOn").asText()))
                .map(StoryIT::mood)
                .toList();
        assertThat(moods).hasSize(5).isSorted();
    }

    /// The mean of what was answered on the scales; recommending is counted otherwise.
    private static double mood(JsonNode survey) {
        return survey.path("result")
                .path("overall")
                .valueStream()
                .filter(figure -> !figure.path("question").asText().equals("recommend"))
                .mapToDouble(figure -> figure.path("value").asDouble())
                .average()
                .orElseThrow();
    }

    private static String told(Someone reader, String service, String path) {
        return reader.reads(service, path).toString();
    }

    private static long events(RunningSystem system, String service) throws Exception {
        return Long.parseLong(
                system.query(service, "select count(*) from event").getFirst());
    }

    private static double year(JsonNode years, String key) {
        return years.valueStream()
                .filter(year -> year.path("key").asText().equals(key))
                .mapToDouble(year -> year.path("value").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode total(RunningSystem system) throws Exception {
        return share(system, "").path("total");
    }

    private static JsonNode share(RunningSystem system, String by) throws Exception {
        var path = "/v1/reports/direct-work-share?from=2014-01-01&to=2027-01-01" + by;
        return system.get("reporting", path, "analyst", Optional.empty()).body();
    }
}
