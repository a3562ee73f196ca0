package refocus.staff.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;
import refocus.staff.recordkeeping.RecordKeepingEvent;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;

/// When a worker's erasure is ordered, the key is closed: nothing more is recorded about them or read of them.
@Singleton
class WhenStaffErasureIsOrdered implements Reaction<RecordKeepingEvent> {

    private final Erasures erasures;

    WhenStaffErasureIsOrdered(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "when_staff_erasure_is_ordered";
    }

    @Override
    public Projection.Feed<RecordKeepingEvent> feed() {
        return new Projection.Feed.OwnLog<>(EventTypes.of(RecordKeepingEvent.class), Set.of("record-keeping"));
    }

    @Override
    public Uni<?> react(Recorded<RecordKeepingEvent> recorded) {
        return switch (recorded.event()) {
            case ErasureOrdered _ -> erasures.close(List.of(recorded.stream().id()));
            case LegalHoldPlaced _, LegalHoldLifted _, PersonalDataErased _ ->
                Uni.createFrom().voidItem();
        };
    }
}
