package refocus.proving.stand;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A small disk of its own for one data folder: a file, mounted by the loop device, that can be filled and emptied.
///
/// Mounting needs root.
public final class Disk implements AutoCloseable {

    private final Path mount;
    private final Path ballast;

    private Disk(Path mount) {
        this.mount = mount;
        this.ballast = mount.resolve("ballast");
    }

    public static boolean possible() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// Takes away what a killed run left mounted below a directory.
    public static void release(Path directory) throws IOException, InterruptedException {
        var mounts = Path.of("/proc/mounts");
        if (Files.exists(mounts)) {
            for (var line : Files.readAllLines(mounts)) {
                var mount = line.split(" ", -1)[1];
                if (Path.of(mount).startsWith(directory)) {
                    run("umount", "-l", mount);
                }
            }
        }
    }

    /// Makes a disk and puts the folder on it.
    public static Disk under(Path folder, int megabytes) throws IOException, InterruptedException {
        var mount = folder.resolveSibling(folder.getFileName() + ".disk");
        var image = folder.resolveSibling(folder.getFileName() + ".img");
        Files.createDirectories(mount);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes * 1024L * 1024L);
        }
        // Nothing is set aside for root, who could write on where others cannot.
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        run("mount", "-o", "loop", image.toString(), mount.toString());
        var inside = Files.createDirectories(mount.resolve(folder.getFileName()));
        Files.createSymbolicLink(folder, inside);
        return new Disk(mount);
    }

    /// Takes all the room there is.
    public void fill() throws IOException, InterruptedException {
        long step = Math.max(1, Files.getFileStore(mount).getUsableSpace());
        try (var file = new RandomAccessFile(ballast.toFile(), "rw")) {
            for (long size = 0; step > 4096; step /= 2) {
                if (allocate(size + step)) {
                    size += step;
                }
            }
            file.getFD().sync();
        }
    }

    /// Gives it back.
    public void empty() throws IOException {
        Files.deleteIfExists(ballast);
    }

    private boolean allocate(long size) throws IOException, InterruptedException {
        return new ProcessBuilder("fallocate", "-l", Long.toString(size), ballast.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "-l", mount.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), said.strip()));
        }
    }
}
