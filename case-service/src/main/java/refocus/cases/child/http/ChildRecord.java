package refocus.cases.child.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.Child;
import refocus.cases.child.ChildEvent.Language;
import refocus.cases.child.ChildEvent.Precision;
import refocus.cases.child.Details;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;

/// A child's record as its reader sees it.
///
/// @param erased whether the child's key was destroyed: then only the coarse fields are left
record ChildRecord(
        UUID id,
        boolean erased,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<DateShown> dateOfBirth,
        Optional<DateShown> expectedDate,
        boolean unborn,
        Optional<LocalDate> diedOn,
        Optional<Integer> birthYear,
        Optional<String> sex,
        Optional<String> ethnicity,
        Optional<String> nhsNumber,
        Optional<String> upn,
        Optional<Language> language,
        List<String> otherLanguages,
        Optional<String> communicationNeeds,
        Optional<String> disability,
        Optional<String> address,
        Optional<String> area) {

    record DateShown(LocalDate date, Precision precision) {}

    static ChildRecord of(UUID id, Child state, Opener opener) {
        return switch (state) {
            case Child.Unrecorded _ -> throw new Unknown("child");
            case Child.OnRecord(Details details) -> of(id, details, opener);
        };
    }

    private static ChildRecord of(UUID id, Details details, Opener opener) {
        var texts = new Texts(details, opener);
        return new ChildRecord(
                id,
                texts.of("familyName").isEmpty(),
                texts.of("givenName"),
                texts.of("familyName"),
                texts.date("dateOfBirth"),
                texts.date("expectedDate"),
                details.unborn(),
                texts.of("diedOn").map(LocalDate::parse),
                details.birthYear(),
                details.code("sex"),
                texts.of("ethnicity"),
                texts.of("nhsNumber"),
                texts.of("upn"),
                details.language(),
                details.otherLanguages(),
                texts.of("communicationNeeds"),
                texts.of("disability"),
                texts.of("address"),
                details.code("area"));
    }

    private record Texts(Details details, Opener opener) {

        Optional<String> of(String field) {
            return opener.text(details.sealed(field));
        }

        Optional<DateShown> date(String field) {
            return of(field).map(text -> new DateShown(LocalDate.parse(text), details.precision()));
        }
    }
}
