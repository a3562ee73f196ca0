package refocus.cases.deadlines;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import refocus.cases.deadline.Deadline;
import refocus.cases.deadline.DeadlineCommand;
import refocus.cases.deadline.DeadlineCommand.MeetDeadline;
import refocus.cases.deadline.DeadlineCommand.SetDeadline;
import refocus.cases.deadline.DeadlineEvent;
import refocus.cases.deadlines.DeadlineRules.Rule;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.calendar.Wales;
import refocus.eventsourcing.calendar.WorkingDays;
import refocus.eventsourcing.log.Desk;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;

/// When a decision that must be ratified is taken, its deadline begins; when it is reviewed, that is met.
@Singleton
public class WhenDecisionMoves implements Reaction<DecisionEvent> {

    private static final EventTypes<DecisionEvent> EVENTS = EventTypes.of(DecisionEvent.class);

    private final Desk<DeadlineCommand, DeadlineEvent, Deadline> desk;
    private final DeadlineRules rules;
    private final WorkingDays days;

    WhenDecisionMoves(Desks desks, DeadlineRules rules, WorkingDays days) {
        this.desk = desks.of(Deadline.TYPE);
        this.rules = rules;
        this.days = days;
    }

    @Override
    public String name() {
        return "when_decision_moves";
    }

    @Override
    public Projection.Feed<DecisionEvent> feed() {
        return new Projection.Feed.OwnLog<>(EVENTS, Set.of("decision"));
    }

    @Override
    public Uni<?> react(Recorded<DecisionEvent> recorded) {
        return switch (recorded.event()) {
            case DecisionTaken taken ->
                sendAll(
                        recorded,
                        rules.setOffBy(type(recorded), taken.takenOn())
                                .filter(rule -> rule.isForDecisions(taken.kind()))
                                .toList(),
                        Rule::rule,
                        rule -> setting(recorded, taken, rule));
            // Where none was set for the decision there is nothing to meet, and the deadline says so itself.
            case DecisionReviewed reviewed ->
                sendAll(
                        recorded,
                        rules.metBy(type(recorded)).toList(),
                        rule -> rule,
                        _ -> new MeetDeadline(
                                reviewed.reviewedOn(), Wales.dayOf(recorded.recordedAt()), recorded.id()));
            case DecisionProposed _,
                    DecisionSupported _,
                    DecisionReferredUp _,
                    DecisionReturnedDown _,
                    DecisionOverturned _ -> Uni.createFrom().voidItem();
        };
    }

    private SetDeadline setting(Recorded<?> recorded, DecisionTaken taken, Rule rule) {
        return new SetDeadline(
                rule.rule(),
                rule.version(),
                taken.referral(),
                taken.caseId(),
                taken.children(),
                recorded.id(),
                taken.takenOn(),
                days.after(taken.takenOn(), rule.workingDays()),
                rule.calendar());
    }

    private <R> Uni<?> sendAll(
            Recorded<DecisionEvent> recorded,
            List<R> due,
            Function<R, String> name,
            Function<R, DeadlineCommand> command) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(rule -> desk.handle(
                        Deadline.of(recorded.stream().id(), name.apply(rule)).id(),
                        command.apply(rule),
                        because(recorded, name.apply(rule))))
                .collect()
                .asList();
    }

    private static String type(Recorded<DecisionEvent> recorded) {
        return EVENTS.of(recorded.event()).name();
    }
}
