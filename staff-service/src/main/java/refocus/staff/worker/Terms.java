package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.worker.WorkerEvent.WorkerJoined;

/// What someone is taken on as.
///
/// @param level from 0, the practitioner, to 4, the head of service: what decision rights go by
/// @param fte the part of a full week that is contracted, as in 0.8
/// @param agency whether they come through an agency
public record Terms(
        Optional<String> role,
        Optional<Integer> level,
        BigDecimal fte,
        Optional<String> contract,
        boolean agency,
        Optional<UUID> team,
        Optional<UUID> base,
        LocalDate startsOn) {

    /// 0.8 and 0.80 are the same part of a week.
    public Terms {
        fte = plain(fte);
    }

    static BigDecimal plain(BigDecimal fte) {
        return fte.signum() == 0 ? BigDecimal.ZERO : fte.stripTrailingZeros();
    }

    static Terms of(WorkerJoined event) {
        return new Terms(
                event.role(),
                event.level(),
                event.fte(),
                event.contract(),
                event.agency(),
                event.team(),
                event.base(),
                event.startsOn());
    }

    Terms as(String newRole, Optional<Integer> newLevel) {
        return new Terms(Optional.of(newRole), newLevel, fte, contract, agency, team, base, startsOn);
    }

    Terms at(Optional<UUID> newTeam, Optional<UUID> newBase) {
        return new Terms(role, level, fte, contract, agency, newTeam.or(() -> team), newBase.or(() -> base), startsOn);
    }

    Terms contractedFor(BigDecimal newFte) {
        return new Terms(role, level, newFte, contract, agency, team, base, startsOn);
    }
}
