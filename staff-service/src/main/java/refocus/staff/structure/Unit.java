package refocus.staff.structure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.staff.Bilingual;

/// A team or a base, from a day on and up to another, that one not included.
///
/// @param base where a team was formed to work; a base has none
/// @param into what it became at its end
public record Unit(
        UUID id, Bilingual name, Optional<UUID> base, LocalDate from, Optional<LocalDate> to, Optional<UUID> into) {

    static Unit begun(UUID id, Bilingual name, Optional<UUID> base, LocalDate from) {
        return new Unit(id, name, base, from, Optional.empty(), Optional.empty());
    }

    Unit ended(LocalDate on, Optional<UUID> became) {
        return new Unit(id, name, base, from, Optional.of(on), became);
    }

    public boolean stands(LocalDate day) {
        return !day.isBefore(from) && !hasEndedBy(day);
    }

    boolean hasEndedBy(LocalDate day) {
        return to.filter(end -> !day.isBefore(end)).isPresent();
    }

    boolean endedSo(LocalDate on, Optional<UUID> became) {
        return to.equals(Optional.of(on)) && into.equals(became);
    }
}
