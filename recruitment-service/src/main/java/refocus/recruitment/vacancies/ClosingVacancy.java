package refocus.recruitment.vacancies;

import java.time.Instant;

/// A vacancy that is advertised, and the moment it closes.
record ClosingVacancy(String streamId, Instant dueAt) {}
