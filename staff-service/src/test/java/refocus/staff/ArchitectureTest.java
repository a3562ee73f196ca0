package refocus.staff;

import java.util.Set;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Architecture;

class ArchitectureTest {

    static final Architecture ROOMS = Architecture.of(
                    "refocus.staff",
                    Set.of(
                            "worker",
                            "structure",
                            "milestone",
                            "supportneed",
                            "training",
                            "resource",
                            "establishment",
                            "recordkeeping"),
                    Set.of("directory", "registrations", "needs", "sessions", "library", "workload", "retention"))
            .sharing("refocus.staff");

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
