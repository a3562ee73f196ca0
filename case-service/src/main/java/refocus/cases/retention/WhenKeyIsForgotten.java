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

    WhenKeyIsForgotten(Desks desks, Erasures erasures, ChildTraces traces) {
        this.desk = desks.of(RecordKeeping.TYPE);
        this.erasures = erasures;
        this.traces = traces;
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
        return traces.of(child)
                .chain(found -> erasures.complete(child, found))
                .chain(proof -> desk.handle(child, erased(proof, asking), asking));
    }

    private static RecordErased erased(Proof proof, Asking asking) {
        return new RecordErased(
                asking.command(),
                Proof.found(List.of(proof)).entrySet().stream()
                        .map(place -> new Looked(place.getKey().name(), place.getValue()))
                        .toList(),
                Wales.dayOf(proof.at()));
    }
}
