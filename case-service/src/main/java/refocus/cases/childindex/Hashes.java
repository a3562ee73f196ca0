package refocus.cases.childindex;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.cases.child.NhsNumber;
import refocus.cases.child.Upn;
import refocus.eventsourcing.personal.KeyedHash;

/// Makes what stands in the index from what a person said.
@Singleton
class Hashes {

    private final KeyedHash hash;

    Hashes(KeyedHash hash) {
        this.hash = hash;
    }

    IndexedName name(Optional<String> name) {
        return name.map(text -> IndexedName.of(text, hash)).orElse(IndexedName.NONE);
    }

    String born(String date) {
        return hash.of("child born", date);
    }

    String nhsNumber(String digits) {
        return hash.of("child nhs number", digits);
    }

    String upn(String text) {
        return hash.of("child upn", text);
    }

    /// The child that a command would register, as the index would show it.
    IndexedChild of(RegisterChild asked) {
        return of(
                asked.child(),
                asked.givenName(),
                Optional.of(asked.familyName()),
                asked.dateOfBirth(),
                asked.nhsNumber(),
                asked.upn());
    }

    IndexedChild of(
            UUID child,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<OnDate> dateOfBirth,
            Optional<NhsNumber> nhsNumber,
            Optional<Upn> upn) {
        IndexedName given = name(givenName);
        IndexedName family = name(familyName);
        return new IndexedChild(
                child,
                given.grams(),
                given.sound(),
                family.grams(),
                family.sound(),
                dateOfBirth.map(born -> born(born.date().toString())),
                dateOfBirth.map(born -> born.date().getYear()),
                nhsNumber.map(number -> nhsNumber(number.digits())),
                upn.map(number -> upn(number.text())));
    }
}
