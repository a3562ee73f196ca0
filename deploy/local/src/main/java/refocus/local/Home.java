package refocus.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import refocus.local.Child.Ending;

/// The directory one system lives in: its data, its logs, and who of it is running.
///
/// A lock keeps a second system out. It goes with the process that holds it, so a killed run leaves no lock, only
/// processes; those are ended by the next run, told apart from strangers by when they started.
public final class Home {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private record LeftOver(ProcessHandle handle, String name) {

        Ending ending() {
            return name.equals("PostgreSQL") ? Ending.INT : Ending.TERM;
        }

        void awaitEnd() {
            try {
                handle.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                handle.destroyForcibly();
            } catch (ExecutionException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private final Path directory;
    private final FileLock lock;

    private Home(Path directory, FileLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    public static Home open(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("logs"));
        var channel = FileChannel.open(
                directory.resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        var lock = channel.tryLock();
        if (lock == null) {
            throw new Unworkable(
                    "already running on %s; stop it with Ctrl-C where it runs, or choose another place with %s"
                            .formatted(directory, "--data DIR and --ports BASE"));
        }
        return new Home(directory, lock);
    }

    public Path directory() {
        return directory;
    }

    public Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    /// Ends what a killed run left running.
    public void endLeftOvers(Progress progress) throws IOException {
        Files.deleteIfExists(directory.resolve("stack.json"));
        var file = directory.resolve("processes");
        if (Files.notExists(file)) {
            return;
        }
        var left = Files.readAllLines(file).stream().flatMap(Home::stillRunning).toList();
        var postgres =
                left.stream().filter(process -> process.ending() == Ending.INT).toList();
        var others =
                left.stream().filter(process -> process.ending() == Ending.TERM).toList();
        end(others, progress);
        end(postgres, progress);
        Files.delete(file);
    }

    /// Keeps what the next run needs to end these, should this one be killed.
    public void remember(Collection<Child> children) throws IOException {
        replace(
                "processes",
                children.stream()
                        .map(child -> "%d %d %s%n"
                                .formatted(
                                        child.handle().pid(),
                                        started(child.handle()).toEpochMilli(),
                                        child.name().replace(' ', '-')))
                        .collect(Collectors.joining()));
    }

    /// Writes a whole file at once: a reader sees the old one or the new one.
    void replace(String name, String content) throws IOException {
        var written = Files.writeString(directory.resolve(name + ".new"), content);
        Files.move(
                written, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public void close() throws IOException {
        for (var name : List.of("stack.json", "processes")) {
            Files.deleteIfExists(directory.resolve(name));
        }
        lock.release();
    }

    private static Stream<LeftOver> stillRunning(String line) {
        var parts = line.split(" ", 3);
        var started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> started(process).equals(started))
                .stream()
                .map(process -> new LeftOver(process, parts[2]));
    }

    private static void end(Collection<LeftOver> left, Progress progress) {
        for (var process : left) {
            progress.say("ending %s (process %d), left by a run that was killed"
                    .formatted(process.name(), process.handle().pid()));
            Child.signal(process.handle(), process.ending());
        }
        for (var process : left) {
            process.awaitEnd();
        }
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
