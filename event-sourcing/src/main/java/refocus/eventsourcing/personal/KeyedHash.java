package refocus.eventsourcing.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// A hash that nobody without the key can try guesses against: for fingerprints of requests and for searching what is
/// sealed.
@ApplicationScoped
public class KeyedHash {

    private static final String PURPOSE = "refocus keyed hash 1";

    /// Begun with the key; each hash goes on from a copy of it.
    private final Mac begun;

    @Inject
    KeyedHash(@ConfigProperty(name = "refocus.hash-key") Optional<String> own, Instance<DerivedKeys> derived) {
        this(own.map(base64 -> key(Base64.getDecoder().decode(base64.strip())))
                .orElseGet(() -> key(derived.get().of(PURPOSE))));
    }

    KeyedHash(SecretKey key) {
        try {
            begun = Mac.getInstance("HmacSHA256");
            begun.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// For a program or test without configuration.
    public static KeyedHash with(byte[] key) {
        return new KeyedHash(key(key));
    }

    /// The hash of a text.
    ///
    /// @param purpose keeps equal texts of different uses apart, as in `nhs-number`
    public String of(String purpose, String text) {
        return of(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of all parts in their order, in URL-safe Base64; where one part ends and the next begins counts.
    public String of(String purpose, byte[]... parts) {
        byte[] use = purpose.getBytes(StandardCharsets.UTF_8);
        int size = Stream.of(parts).mapToInt(KeyedHash::size).sum();
        ByteBuffer all = ByteBuffer.allocate(size(use) + size);
        add(all, use);
        for (byte[] part : parts) {
            add(all, part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(all.array()));
    }

    private byte[] hash(byte[] bytes) {
        try {
            return ((Mac) begun.clone()).doFinal(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static int size(byte[] part) {
        return Integer.BYTES + part.length;
    }

    private static void add(ByteBuffer all, byte[] part) {
        all.putInt(part.length).put(part);
    }
}
