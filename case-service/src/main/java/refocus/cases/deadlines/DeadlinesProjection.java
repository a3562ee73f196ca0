package refocus.cases.deadlines;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineEvent;
import refocus.cases.deadline.DeadlineEvent.DeadlineMet;
import refocus.cases.deadline.DeadlineEvent.DeadlineMissed;
import refocus.cases.deadline.DeadlineEvent.DeadlineSet;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each deadline, one more while it runs, and who holds the cases they belong to.
@Singleton
public class DeadlinesProjection implements Projection<Object> {

    public static final Table<DeadlineEntry> DEADLINES = Table.of("deadlines", DeadlineEntry.class, "deadline");
    static final Table<DueDeadline> DUE = Table.of("deadlines_due", DueDeadline.class, "streamId");
    static final Table<DeadlineCase> CASES = Table.of("deadlines_case", DeadlineCase.class, "caseId");
    static final Table<DeadlineHolder> HOLDERS = Table.of("deadlines_holder", DeadlineHolder.class, "allocation");

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(DeadlineEvent.class, CaseEvent.class)), Set.of("deadline", "case"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(DEADLINES, DUE, CASES, HOLDERS);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case DeadlineEvent event -> ofDeadline(recorded, event);
            case CaseEvent event -> ofCase(recorded.stream().id(), event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofDeadline(Recorded<?> recorded, DeadlineEvent event) {
        StreamId stream = recorded.stream();
        return switch (event) {
            case DeadlineSet set ->
                List.of(
                        DEADLINES.insert(entry(recorded, set)),
                        DUE.insert(new DueDeadline(stream.toString(), Deadline.dueAt(set.dueOn()))));
            case DeadlineMet met ->
                List.of(DEADLINES.update(entry -> entry.met(met), stream.id()), DUE.delete(stream.toString()));
            case DeadlineMissed _ ->
                List.of(DEADLINES.update(DeadlineEntry::missed, stream.id()), DUE.delete(stream.toString()));
        };
    }

    private static List<Change> ofCase(UUID id, CaseEvent event) {
        return switch (event) {
            case CaseOpened opened -> List.of(CASES.insert(new DeadlineCase(id, opened.referral())));
            case WorkerAllocated allocated ->
                List.of(HOLDERS.insert(new DeadlineHolder(
                        allocated.allocation(), id, allocated.worker(), allocated.from(), Optional.empty())));
            case AllocationEnded ended ->
                List.of(HOLDERS.update(holder -> holder.ended(ended.to()), ended.allocation()));
            case DirectWorkHeld _, DirectWorkNotHeld _, CaseNoteRecorded _, CaseClosed _, CaseReopened _ ->
                Change.unchanged();
        };
    }

    private static DeadlineEntry entry(Recorded<?> recorded, DeadlineSet set) {
        return new DeadlineEntry(
                recorded.stream().id(),
                set.rule(),
                set.ruleVersion(),
                set.referral(),
                set.caseId(),
                set.children().getFirst(),
                recorded.occurredAt(),
                set.triggeredOn(),
                set.dueOn(),
                DeadlineEntry.State.OPEN,
                Optional.empty(),
                false);
    }
}
