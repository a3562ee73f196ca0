package refocus.recruitment.candidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.recruitment.candidate.CandidateEvent.Looked;

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

    /// What may be asked about the keeping of the record.
    sealed interface KeepingCommand extends CandidateCommand {}

    /// Asks that nothing be erased while the hold lasts.
    record PlaceHold(UUID hold, UUID candidate, String reason, Optional<String> reference, LocalDate placedOn)
            implements KeepingCommand {}

    record LiftHold(UUID hold, String reason, LocalDate liftedOn) implements KeepingCommand {}

    /// Has everything about a candidate erased.
    ///
    /// @param standing of their applications
    /// @param destroyedFrom when nobody can have the key in hand any more
    record EraseCandidate(UUID erasure, String reason, Standing standing, LocalDate today, Instant destroyedFrom)
            implements KeepingCommand {}

    /// It is done and proven.
    ///
    /// @param referees who were erased too, for they were known only for the candidate's sake
    record RecordErased(UUID erasure, List<Looked> looked, List<UUID> referees, LocalDate erasedOn)
            implements KeepingCommand {}

    /// Where a candidate's applications stand.
    ///
    /// @param serviceHeld whether a hold on every record lasts
    /// @param keptUntil the day the last one has been kept for long enough
    record Standing(boolean serviceHeld, boolean running, boolean hired, LocalDate keptUntil) {}

    /// An occupation, still in clear.
    ///
    /// @param to the first day after it; absent where it goes on
    record Spell(String what, LocalDate from, Optional<LocalDate> to) {}
}
