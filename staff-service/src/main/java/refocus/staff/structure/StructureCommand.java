package refocus.staff.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.Bilingual;

/// What may be asked about the structure of the service.
public sealed interface StructureCommand {

    record FormTeam(UUID team, Bilingual name, Optional<UUID> base, LocalDate on) implements StructureCommand {}

    /// Makes several teams into one that stands already.
    record MergeTeams(List<UUID> from, UUID into, LocalDate on) implements StructureCommand {}

    record DissolveTeam(UUID team, LocalDate on) implements StructureCommand {}

    record OpenBase(UUID base, Bilingual name, LocalDate on) implements StructureCommand {}

    /// Closes a base.
    ///
    /// @param into the base that its teams go to
    record CloseBase(UUID base, Optional<UUID> into, LocalDate on) implements StructureCommand {}
}
