package refocus.eventsourcing.personal;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a random nonce of 12 bytes in front and a tag of 16 bytes behind.
final class AesGcm {

    static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Found once, for looking through all is dear. A cipher itself is not kept: it would keep its last key.
    private static final Provider PROVIDER = provider();

    private AesGcm() {}

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key is %d bytes, not %d".formatted(KEY_BYTES, bytes.length));
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /// @param bound what the result is bound to: it opens only together with the same
    static byte[] seal(SecretKey key, byte[] clear, byte[] bound) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, clear, 0, clear.length, bound);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    static byte[] open(SecretKey key, byte[] whole, byte[] bound) {
        if (whole.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short for a sealed value");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, key, nonce, whole, NONCE_BYTES, whole.length - NONCE_BYTES, bound);
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, byte[] in, int from, int length, byte[] bound) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(in, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    mode == Cipher.ENCRYPT_MODE ? "could not seal" : "tampered with, or another key", e);
        }
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
