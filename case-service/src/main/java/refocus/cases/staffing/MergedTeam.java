package refocus.cases.staffing;

import java.time.LocalDate;
import java.util.UUID;

/// A team that became another.
record MergedTeam(UUID team, UUID becameTeam, LocalDate mergedOn) {}
