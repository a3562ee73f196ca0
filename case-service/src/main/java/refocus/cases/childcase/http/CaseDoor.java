package refocus.cases.childcase.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.childcase.CaseCommand;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.ChildCase;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// The way to a case: whoever may not see the child finds none.
@Singleton
public class CaseDoor {

    private static final int MOST = 100_000;

    private final Desk<CaseCommand, CaseEvent, ChildCase> desk;
    private final Access access;

    /// A case is one child's for ever; the log need not be asked again.
    private final Cache<UUID, UUID> childOf =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CaseDoor(Desks desks, Access access) {
        this.desk = desks.of(ChildCase.TYPE);
        this.access = access;
    }

    /// For a read, which is on record then.
    public Uni<Current<ChildCase>> read(UUID id, String what, Caller caller, Purpose purpose) {
        return desk.read(id).call(current -> access.read(child(current.state()), what, caller, purpose));
    }

    /// For a change.
    ///
    /// @return the child whose case it is
    public Uni<UUID> use(UUID id, String what, Caller caller) {
        return child(id).call(child -> access.use(child, what, caller));
    }

    /// For those who keep restrictions: to give the case to a worker is to grant access, which they may do unseen.
    Uni<UUID> keep(UUID id, String what, Caller caller) {
        return child(id).call(child -> access.keep(child, what, caller));
    }

    private Uni<UUID> child(UUID id) {
        UUID known = childOf.getIfPresent(id);
        return known != null
                ? Uni.createFrom().item(known)
                : desk.read(id).map(current -> child(current.state())).invoke(child -> childOf.put(id, child));
    }

    private static UUID child(ChildCase state) {
        return switch (state) {
            case ChildCase.Unopened _ -> throw new Unknown("case");
            case ChildCase.Open(var file) -> file.child();
            case ChildCase.Closed closed -> closed.file().child();
        };
    }
}
