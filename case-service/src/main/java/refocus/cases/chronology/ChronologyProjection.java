package refocus.cases.chronology;

import static refocus.cases.chronology.ChronologyEntry.Significance.HIGH;
import static refocus.cases.chronology.ChronologyEntry.Significance.LOW;
import static refocus.cases.chronology.ChronologyEntry.Significance.MEDIUM;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import refocus.cases.child.ChildEvent;
import refocus.cases.child.ChildEvent.ChildDetailsCorrected;
import refocus.cases.child.ChildEvent.ChildDied;
import refocus.cases.child.ChildEvent.ChildRecordCreated;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Writes each child's story from the streams it is spread over. Everything said stays sealed.
@Singleton
public class ChronologyProjection implements Projection<Object> {

    public static final Table<ChronologyEntry> CHRONOLOGY =
            Table.of("chronology", ChronologyEntry.class, "event", "child");

    private static final EventTypes<Object> EVENTS =
            EventTypes.together(List.of(ChildEvent.class, ReferralEvent.class, CaseEvent.class, DecisionEvent.class));

    @Override
    public String name() {
        return "chronology";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(EVENTS, Set.of("child", "referral", "case", "decision"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CHRONOLOGY);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        var line = new Line(recorded, EVENTS.of(recorded.event()).name());
        return switch (recorded.event()) {
            case ChildEvent event -> ofChild(line, event);
            case ReferralEvent event -> ofReferral(line, event);
            case CaseEvent event -> ofCase(line, event);
            case DecisionEvent event -> DecisionLines.of(line, event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofChild(Line line, ChildEvent event) {
        var child = line.streamId();
        return switch (event) {
            case ChildRecordCreated _ -> line.about(child, LOW).inserted();
            case ChildDetailsCorrected corrected ->
                line.about(child, LOW)
                        .coded(corrected.field(), corrected.reason())
                        .inserted();
            case ChildDied _ -> line.about(child, HIGH).inserted();
        };
    }

    private static List<Change> ofReferral(Line line, ReferralEvent event) {
        return switch (event) {
            case ReferralReceived received ->
                line.about(received.children(), HIGH)
                        .coded(received.source())
                        .coded(received.reasons())
                        .saying(Optional.of(received.text()))
                        .inserted();
            case ReferralAcknowledged acknowledged ->
                line.about(acknowledged.children(), LOW).inserted();
            case ReferralTriaged triaged ->
                line.about(triaged.children(), HIGH)
                        .coded(triaged.nextActions())
                        .saying(Optional.of(triaged.rationale()))
                        .inserted();
            case ReferralLinkedToEarlier link ->
                line.about(link.children(), MEDIUM).inserted();
        };
    }

    private static List<Change> ofCase(Line line, CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> line.about(opened.child(), HIGH).inserted();
            case WorkerAllocated allocated ->
                line.about(allocated.child(), MEDIUM)
                        .coded(allocated.role().name(), allocated.reason())
                        .inserted();
            case AllocationEnded ended ->
                line.about(ended.child(), MEDIUM).coded(ended.role().name()).inserted();
            case DirectWorkHeld held -> DirectWorkLines.of(line, held);
            case DirectWorkNotHeld missed ->
                line.about(missed.child(), MEDIUM)
                        .coded(missed.reason())
                        .saying(missed.note())
                        .outside(missed.outsideRule())
                        .inserted();
            case CaseNoteRecorded note ->
                line.about(note.child(), LOW)
                        .coded(note.with())
                        .saying(Optional.of(note.summary()))
                        .outside(note.outsideRule())
                        .inserted();
            case CaseClosed closed ->
                line.about(closed.child(), HIGH)
                        .coded(closed.reason())
                        .saying(closed.outcome())
                        .inChildsView(closed.childView())
                        .inserted();
            case CaseReopened reopened ->
                line.about(reopened.child(), HIGH).coded(reopened.reason()).inserted();
        };
    }
}
