package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.worker.WorkerEvent.Check;

/// What may be asked about a member of staff.
public sealed interface WorkerCommand {

    /// Takes someone on.
    ///
    /// @param worker the record's own id: the name is sealed under its key
    /// @param name not known yet where recruitment says that someone was hired
    /// @param application the one that led here, where there was one
    /// @param checks what was verified before the start
    record Join(UUID worker, Optional<String> name, Terms terms, Optional<UUID> application, List<Check> checks)
            implements WorkerCommand {}

    /// Says, or corrects, what someone is called.
    record TellName(UUID worker, String name) implements WorkerCommand {}

    record ChangeRole(String role, Optional<Integer> level, LocalDate from) implements WorkerCommand {}

    /// Moves someone to another team or base; what is not named stays.
    record Move(Optional<UUID> team, Optional<UUID> base, LocalDate from) implements WorkerCommand {}

    /// Contracts for more or less, from that day on.
    ///
    /// @param points how much workload the worker has room for, where that is counted
    record ChangeCapacity(BigDecimal fte, LocalDate from, Optional<BigDecimal> points) implements WorkerCommand {}

    /// Says that the worker is registered with Social Care Wales up to the renewal day.
    record RecordRegistration(UUID worker, Optional<String> number, LocalDate renewalOn) implements WorkerCommand {}

    /// Says that the registration was not renewed in time; only the clock does.
    record LapseRegistration(Instant now) implements WorkerCommand {}

    /// Says how much Welsh the worker has, by the code set `welsh-skill`.
    record RecordWelshSkill(String skill, LocalDate on) implements WorkerCommand {}

    /// Says that the worker is away on these days; `to` is the first day back.
    record RecordAbsence(LocalDate from, LocalDate to) implements WorkerCommand {}

    /// Says that the worker leaves after that day.
    record Leave(LocalDate lastDay, Optional<String> reason) implements WorkerCommand {}
}
