package refocus.feedback.processchange;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.List;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.feedback.processchange.ProcessChangeCommand.JudgeChange;
import refocus.feedback.processchange.ProcessChangeCommand.TryChange;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeJudged;
import refocus.feedback.processchange.ProcessChangeEvent.ProcessChangeTried;
import refocus.feedback.processchange.ProcessChangeEvent.Verdict;

/// One change of how things are done, and every rule about trying and judging it.
public sealed interface ProcessChange {

    record Untried() implements ProcessChange {}

    record Tried(ProcessChangeTried change) implements ProcessChange {}

    record Judged(ProcessChangeTried change, ProcessChangeJudged judgement) implements ProcessChange {}

    StreamType<ProcessChangeCommand, ProcessChangeEvent, ProcessChange> TYPE = StreamType.of(
            "process-change",
            new Decider<>(new Untried(), ProcessChange::decide, ProcessChange::evolve),
            ProcessChangeEvent.class,
            ProcessChange.class);

    static List<ProcessChangeEvent> decide(ProcessChange state, ProcessChangeCommand command) {
        return switch (command) {
            case TryChange trying -> attempt(state, trying);
            case JudgeChange judging -> judge(state, judging);
        };
    }

    static ProcessChange evolve(ProcessChange state, ProcessChangeEvent event) {
        return switch (event) {
            case ProcessChangeTried tried -> new Tried(tried);
            case ProcessChangeJudged judged when state instanceof Tried(var change) -> new Judged(change, judged);
            case ProcessChangeJudged judged
            when state instanceof Judged(var change, var _) -> new Judged(change, judged);
            case ProcessChangeJudged _ ->
                throw new IllegalStateException("%s cannot follow %s".formatted(event, state));
        };
    }

    private static List<ProcessChangeEvent> attempt(ProcessChange state, TryChange asked) {
        return switch (state) {
            case Untried _ ->
                List.of(new ProcessChangeTried(
                        asked.worker(),
                        about(asked.worker(), asked.what()),
                        about(asked.worker(), asked.measure()),
                        asked.baseline(),
                        asked.judgeBy(),
                        asked.on()));
            // The id derives from the command, so this is the same command again.
            case Tried _, Judged _ -> List.of();
        };
    }

    private static List<ProcessChangeEvent> judge(ProcessChange state, JudgeChange asked) {
        return switch (state) {
            case Untried _ -> throw new Unknown("process-change");
            case Tried(var change) -> List.of(judged(change, asked));
            case Judged(var _, var before) when isSame(before, asked) -> List.of();
            // What was adapted is tried on, and judged again.
            case Judged(var change, var before)
            when before.verdict() == Verdict.ADAPT -> List.of(judged(change, asked));
            case Judged _ -> throw new Refused("change-judged");
        };
    }

    private static ProcessChangeJudged judged(ProcessChangeTried change, JudgeChange asked) {
        if (asked.on().isBefore(change.triedOn())) {
            throw new Impossible("occurredAt", "judged-before-tried");
        }
        return new ProcessChangeJudged(
                asked.worker(),
                asked.verdict(),
                asked.value(),
                asked.value().map(value -> value.subtract(change.baseline())),
                about(asked.worker(), asked.why()),
                asked.on());
    }

    private static boolean isSame(ProcessChangeJudged before, JudgeChange asked) {
        return before.verdict() == asked.verdict()
                && before.value().equals(asked.value())
                && before.judgedOn().equals(asked.on());
    }
}
