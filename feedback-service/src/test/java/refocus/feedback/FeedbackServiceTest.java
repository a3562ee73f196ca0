package refocus.feedback;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.servers.ServersResource;

@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
class FeedbackServiceTest {

    @Test
    void it_is_ready() {
        when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void it_describes_itself() {
        when().get("/q/openapi").then().statusCode(200).body(containsString("Refocus: feedback service"));
    }
}
