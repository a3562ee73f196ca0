package refocus.eventsourcing.personal;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The keys that wrap all others, by version: the newest wraps, the older ones still unwrap.
///
/// Each is 32 bytes in Base64, from the environment or a file, never from a default. One alone is version 1; several
/// stand beside each other with their versions, as in `2:… 1:…`, separated by blanks, commas or new lines.
@ApplicationScoped
class MasterKeys {

    static final int FIRST = 1;

    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

    /// A key as it is stored.
    record Wrapped(int version, Buffer bytes) {}

    private final NavigableMap<Integer, SecretKey> keys = new TreeMap<>();

    @Inject
    MasterKeys(
            @ConfigProperty(name = "refocus.master-key") Optional<String> text,
            @ConfigProperty(name = "refocus.master-key-file") Optional<Path> file) {
        this(text.or(() -> file.map(MasterKeys::read))
                .orElseThrow(() -> new IllegalStateException(
                        "no master key: set refocus.master-key or refocus.master-key-file to 32 bytes in Base64")));
    }

    MasterKeys(String text) {
        for (String entry : BETWEEN.splitAsStream(text.strip()).toList()) {
            int colon = entry.indexOf(':');
            int version = colon < 0 ? FIRST : Integer.parseInt(entry.substring(0, colon));
            SecretKey key = AesGcm.key(Base64.getDecoder().decode(entry.substring(colon + 1)));
            if (keys.put(version, key) != null) {
                throw new IllegalStateException("two master keys of version " + version);
            }
        }
    }

    int newest() {
        return keys.lastKey();
    }

    Set<Integer> versions() {
        return keys.navigableKeySet();
    }

    /// @param id what the key is for: it unwraps for nothing else
    Wrapped wrap(UUID id, byte[] key) {
        int version = newest();
        return new Wrapped(version, Buffer.buffer(AesGcm.seal(master(version), key, bound(version, id))));
    }

    byte[] unwrap(UUID id, Wrapped wrapped) {
        return unwrap(id, wrapped.version(), wrapped.bytes().getBytes());
    }

    byte[] unwrap(UUID id, int version, byte[] wrapped) {
        return AesGcm.open(master(version), wrapped, bound(version, id));
    }

    /// The same key, wrapped by the newest.
    Wrapped rewrap(UUID id, Wrapped wrapped) {
        return wrap(id, unwrap(id, wrapped));
    }

    /// What [DerivedKeys] come from.
    SecretKey first() {
        return master(FIRST);
    }

    private SecretKey master(int version) {
        SecretKey key = keys.get(version);
        if (key == null) {
            throw new IllegalStateException("master key version %d is needed and not here".formatted(version));
        }
        return key;
    }

    private static byte[] bound(int version, UUID id) {
        return ByteBuffer.allocate(20)
                .putInt(version)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
