package refocus.recruitment;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecruitmentServiceTest {

    @Test
    void it_is_ready() {
        when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void it_describes_itself() {
        when().get("/q/openapi").then().statusCode(200).body(containsString("Refocus: recruitment service"));
    }
}
