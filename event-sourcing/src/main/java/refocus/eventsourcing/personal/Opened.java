package refocus.eventsourcing.personal;

import java.util.Optional;

/// A sealed text as its reader sees it.
public sealed interface Opened {

    record Text(String value) implements Opened {

        /// Never shows the text.
        @Override
        public String toString() {
            return "an opened text";
        }
    }

    /// Its key was destroyed: nobody will ever read it again.
    record Erased() implements Opened {}

    /// Empty where it is erased.
    default Optional<String> text() {
        return switch (this) {
            case Text(var value) -> Optional.of(value);
            case Erased _ -> Optional.empty();
        };
    }
}
