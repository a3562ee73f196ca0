package refocus.staff.establishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What has happened to the establishment of a role in a team.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface EstablishmentEvent {

    /// From that day on there are so many full-time posts.
    @EventName("establishment-set")
    record EstablishmentSet(UUID team, String role, BigDecimal fte, LocalDate from) implements EstablishmentEvent {}
}
