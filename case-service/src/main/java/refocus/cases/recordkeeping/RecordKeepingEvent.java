package refocus.cases.recordkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Erases;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to the keeping of one record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface RecordKeepingEvent {

    /// Nothing may be erased while it lasts.
    ///
    /// @param wholeService whether every record is held, and not this one alone
    /// @param reason a code of `legal-hold-reason`
    /// @param reference of the court, the inquiry, the claim
    @EventName("legal-hold-placed")
    record LegalHoldPlaced(
            UUID hold, boolean wholeService, String reason, Optional<Sealed> reference, LocalDate placedOn)
            implements RecordKeepingEvent {}

    @EventName("legal-hold-lifted")
    record LegalHoldLifted(UUID hold, boolean wholeService, String reason, LocalDate liftedOn)
            implements RecordKeepingEvent {}

    /// Erasure was asked for, and something keeps the record.
    ///
    /// @param reason a code of `erasure-reason`
    @EventName("erasure-refused")
    record ErasureRefused(UUID erasure, String reason, List<Ground> grounds, LocalDate refusedOn)
            implements RecordKeepingEvent {}

    /// Nothing more is recorded about the child or read of them.
    ///
    /// @param destroyedFrom when nobody can have the key in hand any more
    @EventName("erasure-ordered")
    record ErasureOrdered(UUID erasure, String reason, LocalDate orderedOn, Instant destroyedFrom)
            implements RecordKeepingEvent {}

    /// The child's key is destroyed, and every place was looked at.
    ///
    /// @param referrers whose keys are destroyed too, for they were known only for the child's sake
    @Erases(also = "referrers")
    @EventName("personal-data-erased")
    record PersonalDataErased(UUID erasure, List<Looked> looked, List<UUID> referrers, LocalDate erasedOn)
            implements RecordKeepingEvent {}

    /// A child is to be erased, and what was said of several children stays readable for this one.
    ///
    /// @param erased the child under whose key it stood
    /// @param children whom it is about, but for the erased
    @EventName("shared-texts-kept")
    record SharedTextsKept(UUID erased, List<UUID> children, List<SharedText> texts, LocalDate keptOn)
            implements RecordKeepingEvent {}

    /// The person, or someone for them, asks to see what is recorded.
    ///
    /// @param by a code of `subject-access-by`
    /// @param dueOn one month later, or the first working day after that
    @EventName("subject-access-requested")
    record SubjectAccessRequested(UUID request, String by, LocalDate receivedOn, LocalDate dueOn)
            implements RecordKeepingEvent {}

    /// A records manager has decided what is given.
    ///
    /// @param outcome a code of `subject-access-outcome`
    /// @param seriousHarm a code of `serious-harm-test`
    /// @param withheld what was kept back in the end
    /// @param ownVoice what the person wishes to stand beside the record
    @EventName("subject-access-answered")
    record SubjectAccessAnswered(
            UUID request,
            String outcome,
            String seriousHarm,
            List<Withheld> withheld,
            Optional<Sealed> ownVoice,
            LocalDate answeredOn)
            implements RecordKeepingEvent {}

    /// What keeps a record.
    ///
    /// @param rule of retention, or `legal-hold`, `service-hold`, `subject-access`
    /// @param until the day the rule ends, of one that is counted from the child's own dates: hence sealed
    /// @param untilYear the year of it, for figures; absent where no end is known
    record Ground(String rule, int version, Optional<Sealed> until, Optional<Integer> untilYear) {}

    /// A place that was looked at, and how many texts about the child were found there; none could be read.
    record Looked(String place, long found) {}

    /// What was said of several children, sealed again for one of them.
    ///
    /// @param event it stands in
    /// @param field where in it, as its seal says
    /// @param text the same, under the key of the one it is kept for
    record SharedText(UUID event, String field, Sealed text) {}

    /// What was kept back from the person, and why.
    ///
    /// @param entry the event it stands in
    /// @param reason a code of `withheld-reason`
    record Withheld(UUID entry, String field, String reason) {}
}
