package refocus.recruitment.retention;

import java.time.LocalDate;
import java.util.UUID;

/// A vacancy that was filled or cancelled, and until when that keeps those who applied for it.
record VacancyOver(UUID vacancy, LocalDate keptUntil) {}
