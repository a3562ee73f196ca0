package refocus.staff.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import refocus.staff.worker.Worker;
import refocus.staff.worker.Worker.Gone;
import refocus.staff.worker.Worker.InPost;
import refocus.staff.worker.Worker.NotJoined;

/// For how long a member of staff's record is kept, as data: `retention/staff.json`, every version.
public final class StaffRule {

    /// @param from the first day it is in force, until a later version is
    /// @param years after the last day
    /// @param checked what of the source was read by whoever wrote the rule down, and what was not
    record Version(int version, LocalDate from, int years, String source, String checked) {}

    record RuleFile(List<Version> versions) {}

    private static final List<Version> VERSIONS = read();

    private StaffRule() {}

    static List<Version> versions() {
        return VERSIONS;
    }

    /// The day that ends it, by the rule in force today; of one who works here today, nothing: no end is known.
    public static Optional<LocalDate> keptUntil(Worker worker, LocalDate today) {
        return switch (worker) {
            case NotJoined _, InPost _ -> Optional.empty();
            case Gone gone ->
                Optional.of(gone.lastDay()).filter(today::isAfter).map(lastDay -> lastDay.plusYears(years(today)));
        };
    }

    private static int years(LocalDate today) {
        return VERSIONS.stream()
                .filter(version -> !version.from().isAfter(today))
                .max(Comparator.comparing(Version::from))
                .orElseThrow()
                .years();
    }

    private static List<Version> read() {
        try (InputStream file = StaffRule.class.getResourceAsStream("/retention/staff.json")) {
            return new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file), RuleFile.class)
                    .versions();
        } catch (IOException e) {
            throw new UncheckedIOException("retention/staff.json", e);
        }
    }
}
