package refocus.cases.chronology;

import static refocus.cases.chronology.ChronologyEntry.Significance.MEDIUM;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.childcase.CaseEvent.Attendance;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Change;

/// A session in the stories of the children who were there: each with their own words, the summary in the story of
/// the child whose case it is.
final class DirectWorkLines {

    private DirectWorkLines() {}

    static List<Change> of(Line line, DirectWorkHeld held) {
        Stream<Change> own = line.about(held.child(), MEDIUM)
                .coded(held.mode())
                .saying(Optional.of(held.summary()))
                .inChildsView(held.childView().or(() -> ownWords(held)))
                .outside(held.outsideRule())
                .inserts();
        return Stream.concat(
                        own,
                        siblings(held)
                                .flatMap(there -> line.about(there.child(), MEDIUM)
                                        .coded(held.mode())
                                        .inChildsView(there.childView())
                                        .outside(held.outsideRule())
                                        .inserts()))
                .toList();
    }

    private static Optional<Sealed> ownWords(DirectWorkHeld held) {
        return there(held, held.child()).findFirst().flatMap(Attendance::childView);
    }

    private static Stream<Attendance> siblings(DirectWorkHeld held) {
        return held.children().stream().filter(there -> !there.child().equals(held.child()));
    }

    private static Stream<Attendance> there(DirectWorkHeld held, UUID child) {
        return held.children().stream().filter(there -> there.child().equals(child));
    }
}
