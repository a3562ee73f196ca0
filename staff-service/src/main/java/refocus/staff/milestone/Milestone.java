package refocus.staff.milestone;

import java.util.List;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.StreamType;
import refocus.staff.milestone.MilestoneCommand.Reach;
import refocus.staff.milestone.MilestoneEvent.MilestoneReached;

/// A day that annotates every trend.
public sealed interface Milestone {

    record NotReached() implements Milestone {}

    record Reached(MilestoneReached reached) implements Milestone {}

    StreamType<MilestoneCommand, MilestoneEvent, Milestone> TYPE = StreamType.of(
            "milestone",
            new Decider<>(new NotReached(), Milestone::decide, Milestone::evolve),
            MilestoneEvent.class,
            Milestone.class);

    static List<MilestoneEvent> decide(Milestone state, MilestoneCommand command) {
        return switch (command) {
            case Reach asked -> reach(state, asked);
        };
    }

    static Milestone evolve(Milestone state, MilestoneEvent event) {
        return switch (event) {
            case MilestoneReached reached -> new Reached(reached);
        };
    }

    private static List<MilestoneEvent> reach(Milestone state, Reach asked) {
        return switch (state) {
            case NotReached _ when asked.date().isAfter(asked.today()) -> throw new Impossible("date", "in-the-future");
            case NotReached _ -> List.of(new MilestoneReached(asked.name(), asked.date()));
            // The id derives from the command, so this is the same command again.
            case Reached _ -> List.of();
        };
    }
}
