package refocus.staff.recordkeeping.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.personal.Opener;
import refocus.staff.recordkeeping.RecordKeeping;
import refocus.staff.recordkeeping.RecordKeeping.Hold;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldLifted;

/// A hold as its reader sees it.
record HoldShown(
        UUID id,
        String reason,
        String label,
        Optional<String> reference,
        LocalDate placedOn,
        Optional<LocalDate> liftedOn) {

    static List<HoldShown> all(RecordKeeping state, Opener opener, CodeSets codes, Caller caller) {
        return RecordKeeping.holds(state).stream()
                .map(hold -> of(hold, opener, codes, caller))
                .toList();
    }

    private static HoldShown of(Hold hold, Opener opener, CodeSets codes, Caller caller) {
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
