package refocus.cases.child.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.cases.child.ChildEvent.Language;
import refocus.cases.child.ChildEvent.Precision;
import refocus.cases.child.NhsNumber;
import refocus.cases.child.Upn;
import refocus.eventsourcing.codes.CodeSets;

/// A child's details as a request brings them.
///
/// @param confirmedNotDuplicate candidates of an earlier refusal whom the caller knows to be other children
public record Registration(
        Optional<@Size(min = 1, max = 200) String> givenName,
        @NotBlank @Size(max = 200) String familyName,
        Optional<@Valid DateGiven> dateOfBirth,
        Optional<@Valid DateGiven> expectedDate,
        Optional<String> sex,
        Optional<String> ethnicity,
        Optional<@Size(max = 20) String> nhsNumber,
        Optional<@Size(max = 20) String> upn,
        Optional<@Valid LanguageGiven> language,
        Optional<List<@NotNull String>> otherLanguages,
        Optional<@Size(max = 2000) String> communicationNeeds,
        Optional<String> disability,
        Optional<@Size(max = 500) String> address,
        Optional<@Size(max = 20) String> area,
        Optional<List<@NotNull UUID>> confirmedNotDuplicate,
        Optional<Instant> occurredAt) {

    /// A date as well as it is known; to the day, unless it says otherwise.
    public record DateGiven(@NotNull LocalDate date, Optional<Precision> precision) {

        OnDate known() {
            return new OnDate(date, precision.orElse(Precision.DAY));
        }
    }

    /// What the active offer of Welsh came to.
    public record LanguageGiven(
            Optional<String> preferred,
            Optional<List<@NotNull String>> speaks,
            Optional<LocalDate> offeredAt,
            Optional<UUID> offeredBy) {

        Language known() {
            return new Language(preferred, speaks.orElse(List.of()), offeredAt, offeredBy);
        }
    }

    public Registration checked(CodeSets codes) {
        codes.check("sex", "sex", sex);
        codes.check("ethnicity", "ethnicity", ethnicity);
        codes.check("disability", "disability", disability);
        codes.check("language", "otherLanguages", otherLanguages.orElse(List.of()));
        language.ifPresent(given -> {
            codes.check("preferred-language", "language.preferred", given.preferred());
            codes.check("language", "language.speaks", given.speaks().orElse(List.of()));
        });
        return this;
    }

    public RegisterChild asked(UUID child, LocalDate today) {
        return new RegisterChild(
                child,
                givenName,
                familyName,
                dateOfBirth.map(DateGiven::known),
                expectedDate.map(DateGiven::known),
                sex,
                ethnicity,
                nhsNumber.map(NhsNumber::fromString),
                upn.map(Upn::fromString),
                language.map(LanguageGiven::known),
                otherLanguages.orElse(List.of()),
                communicationNeeds,
                disability,
                address,
                area,
                confirmedNotDuplicate.orElse(List.of()),
                today);
    }
}
