package refocus.cases.child.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.personal.SubjectKeys;

/// Whether the children that a request names have a record, as far as its caller may know, and one that may still be
/// added to.
@Singleton
public class KnownChildren {

    private final Desk<ChildCommand, ChildEvent, Child> desk;
    private final Access access;
    private final SubjectKeys keys;

    KnownChildren(Desks desks, Access access, SubjectKeys keys) {
        this.desk = desks.of(Child.TYPE);
        this.access = access;
        this.keys = keys;
    }

    /// Fails with [Impossible] at the first that has none, with [Refused] at one that is erased.
    public Uni<Void> mustBeKnown(String field, List<UUID> children, Caller caller) {
        if (children.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .range(0, children.size())
                .onItem()
                .transformToUniAndConcatenate(
                        place -> mustBeKnown("%s[%d]".formatted(field, place), children.get(place), caller))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    public Uni<Void> mustBeKnown(String field, UUID child, Caller caller) {
        return desk.read(child)
                .chain(() -> access.use(child, "child", caller))
                .onFailure(Unknown.class)
                .transform(_ -> new Impossible(field, "unknown-child"))
                .chain(() -> keys.isErased(child))
                .invoke(erased -> {
                    if (erased) {
                        throw new Refused("erased");
                    }
                })
                .replaceWithVoid();
    }
}
