package refocus.staff.structure.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.staff.structure.Structure;
import refocus.staff.structure.StructureCommand;
import refocus.staff.structure.StructureEvent;

/// The structure as others ask for it: empty until the first team or base.
@Singleton
public class KnownStructure {

    private final Desk<StructureCommand, StructureEvent, Structure> desk;

    KnownStructure(Desks desks) {
        this.desk = desks.of(Structure.TYPE);
    }

    public Uni<Structure> now() {
        return desk.read(Structure.ID)
                .map(Current::state)
                .onFailure(Unknown.class)
                .recoverWithItem(Structure.EMPTY);
    }

    /// Refuses a team or base that never was.
    public Uni<Void> mustHave(Optional<UUID> team, Optional<UUID> base) {
        if (team.isEmpty() && base.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return now().invoke(structure -> {
                    if (team.isPresent() && team.flatMap(structure::team).isEmpty()) {
                        throw new Impossible("team", "unknown-team");
                    }
                    if (base.isPresent() && base.flatMap(structure::base).isEmpty()) {
                        throw new Impossible("base", "unknown-base");
                    }
                })
                .replaceWithVoid();
    }
}
