package refocus.eventsourcing.personal;

import java.util.UUID;

/// Seals texts for the places they go to.
@FunctionalInterface
public interface Sealer {

    /// Seals a text, bound to its place: it opens nowhere else.
    ///
    /// @param event the event it stands in
    /// @param field its place in that event, as a JSON pointer without `:`
    Sealed.Cipher seal(Sealed.Clear text, UUID event, String field);

    /// For what holds nothing personal: a text in clear is then a bug, and stops.
    static Sealer none() {
        return (text, _, field) -> {
            throw new IllegalStateException("nothing to seal %s of %s with".formatted(field, text.subject()));
        };
    }
}
