package refocus.cases.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeepingCommand;
import refocus.cases.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.cases.recordkeeping.RecordKeepingEvent;
import refocus.cases.recordkeeping.RecordKeepingEvent.Looked;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.erasure.Traces;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// When nobody can have a closed key in hand any more, it is destroyed; and when every place was looked at and
/// nothing can be read, the child is erased.
@Singleton
class WhenKeyIsForgotten implements WhenDue {

    private final Desk<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> desk;
    private final Erasures erasures;
    private final ChildTraces traces;
    private final Referrers referrers;

    WhenKeyIsForgotten(Desks desks, Erasures erasures, ChildTraces traces, Referrers referrers) {
        this.desk = desks.of(RecordKeeping.TYPE);
        this.erasures = erasures;
        this.traces = traces;
        this.referrers = referrers;
    }

    @Override
    public String name() {
        return "when_key_is_forgotten";
    }

    @Override
    public String view() {
        return RetentionProjection.DUE.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        UUID child = stream.id();
        return Uni.combine()
                .all()
                .unis(referrers.goneWith(child), traces.of(child))
                .asTuple()
                .chain(found -> complete(child, found.getItem1(), found.getItem2(), asking))
                .chain(command -> desk.handle(child, command, asking));
    }

    private Uni<RecordErased> complete(UUID child, List<UUID> referrers, Traces traces, Asking asking) {
        return erasures.complete(child, referrers, traces).map(proof -> erased(proof, referrers, asking));
    }

    private static RecordErased erased(Proof proof, List<UUID> referrers, Asking asking) {
        return new RecordErased(asking.command(), proof.found(Looked::new), referrers, Wales.dayOf(proof.at()));
    }
}
