package refocus.staff.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerMoved;
import refocus.staff.worker.WorkerEvent.WorkerRoleChanged;

/// A member of staff as the directory shows them, the name still sealed.
///
/// @param application the one that led here, where there was one
/// @param team as last told of this worker; the structure says what became of it since
public record DirectoryEntry(
        UUID worker,
        Optional<UUID> application,
        Optional<Sealed> name,
        Optional<String> role,
        Optional<Integer> level,
        BigDecimal fte,
        Optional<String> contract,
        boolean agency,
        Optional<UUID> team,
        Optional<UUID> base,
        LocalDate startsOn,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> renewalOn,
        boolean lapsed) {

    static DirectoryEntry of(UUID worker, WorkerJoined joined) {
        return new DirectoryEntry(
                worker,
                joined.application(),
                joined.name(),
                joined.role(),
                joined.level(),
                joined.fte(),
                joined.contract(),
                joined.agency(),
                joined.team(),
                joined.base(),
                joined.startsOn(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    DirectoryEntry named(Sealed told) {
        return new DirectoryEntry(
                worker,
                application,
                Optional.of(told),
                role,
                level,
                fte,
                contract,
                agency,
                team,
                base,
                startsOn,
                lastDay,
                renewalOn,
                lapsed);
    }

    DirectoryEntry after(WorkerRoleChanged changed) {
        return new DirectoryEntry(
                worker,
                application,
                name,
                Optional.of(changed.role()),
                changed.level(),
                fte,
                contract,
                agency,
                team,
                base,
                startsOn,
                lastDay,
                renewalOn,
                lapsed);
    }

    DirectoryEntry after(WorkerMoved moved) {
        return new DirectoryEntry(
                worker,
                application,
                name,
                role,
                level,
                fte,
                contract,
                agency,
                moved.team().or(() -> team),
                moved.base().or(() -> base),
                startsOn,
                lastDay,
                renewalOn,
                lapsed);
    }

    DirectoryEntry after(CapacityChanged changed) {
        return new DirectoryEntry(
                worker,
                application,
                name,
                role,
                level,
                changed.fte(),
                contract,
                agency,
                team,
                base,
                startsOn,
                lastDay,
                renewalOn,
                lapsed);
    }

    DirectoryEntry registered(LocalDate renewal, boolean isLapsed) {
        return new DirectoryEntry(
                worker,
                application,
                name,
                role,
                level,
                fte,
                contract,
                agency,
                team,
                base,
                startsOn,
                lastDay,
                Optional.of(renewal),
                isLapsed);
    }

    DirectoryEntry gone(LocalDate after) {
        return new DirectoryEntry(
                worker,
                application,
                name,
                role,
                level,
                fte,
                contract,
                agency,
                team,
                base,
                startsOn,
                Optional.of(after),
                renewalOn,
                lapsed);
    }
}
