package refocus.staff;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import refocus.eventsourcing.Streams;
import refocus.staff.worker.Worker;

/// What this service's log may hold.
class StaffStreams {

    @Produces
    @Singleton
    Streams streams() {
        return Streams.of("staff", Worker.TYPE);
    }
}
