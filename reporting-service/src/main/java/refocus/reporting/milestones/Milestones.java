package refocus.reporting.milestones;

import static refocus.reporting.milestones.Milestone.MILESTONES;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import refocus.eventsourcing.projection.Views;
import refocus.reporting.period.Period;

/// Which milestones were reached when.
@Singleton
public class Milestones {

    private final Views views;

    Milestones(Views views) {
        this.views = views;
    }

    /// Those of a period, in the order they were reached.
    public Uni<List<Milestone>> in(Period period) {
        return views.list(
                MILESTONES,
                "where t.reached_on >= $1 and t.reached_on < $2 order by t.reached_on, t.name_en",
                period.from(),
                period.to());
    }
}
