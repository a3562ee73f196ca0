package refocus.staff.worker.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.staff.worker.Worker;
import refocus.staff.worker.Worker.Gone;
import refocus.staff.worker.Worker.InPost;
import refocus.staff.worker.Worker.NotJoined;

/// A member of staff as a reader sees them; without a name where it was erased.
record WorkerShown(
        UUID id,
        Optional<String> name,
        Optional<String> role,
        BigDecimal fte,
        LocalDate startsOn,
        Optional<LocalDate> lastDay) {

    static WorkerShown of(UUID id, Worker state, Opener opener) {
        return switch (state) {
            case NotJoined _ -> throw new Unknown("worker");
            case InPost worker -> of(id, worker, Optional.empty(), opener);
            case Gone(var was, var lastDay) -> of(id, was, Optional.of(lastDay), opener);
        };
    }

    private static WorkerShown of(UUID id, InPost worker, Optional<LocalDate> lastDay, Opener opener) {
        return new WorkerShown(
                id, opener.text(Optional.of(worker.name())), worker.role(), worker.fte(), worker.startsOn(), lastDay);
    }
}
