package refocus.reporting.referrals;

import java.time.LocalDate;
import java.util.List;
import refocus.reporting.figures.Percentage;
import refocus.reporting.figures.Row;

/// How referrals due in some days fared.
///
/// @param due all of them, triaged or not
/// @param decided triaged, whenever
/// @param inTime triaged by their due day
record Triage(long due, long decided, long inTime) {

    private static final Triage NONE = new Triage(0, 0, 0);

    /// Those due on one day, or in the month that begins on it.
    record From(LocalDate day, Long due, Long decided, Long inTime) {

        Triage triage() {
            return new Triage(due, decided, inTime);
        }
    }

    static Triage sum(List<Triage> some) {
        return some.stream().reduce(NONE, Triage::plus);
    }

    private Triage plus(Triage other) {
        return new Triage(due + other.due, decided + other.decided, inTime + other.inTime);
    }

    Row row(String key) {
        return Row.of(key)
                .with("numerator", inTime)
                .with("denominator", due)
                .with("value", Percentage.of(inTime, due))
                .with("undecided", due - decided);
    }
}
