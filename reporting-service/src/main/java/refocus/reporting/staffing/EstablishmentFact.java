package refocus.reporting.staffing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.projection.Table;

/// From this day on there are so many full-time posts of a role in a team.
///
/// @param posts which role and team: the stream's own id
record EstablishmentFact(
        UUID eventId,
        UUID posts,
        String type,
        String stream,
        Long version,
        LocalDate validFrom,
        BigDecimal fte,
        Instant occurredAt,
        Instant recordedAt) {

    static final Table<EstablishmentFact> ESTABLISHMENT =
            Table.of("establishment_fact", EstablishmentFact.class, "eventId");
}
