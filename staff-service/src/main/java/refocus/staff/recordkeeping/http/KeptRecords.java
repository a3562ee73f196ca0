package refocus.staff.recordkeeping.http;

import static refocus.staff.recordkeeping.RecordKeeping.ALL_STAFF;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Done;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.recordkeeping.RecordKeeping.Kept;
import refocus.staff.recordkeeping.RecordKeepingCommand;
import refocus.staff.recordkeeping.RecordKeepingEvent;
import refocus.staff.worker.Worker;
import refocus.staff.worker.WorkerCommand;
import refocus.staff.worker.WorkerEvent;

/// The keeping of workers' records: of one who has joined, whether anything was ever asked about it or not.
@Singleton
class KeptRecords {

    private final Desk<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> desk;
    private final Desk<WorkerCommand, WorkerEvent, Worker> workers;

    KeptRecords(Desks desks) {
        this.desk = desks.of(RecordKeeping.TYPE);
        this.workers = desks.of(Worker.TYPE);
    }

    /// Fails with [Unknown] where nobody joined under this id.
    Uni<Worker> worker(UUID worker) {
        return workers.read(worker).map(Current::state);
    }

    /// Fails as [#worker] does.
    Uni<Current<RecordKeeping>> of(UUID worker) {
        return workers.read(worker).chain(() -> read(worker));
    }

    /// Fails as [#worker] does.
    Uni<Done> handle(UUID worker, RecordKeepingCommand command, Asking asking) {
        return workers.read(worker).chain(() -> desk.handle(worker, command, asking));
    }

    Uni<Current<RecordKeeping>> ofAll() {
        return read(ALL_STAFF);
    }

    Uni<Done> handleForAll(RecordKeepingCommand command, Asking asking) {
        return desk.handle(ALL_STAFF, command, asking);
    }

    private Uni<Current<RecordKeeping>> read(UUID id) {
        return desk.read(id)
                .onFailure(Unknown.class)
                .recoverWithItem(
                        () -> new Current<>(new StreamId(RecordKeeping.TYPE.category(), id), 0, Kept.NOTHING_YET));
    }
}
