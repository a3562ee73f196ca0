package refocus.cases.rights;

import java.time.LocalDate;
import java.util.Optional;

/// One version of a right and the days it is in force, `validTo` not included.
public record RightEntry(
        String kind,
        String tier,
        Integer version,
        Integer lowestLevel,
        Optional<String> conditionsEn,
        Optional<String> conditionsCy,
        LocalDate validFrom,
        Optional<LocalDate> validTo) {

    RightEntry until(LocalDate day) {
        return new RightEntry(
                kind,
                tier,
                version,
                lowestLevel,
                conditionsEn,
                conditionsCy,
                validFrom,
                Optional.of(validTo.filter(day::isAfter).orElse(day)));
    }
}
