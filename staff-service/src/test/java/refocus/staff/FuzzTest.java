package refocus.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.fuzz.Fuzz;
import refocus.eventsourcing.servers.ServersResource;

/// Thousands of requests, right and wrong: none of them breaks anything.
@QuarkusTest
@Order(Integer.MAX_VALUE)
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class FuzzTest {

    @Test
    void nothing_that_is_asked_breaks_it() {
        // Names of teams, bases and milestones, and what the hub shows to everybody.
        var fuzz = Fuzz.of("staff")
                .publishing("team-formed", "teams-merged", "base-opened", "milestone-reached")
                .publishing("resource-published", "resource-revised", ".library")
                .publishing("session-scheduled", ".sessions");
        assertThat(fuzz.run().percentReached()).isGreaterThanOrEqualTo(70);
    }
}
