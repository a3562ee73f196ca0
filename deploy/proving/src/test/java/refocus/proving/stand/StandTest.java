package refocus.proving.stand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.local.Child.Ending;
import refocus.local.Child.Program;
import refocus.local.Progress;

class StandTest {

    private static final List<String> SLOW_TO_END =
            List.of("sh", "-c", "trap 'sleep 1; exit' TERM; while :; do sleep 0.1; done");

    @TempDir
    Path directory;

    /// Told to stop in the middle of a run, the run and the hook of the shutdown do so at once.
    @Test
    void whoever_stops_it_waits_until_nothing_runs() throws Exception {
        var stand = Stand.open(directory, directory.resolve("stand"), 29_080, Progress.now());
        stand.start(
                new Program("slow", SLOW_TO_END, directory, directory.resolve("slow.log"), Ending.TERM), () -> true);
        var process = stand.process("slow");
        var together = new CyclicBarrier(2);
        Callable<Boolean> close = () -> {
            together.await();
            stand.close();
            return process.isAlive();
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var stillRuns : threads.invokeAll(List.of(close, close))) {
                assertThat(stillRuns.get()).isFalse();
            }
        }
    }
}
