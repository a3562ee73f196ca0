package refocus.eventsourcing.http;

import jakarta.enterprise.inject.Produces;
import refocus.eventsourcing.Streams;

class LibraryStreams {

    @Produces
    Streams streams() {
        return Streams.of("library");
    }
}
