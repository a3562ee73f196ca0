package refocus.staff.worker.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.codes.CodeSets;
import refocus.staff.worker.Terms;
import refocus.staff.worker.WorkerCommand.Join;

/// Someone taken on, as a request tells it.
///
/// @param id the one their token already names, where identity knew them before
/// @param level as the role has it, unless told otherwise
record Joining(
        Optional<UUID> id,
        @NotBlank @Size(max = 200) String name,
        Optional<String> role,
        Optional<Integer> level,
        @NotNull BigDecimal fte,
        Optional<String> contract,
        Optional<Boolean> agency,
        Optional<UUID> team,
        Optional<UUID> base,
        @NotNull LocalDate startsOn,
        Optional<Instant> occurredAt) {

    Joining checked(CodeSets codes) {
        codes.check("worker-role", "role", role);
        codes.check("contract", "contract", contract);
        return this;
    }

    Join asked(UUID worker, CodeSets codes) {
        var terms = new Terms(
                role,
                level.or(() -> role.flatMap(named -> codes.level("worker-role", named))),
                fte,
                contract,
                agency.orElse(false),
                team,
                base,
                startsOn);
        return new Join(worker, Optional.of(name), terms, Optional.empty(), List.of());
    }
}
