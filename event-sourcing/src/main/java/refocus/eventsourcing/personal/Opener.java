package refocus.eventsourcing.personal;

import java.util.Optional;

/// Opens sealed texts of the people it was asked for, and of nobody else.
@FunctionalInterface
public interface Opener {

    Opened open(Sealed sealed);

    /// For a reply: the text, or nothing where there is none or it is erased.
    default Optional<String> text(Optional<Sealed> sealed) {
        return sealed.map(this::open).flatMap(Opened::text);
    }
}
