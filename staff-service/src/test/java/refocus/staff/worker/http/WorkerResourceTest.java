package refocus.staff.worker.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
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
        post("hr-officer", "/v1/workers", CARYS.replace("0.8", "1.2"))
                .statusCode(422)
                .body("code", equalTo("not-part-of-a-week"));
        post("hr-officer", "/v1/workers", CARYS.replace("0.8", "0")).statusCode(422);
    }

    @Test
    void a_role_is_a_code() {
        post("hr-officer", "/v1/workers", CARYS.replace("practitioner", "wizard"))
                .statusCode(422)
                .body("code", equalTo("unknown-code"));
    }

    @Test
    void a_worker_sees_themselves_and_nobody_else() {
        String id = post("hr-officer", "/v1/workers", CARYS)
                .statusCode(201)
                .extract()
                .path("id");
        as("practitioner", id).get("/v1/workers/" + id).then().statusCode(200).body("level", equalTo(0));
        as("practitioner").get("/v1/workers/" + id).then().statusCode(403);
        as("practitioner", id).get("/v1/workers").then().statusCode(403);
    }

    @Test
    void an_id_that_identity_knew_before_is_kept_and_takes_no_second_person() {
        String id = UUID.randomUUID().toString();
        String told = CARYS.replace("{\"name\"", "{\"id\": \"" + id + "\", \"name\"");
        post("hr-officer", "/v1/workers", told).statusCode(201).body("id", equalTo(id));
        post("hr-officer", "/v1/workers", told).statusCode(201).body("version", equalTo(1));
        post("hr-officer", "/v1/workers", told.replace("2026-05-04", "2026-05-05"))
                .statusCode(409)
                .body("code", equalTo("worker-in-post"));
    }

    @Test
    void the_directory_shows_who_is_where_under_their_opened_name() {
        String token = post("hr-officer", "/v1/workers", CARYS.replace("Yorath", "Cyfeiriadur"))
                .statusCode(201)
                .extract()
                .header("Consistency-Token");
        as("team-manager")
                .header("Consistency-Token", token)
                .get("/v1/workers?role=practitioner&inPost=true&limit=200")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Carys Cyfeiriadur"));
    }

    @Test
    void a_registration_lapses_by_the_clock() {
        String id = post("hr-officer", "/v1/workers", CARYS)
                .statusCode(201)
                .extract()
                .path("id");
        post("hr-officer", "/v1/workers/" + id + "/registration", """
                {"number": "W/1234567", "renewalOn": "2026-06-30"}""").statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("hr-officer")
                        .get("/v1/workers/" + id)
                        .then()
                        .body("registration.number", equalTo("W/1234567"))
                        .body("registration.lapsed", is(true)));
    }

    private ValidatableResponse post(String role, String path, String body) {
        return as(role).body(body).post(path).then();
    }

    private RequestSpecification as(String role) {
        return as(role, role);
    }

    private RequestSpecification as(String role, String worker) {
        return given().contentType(ContentType.JSON).auth().oauth2(new Tokens(issuer).of(role, worker));
    }
}
