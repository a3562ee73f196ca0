package refocus.eventsourcing.http;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import refocus.eventsourcing.Streams;

/// A service without streams, which only has a name.
@Alternative
@Dependent
class LibraryStreams {

    @Produces
    @Alternative
    Streams streams() {
        return Streams.of("library");
    }
}
