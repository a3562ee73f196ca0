package refocus.cases.deadlines;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineCommand;
import refocus.cases.deadline.DeadlineCommand.MeetDeadline;
import refocus.cases.deadline.DeadlineCommand.SetDeadline;
import refocus.cases.deadline.DeadlineEvent;
import refocus.cases.deadlines.DeadlineRules.Rule;
import refocus.cases.referral.ReferralEvent;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.calendar.WorkingDays;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;

/// When a referral has come in, its deadlines begin; when it is triaged or acknowledged, they are met.
///
/// One reaction for both, so that a deadline is never met before it is set.
@Singleton
public class WhenReferralMoves implements Reaction<ReferralEvent> {

    private static final EventTypes<ReferralEvent> EVENTS = EventTypes.of(ReferralEvent.class);

    private final Desk<DeadlineCommand, DeadlineEvent, Deadline> desk;
    private final DeadlineRules rules;
    private final WorkingDays days;

    WhenReferralMoves(Desks desks, DeadlineRules rules, WorkingDays days) {
        this.desk = desks.of(Deadline.TYPE);
        this.rules = rules;
        this.days = days;
    }

    @Override
    public String name() {
        return "when_referral_moves";
    }

    @Override
    public Projection.Feed<ReferralEvent> feed() {
        return new Projection.Feed.OwnLog<>(EVENTS, Set.of("referral"));
    }

    @Override
    public Uni<?> react(Recorded<ReferralEvent> recorded) {
        return switch (recorded.event()) {
            case ReferralReceived received -> setAll(recorded, received);
            case ReferralAcknowledged acknowledged ->
                meetAll(recorded, new MeetDeadline(acknowledged.acknowledgedOn(), learned(recorded), recorded.id()));
            case ReferralTriaged triaged ->
                meetAll(recorded, new MeetDeadline(triaged.triagedOn(), learned(recorded), recorded.id()));
            case ReferralLinkedToEarlier _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<?> setAll(Recorded<ReferralEvent> recorded, ReferralReceived received) {
        List<Rule> due = rules.setOffBy(type(recorded), received.receivedOn()).toList();
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(rule -> send(recorded, rule.rule(), setting(recorded, received, rule)))
                .collect()
                .asList();
    }

    private SetDeadline setting(Recorded<?> recorded, ReferralReceived received, Rule rule) {
        return new SetDeadline(
                rule.rule(),
                rule.version(),
                Optional.of(recorded.stream().id()),
                Optional.empty(),
                received.children(),
                recorded.id(),
                received.receivedOn(),
                days.after(received.receivedOn(), rule.workingDays()),
                rule.calendar());
    }

    private Uni<?> meetAll(Recorded<ReferralEvent> recorded, MeetDeadline meeting) {
        return Multi.createFrom()
                .items(rules.metBy(type(recorded)))
                .onItem()
                .transformToUniAndConcatenate(rule -> send(recorded, rule, meeting))
                .collect()
                .asList();
    }

    private Uni<?> send(Recorded<ReferralEvent> recorded, String rule, DeadlineCommand command) {
        UUID deadline = Deadline.of(recorded.stream().id(), rule).id();
        return desk.handle(deadline, command, because(recorded, rule));
    }

    private static LocalDate learned(Recorded<?> recorded) {
        return Wales.dayOf(recorded.recordedAt());
    }

    private static String type(Recorded<ReferralEvent> recorded) {
        return EVENTS.of(recorded.event()).name();
    }
}
