package refocus.recruitment.candidate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a candidate.
public sealed interface CandidateCommand {

    /// Makes a record of someone who wants to work here.
    ///
    /// @param candidate the record's own id: everything is sealed under its key
    record RegisterCandidate(
            UUID candidate,
            String name,
            String contact,
            Optional<String> language,
            List<Spell> history,
            LocalDate registeredOn)
            implements CandidateCommand {}

    /// Says what someone did in a time their history leaves out.
    record ExplainGap(UUID candidate, UUID gap, String explanation) implements CandidateCommand {}

    /// An occupation, still in clear.
    ///
    /// @param to the first day after it; absent where it goes on
    record Spell(String what, LocalDate from, Optional<LocalDate> to) {}
}
