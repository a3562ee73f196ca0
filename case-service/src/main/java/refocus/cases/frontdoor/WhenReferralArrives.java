package refocus.cases.frontdoor;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import refocus.cases.referral.Referral;
import refocus.cases.referral.ReferralCommand;
import refocus.cases.referral.ReferralCommand.LinkToEarlier;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.NotYet;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Views;
import refocus.eventsourcing.reaction.Reaction;

/// When a referral arrives, it is linked to those of the same children in the 365 days before it.
///
/// It looks once the view shows the referral itself, and both ways: of two that arrive at once, the one that the view
/// shows last sees the other, whichever is the earlier. The same goes for a report recorded late.
@Singleton
class WhenReferralArrives implements Reaction<ReferralEvent> {

    /// Another report about the same child.
    record Other(UUID child, LocalDate receivedOn, Instant receivedAt, UUID other, LocalDate otherOn, Instant otherAt) {

        boolean isEarlierThan(UUID referral) {
            int order = otherAt.compareTo(receivedAt);
            return order == 0 ? other.compareTo(referral) < 0 : order < 0;
        }
    }

    private static final int DAYS = 365;

    private static final String OTHERS = """
            select t.child, t.received_on, t.received_at,
                   other.referral as other, other.received_on as other_on, other.received_at as other_at
            from views.front_door_child t
            join views.front_door_child other
              on other.child = t.child and other.referral <> t.referral
             and other.received_on between t.received_on - %1$d and t.received_on + %1$d
            where t.referral = $1
            order by other.received_at, other.referral, t.child""".formatted(DAYS);

    private final Desk<ReferralCommand, ReferralEvent, Referral> desk;
    private final Views views;
    private final FrontDoorProjection frontDoor;

    WhenReferralArrives(Desks desks, Views views, FrontDoorProjection frontDoor) {
        this.desk = desks.of(Referral.TYPE);
        this.views = views;
        this.frontDoor = frontDoor;
    }

    @Override
    public String name() {
        return "when_referral_arrives";
    }

    @Override
    public Projection.Feed<ReferralEvent> feed() {
        return new Projection.Feed.OwnLog<>(EventTypes.of(ReferralEvent.class), Set.of("referral"));
    }

    @Override
    public Uni<?> react(Recorded<ReferralEvent> recorded) {
        return switch (recorded.event()) {
            case ReferralReceived _ ->
                views.caughtUp(frontDoor.name(), recorded.stream(), recorded.version())
                        // What the view cannot take in, it will not show by waiting.
                        .onFailure(failure -> failure instanceof NotYet notYet && notYet.parked())
                        .recoverWithNull()
                        .chain(() -> views.query(
                                OTHERS, Other.class, recorded.stream().id()))
                        .flatMap(others -> linkAll(recorded, others));
            case ReferralAcknowledged _, ReferralTriaged _, ReferralLinkedToEarlier _ ->
                Uni.createFrom().voidItem();
        };
    }

    private Uni<?> linkAll(Recorded<ReferralEvent> recorded, List<Other> found) {
        Map<UUID, List<Other>> byReferral =
                found.stream().collect(Collectors.groupingBy(Other::other, LinkedHashMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(byReferral.values())
                .onItem()
                .transformToUniAndConcatenate(same -> link(recorded, same))
                .collect()
                .asList();
    }

    /// @param same the other referral, once for each child who is in both
    private Uni<?> link(Recorded<ReferralEvent> recorded, List<Other> same) {
        UUID arrived = recorded.stream().id();
        Other other = same.getFirst();
        List<UUID> children = same.stream().map(Other::child).toList();
        var asking = because(recorded, other.other().toString());
        return other.isEarlierThan(arrived)
                ? desk.handle(arrived, new LinkToEarlier(other.other(), children, other.otherOn()), asking)
                : desk.handle(other.other(), new LinkToEarlier(arrived, children, other.receivedOn()), asking);
    }
}
