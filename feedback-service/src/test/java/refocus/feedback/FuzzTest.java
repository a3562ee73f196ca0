package refocus.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.fuzz.Fuzz;
import refocus.eventsourcing.servers.ServersResource;

/// Thousands of requests, right and wrong: none of them breaks anything.
@QuarkusTest
@Order(Integer.MAX_VALUE)
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class FuzzTest {

    @Test
    void nothing_that_is_asked_breaks_it() {
        // What a survey asks is for everybody to read.
        var fuzz = Fuzz.of("feedback", Map.of("token", "SurveyToken", "receipt", "BarrierReceipt"))
                .publishing("survey-designed", ".surveys");
        assertThat(fuzz.run().percentReached()).isGreaterThanOrEqualTo(60);
    }
}
