package refocus.cases.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.cases.recordkeeping.RecordKeepingEvent;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessRequested;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;

/// When a child's erasure is ordered, the key is closed, and those of referrers who are known only for that child:
/// nothing more is recorded about the child or read of them.
@Singleton
class WhenErasureIsOrdered implements Reaction<RecordKeepingEvent> {

    private final Erasures erasures;
    private final Referrers referrers;

    WhenErasureIsOrdered(Erasures erasures, Referrers referrers) {
        this.erasures = erasures;
        this.referrers = referrers;
    }

    @Override
    public String name() {
        return "when_erasure_is_ordered";
    }

    @Override
    public Projection.Feed<RecordKeepingEvent> feed() {
        return new Projection.Feed.OwnLog<>(EventTypes.of(RecordKeepingEvent.class), Set.of("record-keeping"));
    }

    @Override
    public Uni<?> react(Recorded<RecordKeepingEvent> recorded) {
        return switch (recorded.event()) {
            case ErasureOrdered _ -> close(recorded.stream().id());
            case LegalHoldPlaced _,
                    LegalHoldLifted _,
                    ErasureRefused _,
                    SharedTextsKept _,
                    PersonalDataErased _,
                    SubjectAccessRequested _,
                    SubjectAccessAnswered _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<?> close(UUID child) {
        return erasures.close(List.of(child))
                .chain(() -> referrers.goneWith(child))
                .chain(erasures::close);
    }
}
