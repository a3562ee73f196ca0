package refocus.cases.recordkeeping.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import refocus.cases.access.Basis;
import refocus.cases.access.http.Access;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeeping.Kept;
import refocus.cases.recordkeeping.RecordKeepingCommand;
import refocus.cases.recordkeeping.RecordKeepingEvent;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Desks.Step;
import refocus.eventsourcing.log.Done;

/// The keeping of children's records: of a child who has one, whether anything was ever asked about its keeping or not.
@Singleton
class KeptRecords {

    private final Desk<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> desk;
    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final Desks desks;
    private final Access access;

    KeptRecords(Desks desks, Access access) {
        this.desks = desks;
        this.access = access;
        this.desk = desks.of(RecordKeeping.TYPE);
        this.children = desks.of(Child.TYPE);
    }

    /// For whatever shows something of the child: put down before its answer leaves.
    ///
    /// Fails with [Unknown] where the child has no record, or the caller was declared near the child.
    Uni<Current<Child>> read(UUID child, String what, Caller caller) {
        return children.read(child).call(() -> access.readAs(Basis.SUBJECT_ACCESS, child, what, caller));
    }

    /// For what shows nothing; fails as [#read] does.
    Uni<Done> handle(UUID child, RecordKeepingCommand command, Asking asking, Caller caller) {
        return children.read(child)
                .chain(() -> access.mustNotBeConnected(child, "record-keeping", caller))
                .chain(() -> desk.handle(child, command, asking));
    }

    /// All of it or nothing.
    Uni<Done> together(List<Step<?, ?, ?>> steps, Asking asking) {
        return desks.together(steps, asking);
    }

    Uni<Done> handleForAll(RecordKeepingCommand command, Asking asking) {
        return desk.handle(RecordKeeping.WHOLE_SERVICE, command, asking);
    }

    Uni<Kept> ofAll() {
        return of(RecordKeeping.WHOLE_SERVICE).map(current -> (Kept) current.state());
    }

    Uni<Current<RecordKeeping>> of(UUID id) {
        return desk.read(id)
                .onFailure(Unknown.class)
                .recoverWithItem(
                        () -> new Current<>(new StreamId(RecordKeeping.TYPE.category(), id), 0, Kept.NOTHING_YET));
    }
}
