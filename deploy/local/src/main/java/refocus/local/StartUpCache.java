package refocus.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What a service would find out anew at every start, kept beside its jar: its classes, read, linked and checked.
///
/// It is the JDK's ahead-of-time cache (JEP 514), written by a run that was started as the service always is, and told
/// to stop when it was ready. A start with it takes a quarter of the time. One that is not there, or that was made of
/// another build, is done without.
///
/// @param jar what starts the service
public record StartUpCache(Path jar) {

    /// Whether it was made of this build.
    boolean isThere() throws IOException {
        return Files.exists(file()) && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /// What a start takes to make it.
    List<String> makes() {
        return List.of("-XX:AOTCacheOutput=" + unfinished());
    }

    /// Puts in its place what such a start has written.
    ///
    /// @return whether it wrote anything
    boolean keep() throws IOException {
        if (Files.notExists(unfinished())) {
            return false;
        }
        Files.move(unfinished(), file(), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /// What a start takes to use it.
    List<String> uses() throws IOException {
        return isThere() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    private Path file() {
        return jar.resolveSibling("start-up.aot");
    }

    /// Another system may be making one of its own meanwhile.
    private Path unfinished() {
        return jar.resolveSibling(
                "start-up-%d.aot".formatted(ProcessHandle.current().pid()));
    }
}
