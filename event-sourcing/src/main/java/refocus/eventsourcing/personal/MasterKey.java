package refocus.eventsourcing.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The key that wraps all others: 32 bytes in Base64, from the environment or a file, never from a default.
@ApplicationScoped
class MasterKey {

    static final int VERSION = 1;

    private final SecretKey key;

    @Inject
    MasterKey(
            @ConfigProperty(name = "refocus.master-key") Optional<String> text,
            @ConfigProperty(name = "refocus.master-key-file") Optional<Path> file) {
        this(text.or(() -> file.map(MasterKey::read))
                .orElseThrow(() -> new IllegalStateException(
                        "no master key: set refocus.master-key or refocus.master-key-file to 32 bytes in Base64")));
    }

    MasterKey(String base64) {
        this.key = AesGcm.key(Base64.getDecoder().decode(base64.strip()));
    }

    byte[] wrap(UUID subject, byte[] dataKey) {
        return AesGcm.seal(key, dataKey, bound(subject));
    }

    SecretKey unwrap(UUID subject, int version, byte[] wrapped) {
        if (version != VERSION) {
            throw new IllegalStateException(
                    "key of %s was wrapped by master key version %d, which is not here".formatted(subject, version));
        }
        return AesGcm.key(AesGcm.open(key, wrapped, bound(subject)));
    }

    /// A key of its own for one purpose, the same at every start.
    SecretKey derived(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), AesGcm.KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bound(UUID subject) {
        return ByteBuffer.allocate(20)
                .putInt(VERSION)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
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
