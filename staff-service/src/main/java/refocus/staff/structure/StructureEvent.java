package refocus.staff.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.staff.Bilingual;

/// What has happened to the structure of the service.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface StructureEvent {

    @EventName("team-formed")
    record TeamFormed(UUID team, Bilingual name, Optional<UUID> base, LocalDate formedOn) implements StructureEvent {}

    /// From that day on, whoever was in one of the teams is in the one they became.
    @EventName("teams-merged")
    record TeamsMerged(List<UUID> from, UUID into, LocalDate effectiveOn) implements StructureEvent {}

    /// From that day on there is no such team.
    @EventName("team-dissolved")
    record TeamDissolved(UUID team, LocalDate dissolvedOn) implements StructureEvent {}

    @EventName("base-opened")
    record BaseOpened(UUID base, Bilingual name, LocalDate openedOn) implements StructureEvent {}

    /// The first day without the base, and where its teams are since.
    @EventName("base-closed")
    record BaseClosed(UUID base, Optional<UUID> into, LocalDate closedOn) implements StructureEvent {}
}
