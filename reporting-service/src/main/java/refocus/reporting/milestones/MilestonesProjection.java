package refocus.reporting.milestones;

import static refocus.reporting.milestones.Milestone.MILESTONES;

import jakarta.inject.Singleton;
import java.util.List;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;
import refocus.reporting.milestones.MilestoneMessage.MilestoneReached;

/// The milestones there are.
@Singleton
class MilestonesProjection implements Projection<MilestoneMessage> {

    @Override
    public String name() {
        return "milestones";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Feed<MilestoneMessage> feed() {
        return MilestoneMessage.feed();
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(MILESTONES);
    }

    @Override
    public List<Change> apply(Recorded<MilestoneMessage> recorded) {
        return switch (recorded.event()) {
            case MilestoneReached(var name, var date) ->
                List.of(MILESTONES.insert(new Milestone(recorded.stream().id(), name.en(), name.cy(), date)));
        };
    }
}
