package refocus.cases.staffing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// How much workload a worker has room for from a day on.
record StaffCapacity(UUID worker, LocalDate startsOn, Optional<BigDecimal> points) {}
