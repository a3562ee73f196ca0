package refocus.staff.milestone;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.Bilingual;
import refocus.staff.milestone.MilestoneCommand.Reach;
import refocus.staff.milestone.MilestoneEvent.MilestoneReached;

class MilestoneTest {

    static final Bilingual ONE_BASE = new Bilingual("One base", "Un safle");
    static final LocalDate DAY = LocalDate.parse("2016-09-05");

    final DeciderSpec<MilestoneCommand, MilestoneEvent, Milestone> aMilestone =
            DeciderSpec.of(Milestone.TYPE.decider());

    @Test
    void it_is_reached_once() {
        aMilestone.when(new Reach(ONE_BASE, DAY, DAY)).then(new MilestoneReached(ONE_BASE, DAY));
        aMilestone
                .given(new MilestoneReached(ONE_BASE, DAY))
                .when(new Reach(ONE_BASE, DAY, DAY))
                .thenNothing();
    }

    @Test
    void it_is_not_reached_before_the_day() {
        aMilestone.when(new Reach(ONE_BASE, DAY, DAY.minusDays(1))).thenImpossible("date", "in-the-future");
    }
}
