package refocus.cases.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.personal.Sealed;

/// What has happened to one child's record.
///
/// Stored for ever: a record may gain an optional component, and is never renamed or removed.
public sealed interface ChildEvent {

    /// The details as first given.
    ///
    /// @param unborn whether the date is the expected one
    /// @param sex a code, as is the area
    @EventName("child-record-created")
    record ChildRecordCreated(
            Optional<Sealed> givenName,
            Sealed familyName,
            Optional<Sealed> dateOfBirth,
            Optional<Sealed> expectedDate,
            Precision precision,
            boolean unborn,
            Optional<Integer> birthYear,
            Optional<String> sex,
            Optional<Sealed> ethnicity,
            Optional<Sealed> nhsNumber,
            Optional<Sealed> upn,
            Optional<Language> language,
            List<String> otherLanguages,
            Optional<Sealed> communicationNeeds,
            Optional<Sealed> disability,
            Optional<Sealed> address,
            Optional<String> area,
            List<UUID> confirmedNotDuplicate)
            implements ChildEvent {}

    /// One detail was wrong, and this is the right one.
    ///
    /// @param to the right value of a sealed detail; of one in clear it is `code`
    /// @param birthYear set when the date of birth was corrected
    @EventName("child-details-corrected")
    record ChildDetailsCorrected(
            String field,
            Optional<Sealed> to,
            Optional<String> code,
            Optional<Integer> birthYear,
            String reason,
            LocalDate effectiveFrom)
            implements ChildEvent {}

    /// The child has died.
    @EventName("child-died")
    record ChildDied(Sealed diedOn) implements ChildEvent {}

    /// How well a date is known.
    enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /// The active offer of Welsh: what the child prefers, and when and by whom they were asked.
    record Language(
            Optional<String> preferred, List<String> speaks, Optional<LocalDate> offeredAt, Optional<UUID> offeredBy) {}
}
