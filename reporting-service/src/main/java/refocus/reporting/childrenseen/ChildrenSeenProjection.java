package refocus.reporting.childrenseen;

import static refocus.eventsourcing.projection.Change.unchanged;
import static refocus.reporting.childrenseen.CaseFact.CASES;
import static refocus.reporting.childrenseen.HeldMonth.HELD;
import static refocus.reporting.childrenseen.SeenFact.FACTS;
import static refocus.reporting.childrenseen.SeenMonth.MONTHS;
import static refocus.reporting.childrenseen.UnbornFact.UNBORN;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.casework.CaseMessage;
import refocus.reporting.casework.CaseMessage.AboutAccess;
import refocus.reporting.casework.CaseMessage.AllocationEnded;
import refocus.reporting.casework.CaseMessage.Attendance;
import refocus.reporting.casework.CaseMessage.CaseClosed;
import refocus.reporting.casework.CaseMessage.CaseNoteRecorded;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.CaseReopened;
import refocus.reporting.casework.CaseMessage.ChildDetailsCorrected;
import refocus.reporting.casework.CaseMessage.ChildDied;
import refocus.reporting.casework.CaseMessage.ChildRecordCreated;
import refocus.reporting.casework.CaseMessage.DeadlineMet;
import refocus.reporting.casework.CaseMessage.DeadlineMissed;
import refocus.reporting.casework.CaseMessage.DeadlineSet;
import refocus.reporting.casework.CaseMessage.DecisionOverturned;
import refocus.reporting.casework.CaseMessage.DecisionProposed;
import refocus.reporting.casework.CaseMessage.DecisionReferredUp;
import refocus.reporting.casework.CaseMessage.DecisionReturnedDown;
import refocus.reporting.casework.CaseMessage.DecisionReviewed;
import refocus.reporting.casework.CaseMessage.DecisionRightRetired;
import refocus.reporting.casework.CaseMessage.DecisionRightSet;
import refocus.reporting.casework.CaseMessage.DecisionSupported;
import refocus.reporting.casework.CaseMessage.DecisionTaken;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.casework.CaseMessage.DirectWorkNotHeld;
import refocus.reporting.casework.CaseMessage.OfRecordKeeping;
import refocus.reporting.casework.CaseMessage.ReferralAcknowledged;
import refocus.reporting.casework.CaseMessage.ReferralLinkedToEarlier;
import refocus.reporting.casework.CaseMessage.ReferralReceived;
import refocus.reporting.casework.CaseMessage.ReferralTriaged;
import refocus.reporting.casework.CaseMessage.WorkTimeLogged;
import refocus.reporting.casework.CaseMessage.WorkerAllocated;

/// Which children were seen in person, and on which days they had a case open.
@Singleton
class ChildrenSeenProjection implements Projection<CaseMessage> {

    @Override
    public String name() {
        return "children_seen";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed("child", "case");
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, MONTHS, CASES, HELD, UNBORN);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        return switch (recorded.event()) {
            case ChildRecordCreated(var unborn) ->
                unborn
                        ? List.of(UNBORN.insert(new UnbornFact(recorded.stream().id(), recorded.recordedAt())))
                        : unchanged();
            case CaseOpened(var child, var openedOn) -> turned(recorded, child, openedOn, true);
            case CaseReopened(var child, var reopenedOn) -> turned(recorded, child, reopenedOn, true);
            case CaseClosed(var child, var closedOn) -> turned(recorded, child, closedOn, false);
            case DirectWorkHeld session -> seen(recorded, session);
            // Nobody was seen.
            case DirectWorkNotHeld _ -> unchanged();
            // Time with others, or without anyone, is not time with the child.
            case CaseNoteRecorded _, WorkTimeLogged _ -> unchanged();
            case ChildDetailsCorrected _, ChildDied _, AboutAccess _, WorkerAllocated _, AllocationEnded _ ->
                unchanged();
            case OfRecordKeeping _ -> unchanged();
            case ReferralReceived _, ReferralLinkedToEarlier _, ReferralAcknowledged _, ReferralTriaged _ ->
                unchanged();
            case DeadlineSet _, DeadlineMet _, DeadlineMissed _ -> unchanged();
            case DecisionProposed _,
                    DecisionSupported _,
                    DecisionReferredUp _,
                    DecisionReturnedDown _,
                    DecisionTaken _,
                    DecisionOverturned _,
                    DecisionReviewed _,
                    DecisionRightSet _,
                    DecisionRightRetired _ -> unchanged();
        };
    }

    private static List<Change> turned(Recorded<CaseMessage> recorded, UUID child, LocalDate day, boolean open) {
        return List.of(
                CASES.insert(new CaseFact(
                        recorded.id(),
                        recorded.stream().id(),
                        child,
                        type(recorded),
                        recorded.stream().toString(),
                        recorded.version(),
                        day,
                        open,
                        recorded.occurredAt(),
                        recorded.recordedAt())),
                HELD.add(open ? HeldMonth.opened(child, day) : HeldMonth.closed(child, day)));
    }

    /// A call or a video is direct work, and not being seen.
    private static List<Change> seen(Recorded<CaseMessage> recorded, DirectWorkHeld session) {
        if (!session.isInPerson()) {
            return unchanged();
        }
        return session.children().stream()
                .filter(Attendance::seen)
                .flatMap(child -> seen(recorded, session.heldOn(), child))
                .toList();
    }

    private static Stream<Change> seen(Recorded<CaseMessage> recorded, LocalDate day, Attendance attendance) {
        return Stream.of(
                FACTS.insert(new SeenFact(
                        recorded.id(),
                        attendance.child(),
                        type(recorded),
                        recorded.stream().toString(),
                        recorded.version(),
                        day,
                        attendance.seenAlone(),
                        recorded.occurredAt(),
                        recorded.recordedAt())),
                MONTHS.add(new SeenMonth(
                        attendance.child(), day.withDayOfMonth(1), 1L, attendance.seenAlone() ? 1L : 0L)));
    }

    private static String type(Recorded<CaseMessage> recorded) {
        return CaseMessage.TYPES.of(recorded.event()).name();
    }
}
