package refocus.proving.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import refocus.local.Progress;
import refocus.proving.Options;
import refocus.proving.Results;

/// The verb `bench`.
public final class Bench {

    private Bench() {}

    /// Measures and tells of it.
    ///
    /// @return whether nothing was wrong; how fast it was is for the reader to judge
    public static boolean run(Options options, Progress progress) throws Exception {
        var sheet = new Sheet(progress);
        var course = new Course(options, progress, sheet, Tool.pgbench(), Tool.wrk());
        var began = Instant.now();
        var other = options.text("--against").map(Path::of);
        if (other.isPresent()) {
            Against.measure(course, other.get().toAbsolutePath());
        } else {
            measure(course);
        }
        var lasted = Duration.between(began, Instant.now());
        progress.out().print(sheet.table());
        progress.out().printf("%nratios within this run: %s%n", ratios(sheet));
        progress.out().printf("seed %d; %d s in all; wrong: %s%n", Course.SEED, lasted.toSeconds(), sheet.wrong());
        Results.write(options.results("bench.json"), json(sheet, lasted));
        return sheet.wrong().isEmpty();
    }

    private static void measure(Course course) throws Exception {
        if (course.includes("commands", "relay")) {
            Paused.measure(course);
        }
        if (course.includes("rebuild", "latency", "running", "growth", "startup")) {
            Running.measure(course);
        }
        if (course.includes("reads")) {
            Reads.measure(course);
        }
    }

    private static Map<String, Object> ratios(Sheet sheet) {
        var ratios = new LinkedHashMap<String, Object>();
        var names = new LinkedHashMap<String, String>();
        names.put("httpCommand64ToFloor", Paused.RATIO);
        names.put("readsOnRecordToNot", Reads.ratio("child"));
        names.put("rebuildToCopy", Running.RATIO);
        names.put("commandsToOther", Against.RATIO);
        names.forEach((name, figure) ->
                sheet.median(figure).ifPresent(ratio -> ratios.put(name, Math.round(ratio * 1000) / 1000.0)));
        return ratios;
    }

    private static Map<String, Object> json(Sheet sheet, Duration lasted) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", Instant.now().toString());
        json.put("seconds", lasted.toSeconds());
        json.put("seed", Course.SEED);
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("ratios", ratios(sheet));
        sheet.median(Following.RELAY).ifPresent(relay -> json.put("relayPerSecond", Math.round(relay)));
        var figures = new LinkedHashMap<String, Object>();
        sheet.figures().forEach((name, figure) -> figures.put(name, figure.json()));
        json.put("measurements", figures);
        json.put("wrong", sheet.wrong());
        return json;
    }
}
