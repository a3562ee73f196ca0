package refocus.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.fuzz.Fuzz;
import refocus.eventsourcing.servers.ServersResource;

/// Thousands of requests, right and wrong: none of them breaks anything.
@QuarkusTest
@Order(Integer.MAX_VALUE)
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class FuzzTest {

    @Test
    void nothing_that_is_asked_breaks_it() {
        // Told of a refusal itself.
        var recorded = Set.of("connected-access-attempted", "erasure-refused");
        // On which conditions a right may be used is a rule, and about nobody.
        var fuzz = Fuzz.of("case", recorded).publishing("decision-right-set", ".rights");
        assertThat(fuzz.run().percentReached()).isGreaterThanOrEqualTo(70);
    }
}
