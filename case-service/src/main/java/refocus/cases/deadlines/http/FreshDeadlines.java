package refocus.cases.deadlines.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import refocus.cases.CaseStreams;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineCommand;
import refocus.cases.deadline.DeadlineEvent;
import refocus.cases.deadlines.DeadlineRules;
import refocus.cases.deadlines.DeadlinesProjection;
import refocus.cases.deadlines.WhenReferralMoves;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.http.ConsistencyToken;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Views;

/// Lets a reader who has just sent a referral see the deadlines that follow from it.
@Singleton
class FreshDeadlines {

    private final Views views;
    private final Desk<DeadlineCommand, DeadlineEvent, Deadline> desk;
    private final DeadlineRules rules;
    private final WhenReferralMoves reaction;
    private final DeadlinesProjection deadlines;

    FreshDeadlines(
            Views views, Desks desks, DeadlineRules rules, WhenReferralMoves reaction, DeadlinesProjection deadlines) {
        this.views = views;
        this.desk = desks.of(Deadline.TYPE);
        this.rules = rules;
        this.reaction = reaction;
        this.deadlines = deadlines;
    }

    /// Waits for the reaction to the referral that the token names, and then for the view to show what it did.
    Uni<Void> after(Optional<ConsistencyToken> token) {
        return token.filter(named -> named.service().equals(CaseStreams.ALL.service()))
                .filter(named -> named.stream().category().equals("referral"))
                .map(named -> views.caughtUp(reaction.name(), named.stream(), named.version())
                        .chain(() -> shown(named.stream())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> shown(StreamId referral) {
        return Multi.createFrom()
                .items(rules.names())
                .onItem()
                .transformToUniAndConcatenate(rule -> caughtUp(Deadline.of(referral.id(), rule)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> caughtUp(StreamId deadline) {
        return desk.read(deadline.id())
                .chain(current -> views.caughtUp(deadlines.name(), deadline, current.version()))
                .onFailure(Unknown.class)
                .recoverWithNull();
    }
}
