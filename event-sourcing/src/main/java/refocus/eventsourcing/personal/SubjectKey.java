package refocus.eventsourcing.personal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKey;

/// What the key store says of one person.
sealed interface SubjectKey {

    record Live(UUID subject, SecretKey key) implements SubjectKey {

        Sealed.Cipher seal(String text, UUID event, String field) {
            byte[] sealed = AesGcm.seal(key, text.getBytes(StandardCharsets.UTF_8), bound(subject, event, field));
            return new Sealed.Cipher(
                    subject,
                    event,
                    field,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        }

        String open(Sealed.Cipher cipher) {
            byte[] sealed = Base64.getUrlDecoder().decode(cipher.text());
            byte[] clear = AesGcm.open(key, sealed, bound(cipher.subject(), cipher.event(), cipher.field()));
            return new String(clear, StandardCharsets.UTF_8);
        }
    }

    /// Destroyed, or closed on the way to it: nobody seals or opens by it any more.
    record Destroyed() implements SubjectKey {}

    private static byte[] bound(UUID subject, UUID event, String field) {
        return (subject + ":" + event + ":" + field).getBytes(StandardCharsets.UTF_8);
    }
}
