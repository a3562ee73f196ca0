package refocus.staff.structure.http;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.structure.Unit;

/// A team or base, standing or not, in the reader's language.
///
/// @param base where a team was formed to work
/// @param into what it became at its end
record UnitShown(
        UUID id, String name, LocalDate from, Optional<LocalDate> to, Optional<UUID> base, Optional<UUID> into) {

    static UnitShown of(Unit unit, Locale language) {
        return new UnitShown(unit.id(), unit.name().in(language), unit.from(), unit.to(), unit.base(), unit.into());
    }
}
