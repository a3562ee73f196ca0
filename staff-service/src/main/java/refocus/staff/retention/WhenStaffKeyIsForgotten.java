package refocus.staff.retention;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.clock.WhenDue;
import refocus.eventsourcing.erasure.Erasures;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.recordkeeping.RecordKeepingCommand;
import refocus.staff.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.staff.recordkeeping.RecordKeepingEvent;
import refocus.staff.recordkeeping.RecordKeepingEvent.Looked;

/// When nobody can have a closed key in hand any more, it is destroyed; and when every place was looked at and
/// nothing can be read, the worker is erased.
@Singleton
class WhenStaffKeyIsForgotten implements WhenDue {

    private final Desk<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> desk;
    private final StaffTraces traces;
    private final Erasures erasures;

    WhenStaffKeyIsForgotten(Desks desks, StaffTraces traces, Erasures erasures) {
        this.desk = desks.of(RecordKeeping.TYPE);
        this.traces = traces;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "when_staff_key_is_forgotten";
    }

    @Override
    public String view() {
        return StaffTracesProjection.ERASING.name();
    }

    @Override
    public Uni<?> due(StreamId stream, Instant dueAt, Asking asking) {
        UUID worker = stream.id();
        return traces.of(worker)
                .chain(found -> erasures.complete(worker, List.of(), found))
                .chain(proof -> desk.handle(worker, erased(proof, asking), asking));
    }

    private static RecordErased erased(Proof proof, Asking asking) {
        return new RecordErased(asking.command(), proof.found(Looked::new), Wales.dayOf(proof.at()));
    }
}
