package refocus.cases.access.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import refocus.cases.access.Basis;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.http.Replies;
import refocus.eventsourcing.personal.SubjectKeys;

/// Shows who may see a child's record, or one part of that.
@Singleton
class ShownAccess {

    private final AccessDesk desk;
    private final Access access;
    private final SubjectKeys keys;

    ShownAccess(AccessDesk desk, Access access, SubjectKeys keys) {
        this.desk = desk;
        this.access = access;
        this.keys = keys;
    }

    <T> Uni<RestResponse<T>> read(UUID child, String what, Caller caller, Function<AccessShown, T> part) {
        return desk.mustBeOnRecord(child)
                .chain(() -> Access.isKeeper(caller)
                        ? access.readAs(Basis.AUDIT, child, what, caller)
                        : access.read(child, what, caller, Purpose.NONE))
                .chain(() -> desk.current(child))
                .map(found -> found.orElseThrow(() -> new Unknown("child-access")))
                .flatMap(current -> keys.opener(Set.of(child))
                        .map(opener -> Replies.state(current, part.apply(AccessShown.of(current.state(), opener)))));
    }
}
