package refocus.staff.structure.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.structure.Structure;
import refocus.staff.structure.Unit;

/// The structure on a day, in the reader's language.
record StructureShown(LocalDate on, List<Team> teams, List<UnitShown> bases) {

    /// A team that stands on the day.
    ///
    /// @param base where it works on the day
    /// @param formerly the teams that have become part of it
    record Team(
            UUID id, String name, LocalDate from, Optional<LocalDate> to, Optional<UUID> base, List<Former> formerly) {}

    record Former(UUID id, String name, LocalDate from, Optional<LocalDate> to) {}

    static StructureShown of(Structure structure, LocalDate on, Locale language) {
        return new StructureShown(
                on,
                structure.teams().stream()
                        .filter(team -> team.stands(on))
                        .map(team -> team(structure, team, on, language))
                        .toList(),
                structure.bases().stream()
                        .filter(base -> base.stands(on))
                        .map(base -> UnitShown.of(base, language))
                        .toList());
    }

    private static Team team(Structure structure, Unit team, LocalDate on, Locale language) {
        List<Former> formerly = structure.leadingTo(team.id(), on).stream()
                .filter(id -> !id.equals(team.id()))
                .flatMap(id -> structure.team(id).stream())
                .map(former -> new Former(former.id(), former.name().in(language), former.from(), former.to()))
                .toList();
        return new Team(
                team.id(),
                team.name().in(language),
                team.from(),
                team.to(),
                structure.baseOn(team, on).map(Unit::id),
                formerly);
    }
}
