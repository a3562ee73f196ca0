package refocus.reporting.scorecard.http;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.servers.ServersResource;

/// An ID token says to the dashboard who has signed in. It is no key to the API, whatever it was good for a moment ago.
@QuarkusTest
@WithTestResource(
        value = ServersResource.class,
        initArgs = {@ResourceArg(name = "service", value = "reporting"), @ResourceArg(name = "keys", value = "false")})
class IdTokenIT {

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private String idToken = "";

    @BeforeEach
    void signIn() {
        idToken = idToken();
        // From here on the service remembers it, for a minute.
        given().auth().oauth2(idToken).get("/dashboard").then().statusCode(200);
    }

    @Test
    void it_opens_the_dashboard_and_not_the_api() {
        given().auth()
                .oauth2(idToken)
                .get("/v1/reports")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void neither_a_cookie_nor_the_end_of_a_path_makes_the_api_the_dashboard() {
        given().auth()
                .oauth2(idToken)
                .cookie("q_session_dashboard", "anything")
                .get("/v1/reports")
                .then()
                .statusCode(401);
        given().auth().oauth2(idToken()).get("/v1/reports/dashboard").then().statusCode(401);
    }

    /// As a browser gets it: the page, its answer, and the code against tokens.
    private String idToken() {
        // The verifier and challenge of RFC 7636, appendix B.
        String location = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("response_type", "code")
                .formParam("client_id", "refocus-dashboard")
                .formParam("redirect_uri", "http://localhost:9/back")
                .formParam("code_challenge_method", "S256")
                .formParam("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .formParam("role", "analyst")
                .post(issuer + "/authorize")
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "authorization_code")
                .formParam("client_id", "refocus-dashboard")
                .formParam("redirect_uri", "http://localhost:9/back")
                .formParam("code", location.replaceAll(".*code=([^&]+).*", "$1"))
                .formParam("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                .post(issuer + "/token")
                .path("id_token");
    }
}
