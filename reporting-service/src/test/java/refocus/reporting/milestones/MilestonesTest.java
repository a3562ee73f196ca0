package refocus.reporting.milestones;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.http.Language;
import refocus.eventsourcing.personal.EventJson;
import refocus.reporting.Story;
import refocus.reporting.milestones.MilestoneMessage.MilestoneReached;
import refocus.reporting.milestones.MilestoneMessage.Name;
import refocus.reporting.period.Period;

class MilestonesTest {

    private static final Path SAMPLES = Path.of("..", "staff-service", "src", "test", "resources", "events");

    @Test
    void those_of_a_period_come_in_the_order_they_were_reached() throws Exception {
        try (Story story = Story.projectedBy(new MilestonesProjection())) {
            story.tell("milestone", reached("one service", "un gwasanaeth", "2026-03-01"));
            story.tell("milestone", reached("one base", "un safle", "2026-01-01"));
            story.tell("milestone", reached("before", "cyn hynny", "2025-12-31"));
            story.tell("milestone", reached("after", "wedyn", "2026-04-01"));
            List<Milestone> found = new Milestones(story.views())
                    .in(new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-04-01")))
                    .await()
                    .indefinitely();
            assertThat(found)
                    .extracting(milestone -> milestone.name(Language.EN))
                    .containsExactly("one base", "one service");
            assertThat(found)
                    .extracting(milestone -> milestone.name(Language.CY))
                    .containsExactly("un safle", "un gwasanaeth");
        }
    }

    @Test
    void what_is_read_is_what_staff_service_promises() throws Exception {
        var type = EventTypes.of(MilestoneMessage.class).all().iterator().next();
        Path sample = SAMPLES.resolve("%s.v%d.json".formatted(type.name(), type.version()));
        assertThat(EventJson.read(Files.readString(sample), type.record()))
                .isEqualTo(reached("en", "cy", "2026-11-02"));
    }

    private static MilestoneReached reached(String en, String cy, String date) {
        return new MilestoneReached(new Name(en, cy), LocalDate.parse(date));
    }
}
