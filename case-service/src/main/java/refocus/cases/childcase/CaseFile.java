package refocus.cases.childcase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.eventsourcing.Unknown;

/// What is true of a case whether it is open or closed: whose it is, and who has held it when.
public record CaseFile(UUID child, Optional<UUID> referral, LocalDate openedOn, List<Allocation> allocations) {

    static CaseFile of(CaseOpened event) {
        return new CaseFile(event.child(), event.referral(), event.openedOn(), List.of());
    }

    CaseFile with(Allocation allocation) {
        return new CaseFile(
                child,
                referral,
                openedOn,
                Stream.concat(allocations.stream(), Stream.of(allocation)).toList());
    }

    CaseFile after(AllocationEnded event) {
        return new CaseFile(
                child,
                referral,
                openedOn,
                allocations.stream().map(allocation -> allocation.after(event)).toList());
    }

    /// The worker who led the case on that day.
    public Optional<UUID> leadOn(LocalDate day) {
        return heldOn(day).filter(Allocation::isLead).map(Allocation::worker).findFirst();
    }

    /// Every hold on the case on that day.
    Stream<Allocation> heldOn(LocalDate day) {
        return allocations.stream().filter(allocation -> allocation.covers(day));
    }

    Stream<Allocation> running() {
        return allocations.stream().filter(allocation -> allocation.to().isEmpty());
    }

    Allocation allocation(UUID id) {
        return allocations.stream()
                .filter(allocation -> allocation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("allocation"));
    }

    boolean holds(UUID worker, Role role) {
        return running().anyMatch(allocation -> allocation.worker().equals(worker) && allocation.role() == role);
    }

    boolean isLedAfter(LocalDate from) {
        return allocations.stream().anyMatch(allocation -> allocation.isLead() && allocation.lastsBeyond(from));
    }
}
