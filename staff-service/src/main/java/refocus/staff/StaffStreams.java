package refocus.staff;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import refocus.eventsourcing.Streams;
import refocus.staff.establishment.Establishment;
import refocus.staff.milestone.Milestone;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.resource.Resource;
import refocus.staff.structure.Structure;
import refocus.staff.supportneed.SupportNeed;
import refocus.staff.training.TrainingSession;
import refocus.staff.worker.Worker;

/// What this service's log may hold.
public final class StaffStreams {

    public static final Streams ALL = Streams.of(
            "staff",
            Worker.TYPE,
            Structure.TYPE,
            Milestone.TYPE,
            SupportNeed.TYPE,
            TrainingSession.TYPE,
            Resource.TYPE,
            Establishment.TYPE,
            RecordKeeping.TYPE);

    private StaffStreams() {}

    @Produces
    @Singleton
    static Streams streams() {
        return ALL;
    }
}
