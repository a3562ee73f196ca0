package refocus.staff.workload;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.staff.workload.CaseMessage.AllocationEnded;
import refocus.staff.workload.CaseMessage.WorkerAllocated;

/// Keeps a row for each hold of a worker on a case.
@Singleton
public class WorkloadProjection implements Projection<CaseMessage> {

    public static final Table<HeldCase> WORKLOAD = Table.of("workload", HeldCase.class, "allocation");

    @Override
    public String name() {
        return "workload";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<CaseMessage> feed() {
        return CaseMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(WORKLOAD);
    }

    @Override
    public List<Change> apply(Recorded<CaseMessage> recorded) {
        UUID caseId = recorded.stream().id();
        return switch (recorded.event()) {
            case WorkerAllocated allocated ->
                List.of(WORKLOAD.insert(new HeldCase(
                        allocated.allocation(),
                        caseId,
                        allocated.worker(),
                        allocated.role(),
                        allocated.from(),
                        Optional.empty(),
                        allocated.points())));
            case AllocationEnded(var allocation, var to) ->
                List.of(WORKLOAD.update(held -> held.ended(to), allocation));
        };
    }
}
