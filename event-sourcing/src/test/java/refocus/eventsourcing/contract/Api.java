package refocus.eventsourcing.contract;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/// The service under test as its callers see it: one worker in one role, every reply held to the API's description.
public record Api(String role, String worker) {

    private static final OpenApiContract CONTRACT = new OpenApiContract();
    private static final Map<Api, String> TOKENS = new ConcurrentHashMap<>();

    /// Someone in that role whom nobody has met before.
    public static Api someone(String role) {
        return new Api(role, UUID.randomUUID().toString());
    }

    public UUID id() {
        return UUID.fromString(worker);
    }

    public Response get(String path, Object... parameters) {
        return request().get(path, parameters);
    }

    public Response post(String path, String body) {
        return request().body(body).post(path);
    }

    /// The id of what was made.
    public String made(String path, String body) {
        return post(path, body)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public ValidatableResponse done(String path, String body) {
        return post(path, body).then().log().ifValidationFails().statusCode(200);
    }

    public RequestSpecification request() {
        return anonymous().auth().oauth2(token());
    }

    /// A request that says nothing of who asks.
    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType(ContentType.JSON).accept(ContentType.ANY);
    }

    public String token() {
        return TOKENS.computeIfAbsent(this, Api::newToken);
    }

    private String newToken() {
        return given().contentType(ContentType.URLENC)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", role)
                .formParam("worker", worker)
                .post(ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class) + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
