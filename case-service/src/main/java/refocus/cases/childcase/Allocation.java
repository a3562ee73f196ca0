package refocus.cases.childcase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;

/// A worker's hold on a case, from a day on and up to another, that one not included.
public record Allocation(
        UUID id,
        UUID worker,
        Role role,
        LocalDate from,
        Optional<LocalDate> to,
        String reason,
        Optional<BigDecimal> points) {

    static Allocation of(WorkerAllocated event) {
        return new Allocation(
                event.allocation(),
                event.worker(),
                event.role(),
                event.from(),
                Optional.empty(),
                event.reason(),
                event.points());
    }

    Allocation after(AllocationEnded event) {
        return id.equals(event.allocation())
                ? new Allocation(id, worker, role, from, Optional.of(event.to()), reason, points)
                : this;
    }

    /// Whether it is what is asked for, whatever its id.
    boolean answers(AllocateWorker asked) {
        return worker.equals(asked.worker()) && role == asked.role() && from.equals(asked.from());
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && lastsBeyond(day);
    }

    /// Whether it still runs on some day after this one, or on it.
    boolean lastsBeyond(LocalDate day) {
        return to.isEmpty() || to.get().isAfter(day);
    }

    boolean isLead() {
        return role == Role.LEAD;
    }
}
