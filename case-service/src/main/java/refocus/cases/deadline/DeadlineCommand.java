package refocus.cases.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a deadline; only reactions and the clock do.
public sealed interface DeadlineCommand {

    /// Begins to count, by a version of a rule.
    ///
    /// @param trigger the event that set it off
    record SetDeadline(
            String rule,
            int ruleVersion,
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            UUID trigger,
            LocalDate triggeredOn,
            LocalDate dueOn,
            String calendar)
            implements DeadlineCommand {}

    /// Says that what was due has been done.
    ///
    /// @param metOn when it was done
    /// @param recordedOn when we learned of it
    /// @param by the event that did it
    record MeetDeadline(LocalDate metOn, LocalDate recordedOn, UUID by) implements DeadlineCommand {}

    /// Says that the time is over.
    record MissDeadline(Instant now) implements DeadlineCommand {}
}
