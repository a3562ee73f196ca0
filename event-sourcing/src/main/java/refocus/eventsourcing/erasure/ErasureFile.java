package refocus.eventsourcing.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The erasure log that no restore of a database touches: a line for each person, only ever added to.
record ErasureFile(Optional<Path> file) {

    Set<UUID> subjects() {
        if (file.filter(Files::exists).isEmpty()) {
            return Set.of();
        }
        try (var lines = Files.lines(file.get())) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> UUID.fromString(line.substring(0, 36)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On disk when it returns; repeating is harmless.
    void add(UUID subject) {
        if (file.isPresent() && !subjects().contains(subject)) {
            var line = "%s %s%n".formatted(subject, Instant.now()).getBytes(StandardCharsets.UTF_8);
            try (var channel = FileChannel.open(
                    file.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line));
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
