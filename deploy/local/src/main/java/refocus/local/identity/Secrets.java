package refocus.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import refocus.local.OwnerOnly;

/// The secrets of one installation's identities, by name: made when they are first asked for, and kept in a file that
/// only its owner can read. None is ever the same in two installations.
public final class Secrets {

    /// Letters that nobody takes for one another, and no word comes of.
    private static final String LETTERS = "bcdfghjkmnpqrstvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    private final Path file;
    private final Map<String, String> known;

    private Secrets(Path file, Map<String, String> known) {
        this.file = file;
        this.known = known;
    }

    public static Secrets keptIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new Secrets(file, new TreeMap<>());
        }
        try (var lines = Files.lines(file)) {
            return new Secrets(
                    file,
                    lines.map(line -> line.split("=", 2))
                            .filter(parts -> parts.length == 2)
                            .collect(Collectors.toMap(
                                    parts -> parts[0], parts -> parts[1], (_, last) -> last, TreeMap::new)));
        }
    }

    /// The secret of that name, easy enough to type: some 120 bits.
    public synchronized String of(String name) {
        var secret = known.get(name);
        if (secret == null) {
            secret = invent();
            known.put(name, secret);
            write();
        }
        return secret;
    }

    private static String invent() {
        var chance = new SecureRandom();
        return IntStream.range(0, GROUPS)
                .mapToObj(_ -> Stream.generate(() -> LETTERS.charAt(chance.nextInt(LETTERS.length())))
                        .limit(GROUP)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    private void write() {
        try {
            var written = file.resolveSibling(file.getFileName() + ".new");
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(written);
            Files.writeString(
                    OwnerOnly.create(written),
                    known.entrySet().stream()
                            .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                            .collect(Collectors.joining()));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
