package refocus.cases.retention;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import refocus.cases.child.ChildEvent;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.Attendance;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.recordkeeping.RecordKeepingEvent;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessRequested;
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

/// Keeps, for each child, what the rules of retention ask for and which streams tell of the child.
@Singleton
public class RetentionProjection implements Projection<Object> {

    public static final Table<RetentionFacts> FACTS = Table.of("retention_facts", RetentionFacts.class, "child");
    static final Table<ChildEntry> ENTRIES = Table.of("retention_entries", ChildEntry.class, "child", "stream");
    static final Table<KeptText> KEPT = Table.of("retention_kept_texts", KeptText.class, "event", "field");
    static final Table<ErasureDue> DUE = Table.of("retention_erasures", ErasureDue.class, "streamId");

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(
                        ChildEvent.class,
                        ReferralEvent.class,
                        CaseEvent.class,
                        DecisionEvent.class,
                        RecordKeepingEvent.class)),
                Set.of("child", "referral", "case", "decision", "record-keeping"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACTS, ENTRIES, KEPT, DUE);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case ChildEvent _ -> entered(recorded, List.of(recorded.stream().id()), facts -> facts);
            case ReferralEvent event -> ofReferral(recorded, event);
            case CaseEvent event -> ofCase(recorded, event);
            case DecisionEvent event -> entered(recorded, event.children(), facts -> facts);
            case RecordKeepingEvent event -> ofRecordKeeping(recorded, event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofReferral(Recorded<?> recorded, ReferralEvent event) {
        return switch (event) {
            case ReferralReceived received ->
                entered(recorded, received.children(), facts -> facts.referred(received.receivedOn()));
            case ReferralAcknowledged acknowledged -> entered(recorded, acknowledged.children(), facts -> facts);
            case ReferralTriaged triaged -> entered(recorded, triaged.children(), facts -> facts);
            case ReferralLinkedToEarlier link -> entered(recorded, link.children(), facts -> facts);
        };
    }

    private static List<Change> ofCase(Recorded<?> recorded, CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> entered(recorded, List.of(opened.child()), RetentionFacts::caseOpened);
            case CaseClosed closed ->
                entered(recorded, List.of(closed.child()), facts -> facts.caseClosed(closed.closedOn()));
            case CaseReopened reopened -> entered(recorded, List.of(reopened.child()), RetentionFacts::caseReopened);
            case DirectWorkHeld held ->
                entered(
                        recorded,
                        Stream.concat(
                                        Stream.of(held.child()),
                                        held.children().stream().map(Attendance::child))
                                .distinct()
                                .toList(),
                        facts -> facts);
            case DirectWorkNotHeld missed -> entered(recorded, List.of(missed.child()), facts -> facts);
            case CaseNoteRecorded note -> entered(recorded, List.of(note.child()), facts -> facts);
            case WorkerAllocated allocated -> entered(recorded, List.of(allocated.child()), facts -> facts);
            case AllocationEnded ended -> entered(recorded, List.of(ended.child()), facts -> facts);
        };
    }

    private static List<Change> ofRecordKeeping(Recorded<?> recorded, RecordKeepingEvent event) {
        String stream = recorded.stream().toString();
        return switch (event) {
            case ErasureOrdered ordered -> List.of(DUE.insert(new ErasureDue(stream, ordered.destroyedFrom())));
            case PersonalDataErased _ -> List.of(DUE.delete(stream));
            case SharedTextsKept shared ->
                shared.texts().stream()
                        .map(text ->
                                KEPT.insert(new KeptText(text.event(), text.field(), shared.erased(), text.text())))
                        .toList();
            case LegalHoldPlaced _,
                    LegalHoldLifted _,
                    ErasureRefused _,
                    SubjectAccessRequested _,
                    SubjectAccessAnswered _ -> Change.unchanged();
        };
    }

    private static List<Change> entered(
            Recorded<?> recorded, List<UUID> children, UnaryOperator<RetentionFacts> change) {
        return children.stream()
                .flatMap(child -> Stream.of(
                        ENTRIES.insert(new ChildEntry(child, recorded.stream().toString())),
                        FACTS.change(
                                known -> Optional.of(change.apply(known.orElse(RetentionFacts.of(child)))), child)))
                .toList();
    }
}
