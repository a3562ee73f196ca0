package refocus.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that hold a secret, and directories that hold such files.
public final class OwnerOnly {

    private OwnerOnly() {}

    /// Creates the file so that nobody but its owner can ever have read it.
    public static Path create(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /// A directory, there already or not, that nobody but its owner can look into from now on.
    public static void directory(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
