package refocus.cases.recordkeeping.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.recordkeeping.RecordKeeping;
import refocus.cases.recordkeeping.RecordKeeping.Erased;
import refocus.cases.recordkeeping.RecordKeeping.Erasing;
import refocus.cases.recordkeeping.RecordKeeping.Kept;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.erasure.Proof;
import refocus.eventsourcing.erasure.Proof.Look;
import refocus.eventsourcing.http.Caller;

/// An erasure and its proof.
///
/// @param keyDestroyedFrom when nobody can have the key in hand any more, while it waits for that
/// @param readable whether anything about the child can still be read
record ErasureShown(
        UUID id,
        Status status,
        Optional<Instant> keyDestroyedFrom,
        Optional<LocalDate> erasedOn,
        Instant checkedAt,
        boolean readable,
        List<PlaceShown> places) {

    enum Status {
        ORDERED,
        ERASED
    }

    /// A place that was looked at.
    ///
    /// @param found texts about the child that are there, or signs of them
    /// @param readable how many of them tell something
    /// @param how it was looked at
    record PlaceShown(String place, String label, long found, long readable, String how) {

        static PlaceShown of(Look look, CodeSets codes, Caller caller) {
            var language = caller.language().locale();
            String place = look.place().name();
            return new PlaceShown(
                    place,
                    codes.label("erasure-place", place, language),
                    look.found(),
                    look.readable(),
                    codes.label("erasure-check", place, language));
        }
    }

    static ErasureShown of(RecordKeeping state, Proof proof, CodeSets codes, Caller caller) {
        return switch (state) {
            case Kept _ -> throw new Unknown("erasure");
            case Erasing(var order) ->
                of(
                        order.erasure(),
                        Status.ORDERED,
                        Optional.of(order.destroyedFrom()),
                        Optional.empty(),
                        proof,
                        codes,
                        caller);
            case Erased(var done) ->
                of(done.erasure(), Status.ERASED, Optional.empty(), Optional.of(done.erasedOn()), proof, codes, caller);
        };
    }

    private static ErasureShown of(
            UUID id,
            Status status,
            Optional<Instant> from,
            Optional<LocalDate> erasedOn,
            Proof proof,
            CodeSets codes,
            Caller caller) {
        return new ErasureShown(
                id,
                status,
                from,
                erasedOn,
                proof.at(),
                !proof.isClean(),
                proof.looks().stream()
                        .map(look -> PlaceShown.of(look, codes, caller))
                        .toList());
    }
}
