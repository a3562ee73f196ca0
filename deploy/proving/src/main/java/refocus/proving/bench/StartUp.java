package refocus.proving.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import refocus.local.Service;
import refocus.proving.stand.Stand;

/// From the start of a service's process to its first ready answer, and what it then keeps in memory.
///
/// Once as it is, once with an AOT cache that a run before made: started, ready, stopped.
record StartUp(Stand stand, Sheet sheet) {

    private static final int ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    void measure(Service service) throws IOException, InterruptedException {
        var cache = stand.directory().resolve(service.title() + ".aot");
        rounds(service, "without AOT cache", List.of("-XX:AOTMode=off"));
        once(service, List.of("-XX:AOTCacheOutput=" + cache), "");
        if (Files.notExists(cache)) {
            sheet.wrong("%s made no AOT cache".formatted(service.title()));
            return;
        }
        rounds(service, "with AOT cache", List.of("-XX:AOTCache=" + cache));
    }

    private void rounds(Service service, String how, List<String> flags) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            once(service, flags, "%s: %s".formatted(service.title(), how));
        }
    }

    /// @param name blank where nothing is to be kept of it
    private void once(Service service, List<String> flags, String name) throws IOException, InterruptedException {
        var all = new ArrayList<>(Stand.PRODUCTION);
        all.addAll(flags);
        var program = stand.programs().service(service, service.title(), all);
        var ready = stand.ready(stand.ports().of(service));
        long began = System.nanoTime();
        var process = new ProcessBuilder(program.command())
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(program.log().toFile()))
                .start();
        try {
            var until = Instant.now().plus(PATIENCE);
            while (!ready.getAsBoolean()) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    throw new IOException("%s does not start, see %s".formatted(service.title(), program.log()));
                }
                Thread.sleep(5);
            }
            if (!name.isEmpty()) {
                sheet.add("start-up, " + name, "s", (System.nanoTime() - began) / 1e9);
                sheet.add("resident when ready, " + name, "MiB", resident(process.pid()));
            }
        } finally {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /// Adds what a part keeps in memory now.
    static void resident(Stand stand, Sheet sheet, String when, String part) throws IOException {
        sheet.add(
                "resident %s: %s".formatted(when, part),
                "MiB",
                resident(stand.process(part).pid()));
    }

    /// Linux keeps account of it.
    private static double resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .sum();
    }
}
