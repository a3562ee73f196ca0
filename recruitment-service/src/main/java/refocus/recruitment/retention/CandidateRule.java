package refocus.recruitment.retention;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// For how long a candidate nobody hired is kept, as data: `retention/candidates.json`, every version.
public final class CandidateRule {

    /// @param months after the end
    /// @param settlingDays after it was recorded: what is told late is not gone before somebody could look at it
    record Version(int version, LocalDate from, int months, int settlingDays, String source) {

        LocalDate keptUntil(LocalDate ended, LocalDate recordedOn) {
            LocalDate usual = ended.plusMonths(months);
            LocalDate settled = recordedOn.plusDays(settlingDays);
            return usual.isBefore(settled) ? settled : usual;
        }
    }

    record RuleFile(List<Version> versions) {}

    private static final List<Version> VERSIONS = read();

    private CandidateRule() {}

    /// The day that ends it, counted from one on which nothing ran any more.
    public static LocalDate keptUntil(LocalDate ended, LocalDate recordedOn) {
        return VERSIONS.stream()
                .filter(version -> !version.from().isAfter(ended))
                .max(Comparator.comparing(Version::from))
                .orElse(VERSIONS.getFirst())
                .keptUntil(ended, recordedOn);
    }

    private static List<Version> read() {
        try (InputStream file = CandidateRule.class.getResourceAsStream("/retention/candidates.json")) {
            return new ObjectMapper()
                    .registerModule(new Jdk8Module())
                    .registerModule(new JavaTimeModule())
                    .readValue(Objects.requireNonNull(file), RuleFile.class)
                    .versions();
        } catch (IOException e) {
            throw new UncheckedIOException("retention/candidates.json", e);
        }
    }
}
