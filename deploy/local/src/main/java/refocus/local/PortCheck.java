package refocus.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a port is free and, where it is not, who has it.
public final class PortCheck {

    private static final String LISTENING = "0A";

    private PortCheck() {}

    /// Stops with words that help when something already listens there.
    public static void mustBeFree(String name, int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // Free, and given back at once.
        } catch (IOException _) {
            var holder = holder(port).map(PortCheck::describe).orElse("another process");
            throw new Unworkable("port %d (%s) is taken by %s; stop it, or choose other ports with --ports BASE"
                    .formatted(port, name, holder));
        }
    }

    private static String describe(ProcessHandle process) {
        var command = process.info()
                .command()
                .map(path -> " (%s)".formatted(Path.of(path).getFileName()));
        return "process " + process.pid() + command.orElse("");
    }

    /// Linux says in /proc which socket listens and which process holds it; elsewhere nobody knows.
    private static Optional<ProcessHandle> holder(int port) {
        var hex = HexFormat.of().withUpperCase().toHexDigits((short) port);
        var inode = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(PortCheck::lines)
                .map(line -> line.strip().toUpperCase(Locale.ROOT).split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[1].endsWith(":" + hex) && columns[3].equals(LISTENING))
                .map(columns -> "socket:[%s]".formatted(columns[9]))
                .findFirst();
        return inode.flatMap(socket -> ProcessHandle.allProcesses()
                .filter(process -> holds(process, socket))
                .findFirst());
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (var files = Files.list(Path.of("/proc/%d/fd".formatted(process.pid())))) {
            return files.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException _) {
            return false; // another user's process, or one that just ended
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException _) {
            return false;
        }
    }
}
