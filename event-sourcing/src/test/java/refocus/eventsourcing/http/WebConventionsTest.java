package refocus.eventsourcing.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LibraryApp.class)
class WebConventionsTest {

    static final String A_BOOK = """
            {"title": "Y Mabinogi", "binding": "CLOTH", "shelf": {"room": "A", "row": 2}}""";

    @ConfigProperty(name = "test.librarian")
    String librarian;

    @ConfigProperty(name = "test.visitor")
    String visitor;

    @Test
    void creating_answers_where_it_is_and_which_version() {
        String id = librarian()
                .body(A_BOOK)
                .post("/v1/books")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Consistency-Token", notNullValue())
                .header("Correlation-Id", notNullValue())
                .body("version", equalTo(1))
                .extract()
                .path("id");
        librarian().get("/v1/books/" + id).then().statusCode(200).header("ETag", "\"7\"");
    }

    private RequestSpecification librarian() {
        return given().auth().oauth2(librarian).contentType(ContentType.JSON);
    }
}
