package refocus.cases.childcase;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.cases.childcase.CaseCommand.Present;
import refocus.cases.childcase.CaseCommand.RecordMissedDirectWork;
import refocus.cases.childcase.CaseCommand.Session;
import refocus.cases.childcase.CaseCommand.When;
import refocus.cases.childcase.CaseEvent.Attendance;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;

/// What a session told in clear becomes under seal.
final class DirectWork {

    private DirectWork() {}

    static DirectWorkHeld held(UUID child, Session session, When when, Optional<String> outsideRule) {
        return new DirectWorkHeld(
                child,
                session.workers(),
                when.on(),
                session.minutes(),
                session.mode(),
                session.seenAlone(),
                about(child, session.summary()),
                everyoneThere(child, session),
                session.place(),
                session.method(),
                session.resources(),
                about(child, session.childView()),
                about(child, session.whatChanged()),
                session.goalScores(),
                session.travelMinutes(),
                session.visitKind(),
                session.toldChildWhatHappensNext(),
                outsideRule);
    }

    static DirectWorkNotHeld notHeld(UUID child, RecordMissedDirectWork missed, Optional<String> outsideRule) {
        return new DirectWorkNotHeld(
                child, missed.workers(), missed.when().on(), missed.reason(), about(child, missed.note()), outsideRule);
    }

    /// The child of the case was seen, unless the list of those there says otherwise.
    private static List<Attendance> everyoneThere(UUID child, Session session) {
        boolean listed =
                session.children().stream().anyMatch(present -> present.child().equals(child));
        Stream<Present> own =
                listed ? Stream.of() : Stream.of(new Present(child, true, session.seenAlone(), Optional.empty()));
        return Stream.concat(own, session.children().stream())
                .map(present -> new Attendance(
                        present.child(),
                        present.seen(),
                        present.seenAlone(),
                        about(present.child(), present.childView())))
                .toList();
    }
}
