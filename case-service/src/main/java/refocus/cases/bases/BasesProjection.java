package refocus.cases.bases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessEvent;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessLifted;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.access.ChildAccessEvent.PossibleDuplicateRaised;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// Keeps a row for each child of whose access something was said, for each hold, each pass and each connection.
@Singleton
public class BasesProjection implements Projection<Object> {

    static final Table<GuardedChild> GUARDED = Table.of("bases_guarded", GuardedChild.class, "child");
    static final Table<HeldChild> HELD = Table.of("bases_held", HeldChild.class, "allocation");
    static final Table<Pass> PASSES = Table.of("bases_pass", Pass.class, "pass");
    static final Table<Connection> CONNECTIONS = Table.of("bases_connection", Connection.class, "connection");

    @Override
    public String name() {
        return "bases";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<Object> feed() {
        return new Feed.OwnLog<>(
                EventTypes.together(List.of(ChildAccessEvent.class, CaseEvent.class)),
                Set.of(ChildAccess.TYPE.category(), "case"));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(GUARDED, HELD, PASSES, CONNECTIONS);
    }

    @Override
    public List<Change> apply(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case ChildAccessEvent event -> ofAccess(recorded.stream().id(), event);
            case CaseEvent event -> ofCase(event);
            default -> throw new IllegalStateException("not of these streams: " + recorded.event());
        };
    }

    private static List<Change> ofAccess(UUID child, ChildAccessEvent event) {
        return switch (event) {
            case AccessRestricted _ -> List.of(GUARDED.insert(new GuardedChild(child, true)));
            case AccessLifted _ -> List.of(GUARDED.insert(new GuardedChild(child, false)));
            case AccessGranted granted ->
                List.of(
                        guarded(child),
                        PASSES.insert(new Pass(granted.grant(), child, granted.worker(), false, granted.until())));
            case AccessRevoked revoked -> List.of(PASSES.delete(revoked.grant()));
            case GlassBroken broken ->
                List.of(PASSES.insert(
                        new Pass(broken.glass(), child, broken.worker(), true, Optional.of(broken.until()))));
            case ConnectionDeclared declared ->
                List.of(
                        guarded(child),
                        CONNECTIONS.insert(new Connection(declared.connection(), child, declared.worker())));
            // What managers are told of changes nobody's basis.
            case GlassBreakReviewed _, ConnectedAccessAttempted _, PossibleDuplicateRaised _ -> Change.unchanged();
        };
    }

    /// From now on the child's stream is asked; whether it is restricted stays as it was.
    private static Change guarded(UUID child) {
        return GUARDED.change(known -> known.or(() -> Optional.of(new GuardedChild(child, false))), child);
    }

    private static List<Change> ofCase(CaseEvent event) {
        return switch (event) {
            case WorkerAllocated allocated ->
                List.of(HELD.insert(new HeldChild(
                        allocated.allocation(), allocated.child(), allocated.worker(), Optional.empty())));
            case AllocationEnded ended -> List.of(HELD.update(held -> held.ended(ended.to()), ended.allocation()));
            case CaseOpened _,
                    DirectWorkHeld _,
                    DirectWorkNotHeld _,
                    CaseNoteRecorded _,
                    CaseClosed _,
                    CaseReopened _ -> Change.unchanged();
        };
    }
}
