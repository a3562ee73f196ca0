package refocus.proving.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A directory with nothing of an earlier run in it.
public final class Fresh {

    private Fresh() {}

    /// Where a whole system or nothing was before.
    public static Path directory(Path directory) throws IOException, InterruptedException {
        Disk.release(directory);
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    if (!kept(directory, file)) {
                        Files.delete(file);
                    }
                }
            }
        }
        return Files.createDirectories(directory);
    }

    /// PostgreSQL's programs were unpacked once and stay as they are; a live system's lock keeps us out later.
    private static boolean kept(Path directory, Path file) {
        return file.equals(directory) || file.startsWith(directory.resolve("postgresql-18"));
    }
}
