package refocus.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// One process of the system: started, waited for, started again when it dies, and stopped.
public final class Child {

    /// How it is started and told to stop; `directory` is where it runs, `log` where its output goes.
    public record Program(String name, List<String> command, Path directory, Path log, Ending ending) {}

    /// How a process is asked to end: PostgreSQL ends its clients' sessions on an interrupt, and waits for them on a
    /// termination.
    public enum Ending {
        TERM,
        INT
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Program program;
    private final Progress progress;
    private final Runnable changed;
    private boolean stopping;
    private Process process;

    /// Starts the program; `changed` is told of every start that follows.
    public Child(Program program, Progress progress, Runnable changed) throws IOException {
        this.program = program;
        this.progress = progress;
        this.changed = changed;
        this.process = launch();
    }

    public String name() {
        return program.name();
    }

    public ProcessHandle handle() {
        return current().toHandle();
    }

    /// Waits until the process does its work, then looks after it for good.
    public void awaitReady(BooleanSupplier ready) throws InterruptedException {
        var started = Instant.now();
        while (!ready.getAsBoolean()) {
            if (!handle().isAlive()) {
                throw new Unworkable("%s ended while starting:%n%s".formatted(name(), lastWords()));
            }
            if (Instant.now().isAfter(started.plus(PATIENCE))) {
                throw new Unworkable(
                        "%s is not ready after %d s, see %s".formatted(name(), PATIENCE.toSeconds(), program.log()));
            }
            Thread.sleep(50);
        }
        Thread.ofVirtual().name(name()).start(this::lookAfter);
    }

    /// Asks the process to end and waits for it; one that does not answer is killed.
    public void stop() {
        stop(GRACE);
    }

    /// The same for one that has something to do as it ends.
    void stop(Duration grace) {
        var ending = ask();
        try {
            ending.get(grace.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            progress.say(name() + " does not stop by itself: killed");
            handle().destroyForcibly();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private synchronized CompletableFuture<ProcessHandle> ask() {
        stopping = true;
        signal(process.toHandle(), program.ending());
        return process.toHandle().onExit();
    }

    static void signal(ProcessHandle process, Ending ending) {
        try {
            new ProcessBuilder("kill", "-" + ending, Long.toString(process.pid()))
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException _) {
            process.destroy();
        }
    }

    private void lookAfter() {
        try {
            while (true) {
                var exit = current().waitFor();
                if (ending()) {
                    return;
                }
                progress.say("%s ended (%s); starting it again".formatted(name(), reason(exit)));
                Thread.sleep(1000);
                startAgain();
                changed.run();
            }
        } catch (IOException | InterruptedException failed) {
            progress.say("%s is not looked after any more: %s".formatted(name(), failed.getMessage()));
        }
    }

    private synchronized void startAgain() throws IOException {
        if (!stopping) {
            process = launch();
        }
    }

    private synchronized Process current() {
        return process;
    }

    private synchronized boolean ending() {
        return stopping;
    }

    private Process launch() throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            // Ctrl-C reaches a whole process group; the children are to be stopped in order, by us.
            command.add(SETSID.toString());
        }
        command.addAll(program.command());
        return new ProcessBuilder(command)
                .directory(program.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(program.log().toFile()))
                .start();
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(program.log());
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException _) {
            return "see " + program.log();
        }
    }

    private static String reason(int exit) {
        return exit > 128 ? "signal " + (exit - 128) : "exit " + exit;
    }
}
