package refocus.cases.recordkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.recordkeeping.RecordKeepingEvent.Looked;
import refocus.cases.recordkeeping.RecordKeepingEvent.Withheld;

/// What may be asked about the keeping of a record.
public sealed interface RecordKeepingCommand {

    /// Asks that nothing be erased while the hold lasts.
    ///
    /// @param subject whose key seals the reference: the child's, or the whole service's own
    record PlaceHold(
            UUID hold,
            UUID subject,
            boolean wholeService,
            String reason,
            Optional<String> reference,
            LocalDate placedOn)
            implements RecordKeepingCommand {}

    record LiftHold(UUID hold, String reason, LocalDate liftedOn) implements RecordKeepingCommand {}

    /// Asks that all that is known about a child be erased.
    ///
    /// @param wholeServiceHeld whether a hold on every record lasts
    /// @param keeping the rules of retention that run
    /// @param destroyedFrom when nobody can have the key in hand any more
    record OrderErasure(
            UUID erasure,
            UUID child,
            String reason,
            boolean wholeServiceHeld,
            List<KeptBy> keeping,
            LocalDate today,
            Instant destroyedFrom)
            implements RecordKeepingCommand {}

    /// Keeps for this child what was said of several, before another's key is destroyed.
    ///
    /// @param children whom it is about, but for the one to be erased
    record KeepSharedTexts(UUID child, UUID erased, List<UUID> children, List<Shared> texts, LocalDate on)
            implements RecordKeepingCommand {}

    /// It is done and proven.
    ///
    /// @param referrers who were erased with the child
    record RecordErased(UUID erasure, List<Looked> looked, List<UUID> referrers, LocalDate erasedOn)
            implements RecordKeepingCommand {}

    /// Says that the person, or someone for them, asked to see what is recorded.
    ///
    /// @param dueOn one month later, or the first working day after that
    record RequestAccess(UUID request, String by, LocalDate receivedOn, LocalDate dueOn)
            implements RecordKeepingCommand {}

    record AnswerAccess(
            UUID request,
            UUID child,
            String outcome,
            String seriousHarm,
            List<Withheld> withheld,
            Optional<String> ownVoice,
            LocalDate answeredOn)
            implements RecordKeepingCommand {}

    /// A text in clear, and where it stands sealed.
    record Shared(UUID event, String field, String text) {

        /// Never shows the text.
        @Override
        public String toString() {
            return "a text of " + event;
        }
    }

    /// A rule of retention that runs.
    ///
    /// @param until the day it ends; absent while what it is counted from has not happened
    record KeptBy(String rule, int version, Optional<LocalDate> until) {}
}
