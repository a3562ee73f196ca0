package refocus.staff.recordkeeping.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.erasure.Proof.Look;
import refocus.eventsourcing.http.Caller;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;

/// An erasure and its proof, looked at as it is asked.
///
/// @param keyDestroyedFrom when nobody can have the key in hand any more, while it waits for that
/// @param readable whether anything about the worker can still be read
record ErasureShown(
        Optional<Instant> keyDestroyedFrom,
        Optional<LocalDate> erasedOn,
        Instant checkedAt,
        boolean readable,
        List<PlaceShown> places) {

    /// A place that was looked at.
    ///
    /// @param found texts about the worker that are there
    /// @param readable how many of them tell something
    record PlaceShown(String place, String label, long found, long readable) {

        static PlaceShown of(Look look, CodeSets codes, Caller caller) {
            String place = look.place().name();
            return new PlaceShown(
                    place,
                    codes.label("erasure-place", place, caller.language().locale()),
                    look.found(),
                    look.readable());
        }
    }

    static ErasureShown of(ErasureOrdered order, Proof proof, CodeSets codes, Caller caller) {
        return of(Optional.of(order.destroyedFrom()), Optional.empty(), proof, codes, caller);
    }

    static ErasureShown of(PersonalDataErased done, Proof proof, CodeSets codes, Caller caller) {
        return of(Optional.empty(), Optional.of(done.erasedOn()), proof, codes, caller);
    }

    private static ErasureShown of(
            Optional<Instant> from, Optional<LocalDate> erasedOn, Proof proof, CodeSets codes, Caller caller) {
        return new ErasureShown(
                from,
                erasedOn,
                proof.at(),
                !proof.isClean(),
                proof.looks().stream()
                        .map(look -> PlaceShown.of(look, codes, caller))
                        .toList());
    }
}
