package refocus.feedback;

import java.util.Set;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Architecture;

class ArchitectureTest {

    static final Architecture ROOMS = Architecture.of(
            "refocus.feedback",
            Set.of("barrier", "voice", "survey", "idea", "processchange"),
            Set.of("barriers", "voices", "surveys", "ideas"));

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
