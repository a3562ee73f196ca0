package refocus.reporting.figures;

import java.util.Optional;

/// One column of a report: its name on the wire, and what stands in it.
public record Column(String name, Measure measure) {

    public sealed interface Measure {}

    /// How many children, referrals: small ones can point at a person.
    ///
    /// @param of the column it is a part of, where the rest would be a count too
    public record Count(Optional<String> of) implements Measure {}

    /// Time spent, in minutes of one worker.
    public record Minutes() implements Measure {}

    /// One column as a percentage of another, to one decimal.
    public record Share(String part, String whole) implements Measure {}

    /// A percentage whose parts are not columns.
    public record Rate() implements Measure {}

    public static Column count(String name) {
        return new Column(name, new Count(Optional.empty()));
    }

    public static Column count(String name, String of) {
        return new Column(name, new Count(Optional.of(of)));
    }

    public static Column minutes(String name) {
        return new Column(name, new Minutes());
    }

    public static Column share(String name, String part, String whole) {
        return new Column(name, new Share(part, whole));
    }

    public static Column rate(String name) {
        return new Column(name, new Rate());
    }
}
