package refocus.cases.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import refocus.cases.deadline.DeadlineCommand.MeetDeadline;
import refocus.cases.deadline.DeadlineCommand.MissDeadline;
import refocus.cases.deadline.DeadlineCommand.SetDeadline;
import refocus.cases.deadline.DeadlineEvent.DeadlineMet;
import refocus.cases.deadline.DeadlineEvent.DeadlineMissed;
import refocus.cases.deadline.DeadlineEvent.DeadlineSet;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;

/// By when one thing must have been done, and whether it was.
public sealed interface Deadline {

    record Unset() implements Deadline {}

    record Running(DeadlineSet terms) implements Deadline {}

    record Missed(DeadlineSet terms) implements Deadline {}

    record Met(DeadlineSet terms) implements Deadline {}

    StreamType<DeadlineCommand, DeadlineEvent, Deadline> TYPE = StreamType.of(
            "deadline",
            new Decider<>(new Unset(), Deadline::decide, Deadline::evolve),
            DeadlineEvent.class,
            Deadline.class);

    /// One rule, once for one referral or case.
    static StreamId of(UUID referralOrCase, String rule) {
        return StreamId.of("deadline", referralOrCase, rule);
    }

    /// The due day counts: the time is over when it ends in Wales.
    static Instant dueAt(LocalDate dueOn) {
        return dueOn.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    }

    static List<DeadlineEvent> decide(Deadline state, DeadlineCommand command) {
        return switch (command) {
            case SetDeadline setting -> set(state, setting);
            case MeetDeadline meeting -> meet(state, meeting);
            case MissDeadline(var now) -> miss(state, now);
        };
    }

    static Deadline evolve(Deadline state, DeadlineEvent event) {
        return switch (event) {
            case DeadlineSet set -> new Running(set);
            case DeadlineMet _ when state instanceof Running(var terms) -> new Met(terms);
            case DeadlineMet _ when state instanceof Missed(var terms) -> new Met(terms);
            case DeadlineMissed _ when state instanceof Running(var terms) -> new Missed(terms);
            case DeadlineMet _, DeadlineMissed _ -> throw misplaced(state, event);
        };
    }

    private static List<DeadlineEvent> set(Deadline state, SetDeadline asked) {
        return switch (state) {
            case Unset _ ->
                List.of(new DeadlineSet(
                        asked.rule(),
                        asked.ruleVersion(),
                        asked.referral(),
                        asked.caseId(),
                        asked.children(),
                        asked.trigger(),
                        asked.triggeredOn(),
                        asked.dueOn(),
                        asked.calendar()));
            case Running _, Missed _, Met _ -> List.of();
        };
    }

    private static List<DeadlineEvent> meet(Deadline state, MeetDeadline asked) {
        return switch (state) {
            // No rule was in force when it was triggered, so there is nothing to meet.
            case Unset _ -> List.of();
            case Running(var terms) ->
                List.of(met(terms, asked, asked.recordedOn().isAfter(terms.dueOn())));
            case Missed(var terms) -> List.of(met(terms, asked, true));
            case Met _ -> List.of();
        };
    }

    private static DeadlineMet met(DeadlineSet terms, MeetDeadline asked, boolean recordedLate) {
        return new DeadlineMet(
                terms.rule(),
                terms.referral(),
                terms.caseId(),
                asked.metOn(),
                terms.dueOn(),
                !asked.metOn().isAfter(terms.dueOn()),
                recordedLate,
                asked.by());
    }

    private static List<DeadlineEvent> miss(Deadline state, Instant now) {
        return switch (state) {
            case Unset _ -> throw new Unknown("deadline");
            case Running(var terms) when now.isBefore(dueAt(terms.dueOn())) -> throw new Refused("deadline-not-due");
            case Running(var terms) ->
                List.of(new DeadlineMissed(
                        terms.rule(), terms.referral(), terms.caseId(), terms.dueOn(), dueAt(terms.dueOn())));
            case Missed _, Met _ -> List.of();
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static IllegalStateException misplaced(Deadline state, DeadlineEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
