package refocus.staff.worker.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.servers.ServersResource;
import refocus.eventsourcing.servers.Tokens;

/// The whole service through HTTP, on real PostgreSQL and Kafka.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class WorkerResourceTest {

    private static final String CARYS = """
            {"name": "Carys Yorath", "role": "practitioner", "fte": 0.8, "startsOn": "2026-05-04"}""";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void it_is_ready_and_describes_itself() {
        when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
        when().get("/q/openapi").then().statusCode(200).body(containsString("Refocus: staff service"));
    }

    @Test
    void a_worker_joins_changes_is_away_and_leaves() {
        String id = post("hr-officer", "/v1/workers", CARYS)
                .statusCode(201)
                .extract()
                .path("id");
        post("hr-officer", "/v1/workers/" + id + "/capacity", "{\"fte\": 1, \"from\": \"2026-06-01\"}")
                .statusCode(200)
                .body("version", equalTo(2));
        post("team-manager", "/v1/workers/" + id + "/absences", "{\"from\": \"2026-07-06\", \"to\": \"2026-07-13\"}")
                .statusCode(200);
        post("hr-officer", "/v1/workers/" + id + "/departure", "{\"lastDay\": \"2026-09-30\"}")
                .statusCode(200)
                .body("version", equalTo(4));
        as("hr-officer")
                .get("/v1/workers/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("name", equalTo("Carys Yorath"))
                .body("fte", equalTo(1))
                .body("lastDay", equalTo("2026-09-30"));
    }

    @Test
    void a_refusal_is_an_answer_in_the_readers_language() {
        String id = post("hr-officer", "/v1/workers", CARYS)
                .statusCode(201)
                .extract()
                .path("id");
        as("hr-officer")
                .header("Accept-Language", "cy")
                .body("{\"lastDay\": \"2026-05-01\"}")
                .post("/v1/workers/" + id + "/departure")
                .then()
                .statusCode(422)
                .header("Content-Language", "cy")
                .body("code", equalTo("before-joining"))
                .body("title", equalTo("Mae hynny cyn i'r person hwn ymuno"));
    }

    @Test
    void only_the_hr_officer_takes_people_on() {
        post("practitioner", "/v1/workers", CARYS).statusCode(403).body(not(containsString("Yorath")));
        given().contentType(ContentType.JSON)
                .body(CARYS)
                .post("/v1/workers")
                .then()
                .statusCode(401);
    }

    @Test
    void a_contract_is_at_most_a_full_week() {
        post("hr-officer", "/v1/workers", CARYS.replace("0.8", "1.2")).statusCode(400);
        post("hr-officer", "/v1/workers", CARYS.replace("0.8", "0")).statusCode(400);
    }

    private ValidatableResponse post(String role, String path, String body) {
        return as(role).body(body).post(path).then();
    }

    private RequestSpecification as(String role) {
        return given().contentType(ContentType.JSON).auth().oauth2(new Tokens(issuer).of(role));
    }
}
