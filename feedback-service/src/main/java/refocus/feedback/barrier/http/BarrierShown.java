package refocus.feedback.barrier.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Opener;
import refocus.feedback.barrier.Barrier;
import refocus.feedback.barrier.Barrier.Gone;
import refocus.feedback.barrier.Barrier.Open;
import refocus.feedback.barrier.Barrier.Paused;
import refocus.feedback.barrier.Barrier.Resolved;
import refocus.feedback.barrier.Barrier.Unraised;
import refocus.feedback.barrier.Barrier.Unresolved;
import refocus.feedback.barrier.BarrierFile;
import refocus.feedback.barrier.BarrierFile.Assignment;
import refocus.feedback.barrier.BarrierFile.Kind;

/// A barrier as its reader sees it; what is erased is left out, and who raised it is for the raiser and
/// managers.
record BarrierShown(
        UUID id,
        Status status,
        String department,
        Optional<String> what,
        Optional<String> effectOnChildren,
        Optional<Integer> hoursLostWeekly,
        Optional<UUID> raisedBy,
        boolean anonymous,
        LocalDate raisedOn,
        Optional<UUID> owner,
        Optional<LocalDate> dueOn,
        boolean accepted,
        int level,
        int supporters,
        Optional<LocalDate> pausedUntil,
        int confirmations,
        Optional<Boolean> feltHeard,
        List<Note> notes) {

    enum Status {
        OPEN,
        PAUSED,
        RESOLVED,
        CONFIRMED,
        CLOSED_UNRESOLVED
    }

    record Note(Kind kind, Optional<String> text) {}

    static BarrierShown of(UUID id, Barrier state, Opener opener, boolean named) {
        BarrierFile file = Barrier.file(state);
        return new BarrierShown(
                id,
                status(state),
                file.assignment()
                        .map(Assignment::department)
                        .orElse(file.raised().department()),
                opener.open(file.raised().what()).text(),
                opener.text(file.raised().effectOnChildren()),
                file.raised().hoursLostWeekly(),
                Optional.of(file.raised().raisedBy())
                        .filter(_ -> named && file.raised().receipt().isEmpty()),
                file.raised().receipt().isPresent(),
                file.raised().raisedOn(),
                file.assignment().map(Assignment::owner),
                file.assignment().map(Assignment::dueOn),
                file.assignment().filter(Assignment::accepted).isPresent(),
                file.level(),
                file.supporters().size(),
                state instanceof Paused paused ? Optional.of(paused.until()) : Optional.empty(),
                state instanceof Resolved resolved ? resolved.confirmedBy().size() : 0,
                state instanceof Gone gone ? Optional.of(gone.feltHeard()) : Optional.empty(),
                file.notes().stream()
                        .map(note ->
                                new Note(note.kind(), opener.open(note.text()).text()))
                        .toList());
    }

    private static Status status(Barrier state) {
        return switch (state) {
            case Unraised _ -> throw new Unknown("barrier");
            case Open _ -> Status.OPEN;
            case Paused _ -> Status.PAUSED;
            case Resolved _ -> Status.RESOLVED;
            case Gone _ -> Status.CONFIRMED;
            case Unresolved _ -> Status.CLOSED_UNRESOLVED;
        };
    }
}
