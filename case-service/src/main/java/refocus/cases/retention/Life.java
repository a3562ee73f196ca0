package refocus.cases.retention;

import java.time.LocalDate;
import java.util.Optional;

/// From when to when a child lived, as far as it is known.
///
/// @param born or expected; as late as it may have been, where it is not known to the day
public record Life(LocalDate born, Optional<LocalDate> died) {

    private static final int CHILDHOOD = 18;

    boolean endedInChildhood() {
        return died.filter(day -> day.isBefore(born.plusYears(CHILDHOOD))).isPresent();
    }
}
