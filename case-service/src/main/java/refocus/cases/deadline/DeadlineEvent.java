package refocus.cases.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;

/// What has happened to one deadline.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface DeadlineEvent {

    @EventName("deadline-set")
    record DeadlineSet(
            String rule,
            int ruleVersion,
            Optional<UUID> referral,
            Optional<UUID> caseId,
            List<UUID> children,
            UUID trigger,
            LocalDate triggeredOn,
            LocalDate dueOn,
            String calendar)
            implements DeadlineEvent {}

    /// What was due has been done.
    ///
    /// @param onTime whether it was done by the due day, whenever we learned of it
    /// @param recordedLate whether we learned of it after the due day
    @EventName("deadline-met")
    record DeadlineMet(
            String rule,
            Optional<UUID> referral,
            Optional<UUID> caseId,
            LocalDate metOn,
            LocalDate dueOn,
            boolean onTime,
            boolean recordedLate,
            UUID by)
            implements DeadlineEvent {}

    /// The time was over before anyone had said that it was done.
    ///
    /// @param dueAt the moment it was over, however late the clock looked
    @EventName("deadline-missed")
    record DeadlineMissed(String rule, Optional<UUID> referral, Optional<UUID> caseId, LocalDate dueOn, Instant dueAt)
            implements DeadlineEvent {}
}
