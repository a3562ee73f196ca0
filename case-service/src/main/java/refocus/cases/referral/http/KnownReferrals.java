package refocus.cases.referral.http;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralEvent;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;

/// Whether a referral that a request names has come in, and about whom.
@Singleton
public class KnownReferrals {

    private final Desk<ReferralCommand, ReferralEvent, Referral> desk;

    KnownReferrals(Desks desks) {
        this.desk = desks.of(Referral.TYPE);
    }

    /// Fails with [Impossible] where it is not known, or is about other children.
    public Uni<Void> mustBeAbout(String field, Optional<UUID> referral, UUID child) {
        return referral.map(id -> desk.read(id)
                        .onFailure(Unknown.class)
                        .transform(_ -> new Impossible(field, "unknown-referral"))
                        .invoke(current -> mustName(field, Referral.childrenOf(current.state()), child))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static void mustName(String field, List<UUID> children, UUID child) {
        if (!children.contains(child)) {
            throw new Impossible(field, "referral-of-others");
        }
    }
}
