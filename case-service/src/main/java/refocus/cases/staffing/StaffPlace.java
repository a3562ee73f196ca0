package refocus.cases.staffing;

import java.time.LocalDate;
import java.util.UUID;

/// Which team a worker is in from a day on.
record StaffPlace(UUID worker, LocalDate startsOn, UUID team) {}
