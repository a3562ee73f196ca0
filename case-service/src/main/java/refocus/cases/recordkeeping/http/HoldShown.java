package refocus.cases.recordkeeping.http;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.recordkeeping.RecordKeeping.Hold;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.personal.Opener;

/// A hold as its reader sees it.
record HoldShown(
        UUID id,
        String reason,
        String label,
        Optional<String> reference,
        LocalDate placedOn,
        Optional<LocalDate> liftedOn) {

    static HoldShown of(Hold hold, Opener opener, CodeSets codes, Caller caller) {
        var placed = hold.placed();
        return new HoldShown(
                placed.hold(),
                placed.reason(),
                codes.label(
                        "legal-hold-reason", placed.reason(), caller.language().locale()),
                opener.text(placed.reference()),
                placed.placedOn(),
                hold.lifted().map(LegalHoldLifted::liftedOn));
    }
}
