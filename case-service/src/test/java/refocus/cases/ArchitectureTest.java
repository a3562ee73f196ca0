package refocus.cases;

import java.util.Set;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Architecture;

class ArchitectureTest {

    static final Architecture ROOMS = Architecture.of(
            "refocus.cases",
            Set.of(
                    "access",
                    "child",
                    "referral",
                    "childcase",
                    "workday",
                    "deadline",
                    "decision",
                    "decisionright",
                    "recordkeeping"),
            Set.of(
                    "caseload",
                    "chronology",
                    "deadlines",
                    "childindex",
                    "frontdoor",
                    "sessiontime",
                    "rights",
                    "decisionlog",
                    "bases",
                    "alerts",
                    "retention"));

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

    @Test
    void every_endpoint_says_who_may_use_it() {
        ROOMS.everyEndpointSaysWhoMayUseIt();
    }
}
