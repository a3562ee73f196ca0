package refocus.eventsourcing.personal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/// A text about a person, under that person's key.
///
/// Rules make it in clear and never read it; before the append it is sealed, and only the sealed form is ever
/// stored, cached, published or printed.
public sealed interface Sealed {

    String PREFIX = "sealed:1:";

    /// The person whose key seals it.
    UUID subject();

    static Sealed about(UUID subject, String text) {
        return new Clear(subject, text);
    }

    static Optional<Sealed> about(UUID subject, Optional<String> text) {
        return text.map(given -> new Clear(subject, given));
    }

    /// Not sealed yet: on its way from a command into the log.
    record Clear(UUID subject, String text) implements Sealed {

        /// Never shows the text.
        @Override
        public String toString() {
            return "a text about " + subject;
        }

        /// For any other writer of JSON than the log's: it fails.
        @JsonValue
        @SuppressWarnings("DoNotCallSuggester") // Jackson does
        String inClear() {
            throw new IllegalStateException("not sealed: " + this);
        }
    }

    /// Sealed for one field of one event; it opens nowhere else.
    ///
    /// @param text nonce, cipher text and tag in URL-safe Base64
    record Cipher(UUID subject, UUID event, String field, String text) implements Sealed {

        @Override
        @JsonValue
        public String toString() {
            return PREFIX + subject + ":" + event + ":" + field + ":" + text;
        }
    }

    /// Reads the stored form.
    @JsonCreator
    static Cipher fromString(String text) {
        String[] parts = text.split(":", -1);
        if (!text.startsWith(PREFIX) || parts.length != 6) {
            throw new IllegalArgumentException("not a sealed value");
        }
        return new Cipher(UUID.fromString(parts[2]), UUID.fromString(parts[3]), parts[4], parts[5]);
    }
}
