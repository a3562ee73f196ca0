package refocus.reporting.recruiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A vacancy was approved, filled or cancelled on that day.
record VacancyFact(
        UUID eventId,
        UUID vacancy,
        String type,
        String stream,
        Long version,
        LocalDate day,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<VacancyFact> VACANCIES = Table.of("vacancy_fact", VacancyFact.class, "eventId");
}
