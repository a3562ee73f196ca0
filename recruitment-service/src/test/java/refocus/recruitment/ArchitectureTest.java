package refocus.recruitment;

import java.util.Set;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Architecture;

class ArchitectureTest {

    static final Architecture ROOMS = Architecture.of(
            "refocus.recruitment",
            Set.of("vacancy", "candidate", "application"),
            Set.of("vacancies", "shortlist", "checks", "retention"));

    @Test
    void rules_see_no_framework() {
        ROOMS.rulesSeeNoFramework();
    }

    @Test
    void a_view_does_not_see_another_view() {
        ROOMS.aViewDoesNotSeeAnotherView();
    }

    @Test
    void nothing_sees_http() {
        ROOMS.nothingSeesHttp();
    }
}
