package refocus.cases.child;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.ChildEvent.Language;
import refocus.cases.child.ChildEvent.Precision;

/// What may be asked about a child's record.
public sealed interface ChildCommand {

    /// Makes a record of a child, born or not.
    ///
    /// @param child the record's own id: the details are sealed under its key
    /// @param confirmedNotDuplicate children found alike, and known to the caller to be others
    /// @param today no child was born after it
    record RegisterChild(
            UUID child,
            Optional<String> givenName,
            String familyName,
            Optional<OnDate> dateOfBirth,
            Optional<OnDate> expectedDate,
            Optional<String> sex,
            Optional<String> ethnicity,
            Optional<NhsNumber> nhsNumber,
            Optional<Upn> upn,
            Optional<Language> language,
            List<String> otherLanguages,
            Optional<String> communicationNeeds,
            Optional<String> disability,
            Optional<String> address,
            Optional<String> area,
            List<UUID> confirmedNotDuplicate,
            LocalDate today)
            implements ChildCommand {}

    /// Puts one detail right.
    ///
    /// @param field the detail's name, as in `ChildRecordCreated`
    /// @param to the right value; a date as in 2015-06-02
    /// @param reason a code of `correction-reason`
    record CorrectDetails(UUID child, String field, String to, String reason, LocalDate effectiveFrom, LocalDate today)
            implements ChildCommand {}

    /// Records that the child has died.
    record RecordDeath(UUID child, LocalDate diedOn, LocalDate today) implements ChildCommand {}

    /// A date as well as it is known; where less than the day is known, the first of what is.
    record OnDate(LocalDate date, Precision precision) {}
}
