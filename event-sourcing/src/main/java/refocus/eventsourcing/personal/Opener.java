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

    /// For the record of someone who is erased: nothing in it is shown, under whosever key it is.
    static Opener ofErased() {
        return _ -> new Opened.Erased();
    }
}
