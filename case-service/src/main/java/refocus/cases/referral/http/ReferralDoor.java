package refocus.cases.referral.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.cases.access.http.Access;
import refocus.cases.access.http.Purpose;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralEvent;
import refocus.eventsourcing.http.Caller;
import refocus.eventsourcing.log.Current;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// The way to a referral: whoever may see none of its children finds no referral, and of one that is about several
/// sees only what is about theirs.
@Singleton
public class ReferralDoor {

    /// A referral, and which of its children its reader may see.
    record Seen(Current<Referral> current, Set<UUID> children) {

        /// What was written about several children at once may tell of each of them.
        boolean isWhole() {
            return children.containsAll(Referral.childrenOf(current.state()));
        }
    }

    private final Desk<ReferralCommand, ReferralEvent, Referral> desk;
    private final Access access;

    ReferralDoor(Desks desks, Access access) {
        this.desk = desks.of(Referral.TYPE);
        this.access = access;
    }

    /// For a read, which is on record then.
    Uni<Seen> read(UUID id, String what, Caller caller, Purpose purpose) {
        return desk.read(id)
                .flatMap(current -> access.readAny(Referral.childrenOf(current.state()), what, caller, purpose)
                        .map(children -> new Seen(current, children)));
    }

    /// For a change.
    ///
    /// @return the children it is about
    public Uni<List<UUID>> use(UUID id, String what, Caller caller) {
        return desk.read(id)
                .map(current -> Referral.childrenOf(current.state()))
                .call(children -> access.useAny(children, what, caller));
    }

    /// Those of the referrals that are about a child whom the caller may see.
    Uni<List<UUID>> visible(List<UUID> referrals, Caller caller, Purpose purpose) {
        return Multi.createFrom()
                .iterable(referrals)
                .onItem()
                .transformToUniAndConcatenate(desk::read)
                .collect()
                .asList()
                .flatMap(found -> access.hidden(caller, purpose)
                        .map(hidden -> found.stream()
                                .filter(current -> !hidden.outOf(Referral.childrenOf(current.state()))
                                        .isEmpty())
                                .map(current -> current.stream().id())
                                .toList()));
    }
}
