package refocus.cases.childcase;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What may be asked about a case.
public sealed interface CaseCommand {

    /// Begins work with one child.
    record OpenCase(UUID child, Optional<UUID> referral, LocalDate openedOn) implements CaseCommand {}

    /// Gives the case to a worker.
    ///
    /// @param points what it weighs in the worker's workload, where that is counted
    /// @param standing of the worker, as far as it has been heard of
    /// @param on the day it was decided
    record AllocateWorker(
            UUID allocation,
            UUID worker,
            Role role,
            LocalDate from,
            String reason,
            Optional<BigDecimal> points,
            Standing standing,
            LocalDate on)
            implements CaseCommand {}

    /// Whether a worker may be given cases.
    ///
    /// @param lastDay of their work here, where they leave or have left
    /// @param lapsedOn the first day without a registration, where it has lapsed
    record Standing(Optional<LocalDate> lastDay, Optional<LocalDate> lapsedOn) {

        /// Of a worker of whom nothing has been heard.
        public static Standing unknown() {
            return new Standing(Optional.empty(), Optional.empty());
        }

        boolean hasLeftBy(LocalDate day) {
            return lastDay.filter(last -> last.isBefore(day)).isPresent();
        }

        boolean hasLapsedBy(LocalDate day) {
            return lapsedOn.filter(lapsed -> !lapsed.isAfter(day)).isPresent();
        }
    }

    /// Takes the case from a worker: from `to` on, that day included, they no longer hold it.
    record EndAllocation(UUID allocation, LocalDate to, Optional<String> reason) implements CaseCommand {}

    /// Says that time was spent with the child.
    record RecordDirectWork(Session session, When when) implements CaseCommand {}

    /// Says that time with the child was planned and did not come about.
    record RecordMissedDirectWork(List<UUID> workers, String reason, Optional<String> note, When when)
            implements CaseCommand {}

    /// Says that there was work for the child with someone else.
    record RecordNote(
            List<UUID> workers,
            String with,
            Optional<String> mode,
            String summary,
            Optional<Integer> minutes,
            When when)
            implements CaseCommand {}

    /// Ends the work with the child.
    ///
    /// @param decision taken with it
    record CloseCase(
            String reason,
            Optional<String> outcome,
            Optional<String> childView,
            Optional<Boolean> childTold,
            UUID decision,
            When when)
            implements CaseCommand {}

    /// Takes the work up again.
    record ReopenCase(String reason, When when) implements CaseCommand {}

    /// When it happened: the moment, and the civil date it was in Wales.
    record When(Instant at, LocalDate on) {}

    /// As lead or beside the lead.
    enum Role {
        LEAD,
        CO
    }

    /// Time with a child as told, still in clear.
    ///
    /// @param children who was there, where it was not only the child of the case
    /// @param minutes of the session, travel apart
    record Session(
            List<UUID> workers,
            int minutes,
            String mode,
            boolean seenAlone,
            String summary,
            List<Present> children,
            Optional<String> place,
            Optional<String> method,
            List<UUID> resources,
            Optional<String> childView,
            Optional<String> whatChanged,
            List<GoalScore> goalScores,
            Optional<Integer> travelMinutes,
            Optional<String> visitKind,
            Optional<Boolean> toldChildWhatHappensNext) {}

    /// One child of a session, still in clear.
    record Present(UUID child, boolean seen, boolean seenAlone, Optional<String> childView) {}

    /// A score given in a session.
    ///
    /// @param score 0 to 10
    record GoalScore(UUID goal, int score, Optional<String> ratedBy) {}
}
