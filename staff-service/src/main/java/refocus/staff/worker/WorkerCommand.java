package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a member of staff.
public sealed interface WorkerCommand {

    /// Takes someone on.
    ///
    /// @param worker the record's own id: the name is sealed under its key
    record Join(UUID worker, String name, Optional<String> role, BigDecimal fte, LocalDate startsOn)
            implements WorkerCommand {}

    /// Contracts for more or less, from that day on.
    record ChangeCapacity(BigDecimal fte, LocalDate from) implements WorkerCommand {}

    /// Says that the worker is away on these days; `to` is the first day back.
    record RecordAbsence(LocalDate from, LocalDate to) implements WorkerCommand {}

    /// Says that the worker leaves after that day.
    record Leave(LocalDate lastDay) implements WorkerCommand {}
}
