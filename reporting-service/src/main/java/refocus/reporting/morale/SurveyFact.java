package refocus.reporting.morale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// A survey closed, or its result was published.
///
/// @param closedOn where it closed
/// @param invited where it was published
/// @param responses where it was published and enough have answered
record SurveyFact(
        UUID eventId,
        UUID survey,
        String type,
        String stream,
        Long version,
        Optional<LocalDate> closedOn,
        Optional<Integer> invited,
        Optional<Integer> responses,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<SurveyFact> FACTS = Table.of("survey_fact", SurveyFact.class, "eventId");
}
