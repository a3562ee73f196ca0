package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    void stop() throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    @Test
    void it_has_figures_keeps_them_when_killed_and_stops_whole() throws Exception {
        var first = run();
        figuresAreKnown(first);
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

    /// Two years, a share that is plausible, and nearly all of the contracted time accounted for.
    private static void figuresAreKnown(RunningSystem system) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var total = total(system);
            assertThat(total.path("numerator").asLong()).isGreaterThan(100_000);
            assertThat(total.path("value").asDouble()).isBetween(20.0, 40.0);
            assertThat(total.path("coverage").asDouble()).isBetween(90.0, 100.0);
        });
    }

    private static JsonNode total(RunningSystem system) throws Exception {
        var path = "/v1/reports/direct-work-share?from=2020-01-01&to=2050-01-01";
        return system.get("reporting", path, "analyst", Optional.empty()).body().path("total");
    }
}
