package refocus.reporting.directwork;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// Minutes of the workers and weeks that count, summed over some days.
///
/// @param direct with children
/// @param visit what of it was only a visit one must make
/// @param spent all of it, the direct included
/// @param covered what was spent by workers whose contract is known
/// @param contracted what those were contracted for, less absence
record Time(long direct, long visit, long spent, long covered, long contracted) {

    private static final Time NONE = new Time(0, 0, 0, 0, 0);

    /// Below this, what was not recorded could change the share beyond use.
    private static final BigDecimal LEAST_COVERAGE = BigDecimal.valueOf(60);

    /// The time from one day on, up to the next row of the answer.
    record From(LocalDate day, Long direct, Long visit, Long spent, Long covered, Long contracted) {

        Time time() {
            return new Time(direct, visit, spent, covered, contracted);
        }
    }

    static Time sum(List<Time> times) {
        return times.stream().reduce(NONE, Time::plus);
    }

    private Time plus(Time other) {
        return new Time(
                direct + other.direct,
                visit + other.visit,
                spent + other.spent,
                covered + other.covered,
                contracted + other.contracted);
    }

    /// Empty where no contract is known of anyone who counts.
    Optional<BigDecimal> coverage() {
        return Percentage.of(covered, contracted);
    }

    /// Shown where coverage is enough, and where nobody can tell.
    private Optional<BigDecimal> share(long part) {
        boolean tooThin =
                coverage().filter(c -> c.compareTo(LEAST_COVERAGE) < 0).isPresent();
        return tooThin ? Optional.empty() : Percentage.of(part, spent);
    }

    Row row(String key) {
        return Row.of(key)
                .with("numerator", direct)
                .with("denominator", spent)
                .with("value", share(direct))
                .with("coverage", coverage())
                .with("withoutVisits", direct - visit)
                .with("shareWithoutVisits", share(direct - visit));
    }
}
