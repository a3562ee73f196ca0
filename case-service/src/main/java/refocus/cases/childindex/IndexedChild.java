package refocus.cases.childindex;

import java.util.Optional;
import java.util.UUID;

/// A child by keyed hashes: nothing in it can be read.
public record IndexedChild(
        UUID child,
        String givenGrams,
        String givenSound,
        String familyGrams,
        String familySound,
        Optional<String> born,
        Optional<Integer> birthYear,
        Optional<String> nhsNumber,
        Optional<String> upn) {

    IndexedName given() {
        return new IndexedName(givenGrams, givenSound);
    }

    IndexedName family() {
        return new IndexedName(familyGrams, familySound);
    }

    IndexedChild givenName(IndexedName name) {
        return new IndexedChild(
                child, name.grams(), name.sound(), familyGrams, familySound, born, birthYear, nhsNumber, upn);
    }

    IndexedChild familyName(IndexedName name) {
        return new IndexedChild(
                child, givenGrams, givenSound, name.grams(), name.sound(), born, birthYear, nhsNumber, upn);
    }

    IndexedChild born(Optional<String> hash, Optional<Integer> year) {
        return new IndexedChild(child, givenGrams, givenSound, familyGrams, familySound, hash, year, nhsNumber, upn);
    }

    IndexedChild nhsNumber(Optional<String> hash) {
        return new IndexedChild(child, givenGrams, givenSound, familyGrams, familySound, born, birthYear, hash, upn);
    }

    IndexedChild upn(Optional<String> hash) {
        return new IndexedChild(
                child, givenGrams, givenSound, familyGrams, familySound, born, birthYear, nhsNumber, hash);
    }
}
