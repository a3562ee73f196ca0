package refocus.recruitment.candidate.http;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.personal.Opener;
import refocus.recruitment.candidate.Candidate;
import refocus.recruitment.candidate.CandidateEvent.CandidateHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHolds;

/// A legal hold as its reader sees it.
record HoldShown(UUID id, String reason, Optional<String> reference, LocalDate placedOn, Optional<LocalDate> liftedOn) {

    static HoldShown of(Candidate.Hold hold, Opener opener) {
        var placed = hold.placed();
        return new HoldShown(
                placed.hold(),
                placed.reason(),
                opener.text(placed.reference()),
                placed.placedOn(),
                hold.lifted().map(CandidateHoldLifted::liftedOn));
    }

    static HoldShown of(ServiceHolds.Hold hold, Opener opener) {
        var placed = hold.placed();
        return new HoldShown(
                placed.hold(),
                placed.reason(),
                opener.text(placed.reference()),
                placed.placedOn(),
                hold.lifted().map(ServiceHoldLifted::liftedOn));
    }
}
