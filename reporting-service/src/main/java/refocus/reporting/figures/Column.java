package refocus.reporting.figures;

import java.util.Optional;

/// One column of a report: its name on the wire, and what stands in it.
public record Column(String name, Measure measure) {

    public sealed interface Measure {}

    /// How many children, referrals: small ones can point at a person.
    ///
    /// @param of the column it is a part of, where the rest would be a count too
    /// @param adds whether the parts of a period add up to the whole; a count as on one day does not
    public record Count(Optional<String> of, boolean adds) implements Measure {}

    /// One of the counts that another falls into: each of its things is in exactly one of them.
    public record Band(String of) implements Measure {}

    /// How many of the staff said something: a few are held back from every reader.
    ///
    /// @param of the column it is a part of
    public record Voices(Optional<String> of) implements Measure {}

    /// How many of what points at nobody.
    public record Plain() implements Measure {}

    /// An amount drawn from a number of people or things: the days in the middle, parts of full time, points of
    /// workload. It may be below nothing.
    ///
    /// @param of the column that counts what it is drawn from: of a few it would tell of each
    public record Amount(Optional<String> of) implements Measure {}

    /// Time spent, in minutes of one worker.
    public record Minutes() implements Measure {}

    /// One column as a percentage of another, to one decimal.
    public record Share(String part, String whole) implements Measure {}

    /// How much of one column there is for each one of another, to one decimal.
    public record Ratio(String part, String whole) implements Measure {}

    /// A percentage whose parts are not columns.
    public record Rate() implements Measure {}

    public static Column count(String name) {
        return new Column(name, new Count(Optional.empty(), true));
    }

    public static Column count(String name, String of) {
        return new Column(name, new Count(Optional.of(of), true));
    }

    public static Column band(String name, String of) {
        return new Column(name, new Band(of));
    }

    /// A count as on the last day of a part.
    public static Column stock(String name) {
        return new Column(name, new Count(Optional.empty(), false));
    }

    public static Column stock(String name, String of) {
        return new Column(name, new Count(Optional.of(of), false));
    }

    public static Column voices(String name) {
        return new Column(name, new Voices(Optional.empty()));
    }

    public static Column voices(String name, String of) {
        return new Column(name, new Voices(Optional.of(of)));
    }

    public static Column plain(String name) {
        return new Column(name, new Plain());
    }

    public static Column amount(String name) {
        return new Column(name, new Amount(Optional.empty()));
    }

    public static Column amount(String name, String of) {
        return new Column(name, new Amount(Optional.of(of)));
    }

    public static Column minutes(String name) {
        return new Column(name, new Minutes());
    }

    public static Column share(String name, String part, String whole) {
        return new Column(name, new Share(part, whole));
    }

    public static Column ratio(String name, String part, String whole) {
        return new Column(name, new Ratio(part, whole));
    }

    public static Column rate(String name) {
        return new Column(name, new Rate());
    }
}
