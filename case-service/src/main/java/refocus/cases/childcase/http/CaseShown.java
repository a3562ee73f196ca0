package refocus.cases.childcase.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.childcase.Allocation;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseFile;
import refocus.cases.childcase.ChildCase;
import refocus.eventsourcing.Unknown;

/// A case as its reader sees it.
///
/// @param lead who leads it today
record CaseShown(
        UUID id,
        UUID child,
        Status status,
        Optional<UUID> lead,
        Optional<UUID> referral,
        LocalDate openedOn,
        Optional<LocalDate> closedOn,
        List<AllocationShown> allocations) {

    enum Status {
        OPEN,
        CLOSED
    }

    record AllocationShown(
            UUID id,
            UUID worker,
            Role role,
            LocalDate from,
            Optional<LocalDate> to,
            String reason,
            Optional<BigDecimal> points) {

        static AllocationShown of(Allocation allocation) {
            return new AllocationShown(
                    allocation.id(),
                    allocation.worker(),
                    allocation.role(),
                    allocation.from(),
                    allocation.to(),
                    allocation.reason(),
                    allocation.points());
        }
    }

    AllocationShown allocation(UUID wanted) {
        return allocations.stream()
                .filter(allocation -> allocation.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Unknown("allocation"));
    }

    static CaseShown of(UUID id, ChildCase state, LocalDate today) {
        return switch (state) {
            case ChildCase.Unopened _ -> throw new Unknown("case");
            case ChildCase.Open(var file) -> of(id, file, Status.OPEN, Optional.empty(), today);
            case ChildCase.Closed(var file, var closure) ->
                of(id, file, Status.CLOSED, Optional.of(closure.closedOn()), today);
        };
    }

    private static CaseShown of(UUID id, CaseFile file, Status status, Optional<LocalDate> closedOn, LocalDate today) {
        return new CaseShown(
                id,
                file.child(),
                status,
                file.leadOn(today),
                file.referral(),
                file.openedOn(),
                closedOn,
                file.allocations().stream().map(AllocationShown::of).toList());
    }
}
