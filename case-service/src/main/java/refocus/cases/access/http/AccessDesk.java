package refocus.cases.access.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.access.ChildAccess;
import refocus.cases.access.ChildAccessCommand;
import refocus.cases.access.ChildAccessCommand.Why;
import refocus.cases.access.ChildAccessEvent;
import refocus.cases.bases.BasesProjection;
import refocus.cases.child.Child;
import refocus.cases.child.ChildCommand;
import refocus.cases.child.ChildEvent;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.codes.CodeSets;
import refocus.eventsourcing.log.Asking;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.log.Done;
import refocus.eventsourcing.projection.NotYet;
import refocus.eventsourcing.projection.Views;

/// Where commands about access are handed in: for children on record only, and answered once they hold everywhere.
@Singleton
class AccessDesk {

    private static final String IN_OTHER_WORDS = "OTHER";

    private final Desk<ChildAccessCommand, ChildAccessEvent, ChildAccess> desk;
    private final Desk<ChildCommand, ChildEvent, Child> children;
    private final GuardedChildren guarded;
    private final BasesProjection bases;
    private final Views views;
    private final CodeSets codes;

    AccessDesk(Desks desks, GuardedChildren guarded, BasesProjection bases, Views views, CodeSets codes) {
        this.desk = desks.of(ChildAccess.TYPE);
        this.children = desks.of(Child.TYPE);
        this.guarded = guarded;
        this.bases = bases;
        this.views = views;
        this.codes = codes;
    }

    Uni<Void> mustBeOnRecord(UUID child) {
        return children.read(child).replaceWithVoid();
    }

    /// What was said of the access to the child, be it nothing.
    Uni<ChildAccess> of(UUID child) {
        return current(child).map(found -> found.map(Current::state).orElseGet(ChildAccess::untouched));
    }

    Uni<Optional<Current<ChildAccess>>> current(UUID child) {
        return desk.read(child).map(Optional::of).onFailure(Unknown.class).recoverWithItem(Optional::empty);
    }

    /// Once it is answered, reads of the record go by it at once. So do lists as soon as the view has it, which is
    /// waited for; and with it the view has every allocation that was recorded before.
    Uni<Done> handle(UUID child, ChildAccessCommand command, Asking asking) {
        return desk.handle(child, command, asking)
                .invoke(() -> guarded.add(child))
                .call(done -> views.caughtUp(bases.name(), done.stream(), done.version())
                        // It is recorded all the same, and what a list shows too much is taken out of it.
                        .onFailure(NotYet.class)
                        .recoverWithNull());
    }

    /// Nobody is kept from a child in need by a list of codes: a reason in other words is taken, sealed.
    Why why(String set, String reason, Optional<String> explanation) {
        if (codes.named(set).find(reason).isPresent()) {
            return new Why(codes.checked(set, "reason", reason), explanation);
        }
        return new Why(
                IN_OTHER_WORDS,
                Optional.of(explanation.map(more -> reason + "\n" + more).orElse(reason)));
    }
}
