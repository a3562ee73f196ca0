package refocus.proving.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import refocus.local.Unworkable;

/// A program of the machine's that measures.
record Tool(Path program) {

    /// PostgreSQL's own benchmark, where Debian keeps it.
    static Tool pgbench() {
        return find("pgbench", "postgresql-contrib");
    }

    static Tool wrk() {
        return find("wrk", "wrk");
    }

    private static Tool find(String name, String debian) {
        var places = Stream.concat(
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                        .map(Path::of),
                versions());
        return places.map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() -> new Unworkable(
                        "bench needs %s and found none; install it (Debian and Ubuntu: apt-get install %s)"
                                .formatted(name, debian)));
    }

    private static Stream<Path> versions() {
        var all = Path.of("/usr/lib/postgresql");
        try (var versions = Files.newDirectoryStream(all)) {
            var bins = new ArrayList<Path>();
            versions.forEach(version -> bins.add(version.resolve("bin")));
            return bins.stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }

    /// Runs it to its end and gives back what it said.
    String run(List<String> arguments) throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s ended with %d:%n%s".formatted(program, process.exitValue(), said));
        }
        return said;
    }
}
