package refocus.staff.training.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.contract.Api;
import refocus.eventsourcing.servers.ServersResource;

/// A session with 20 places is never overbooked, however many ask at once; everyone gets a place or a wait, and a freed
/// place goes to the head of the waiting list.
@QuarkusTest
@WithTestResource(value = ServersResource.class, initArgs = @ResourceArg(name = "service", value = "staff"))
class RacingBookingsTest {

    private static final int PLACES = 20;
    private static final int WORKERS = 200;

    private final Api support = new Api("business-support", UUID.randomUUID().toString());

    @TestHTTPResource("/v1/training-sessions/")
    URI sessions;

    @Test
    void two_hundred_ask_for_twenty_places() {
        String session = support.made("/v1/training-sessions", """
                {"title": {"en": "Play and talk", "cy": "Chwarae a siarad"}, "topic": "DIRECT_WORK", "language": "CY",
                 "places": %d, "startsAt": "2030-05-01T09:00:00Z"}""".formatted(PLACES));
        try (var client = HttpClient.newHttpClient()) {
            List<CompletableFuture<HttpResponse<String>>> racing = IntStream.range(0, WORKERS)
                    .mapToObj(_ -> client.sendAsync(booking(session), BodyHandlers.ofString()))
                    .toList();
            List<HttpResponse<String>> answers =
                    racing.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers.stream().filter(answer -> answer.body().contains("\"mine\":\"BOOKED\"")))
                    .hasSize(PLACES);
        }
        support.get("/v1/training-sessions/" + session)
                .then()
                .statusCode(200)
                .body("taken", equalTo(PLACES))
                .body("waiting", equalTo(WORKERS - PLACES));
        freed(session);
    }

    private void freed(String session) {
        List<String> booked = standing(session, "BOOKED");
        List<String> waiting = standing(session, "WAITING");
        support.done(
                "/v1/training-sessions/%s/bookings/cancellation".formatted(session), """
                {"worker": "%s"}""".formatted(booked.getFirst()));
        assertThat(standing(session, "OFFERED")).containsExactly(waiting.getFirst());
        support.get("/v1/training-sessions/" + session).then().body("taken", equalTo(PLACES));
    }

    private List<String> standing(String session, String standing) {
        return support.get("/v1/training-sessions/" + session)
                .path("bookings.findAll { it.standing == '%s' }.worker".formatted(standing));
    }

    private HttpRequest booking(String session) {
        return HttpRequest.newBuilder(sessions.resolve(session + "/bookings"))
                .header("Authorization", "Bearer " + support.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"worker\": \"%s\"}".formatted(UUID.randomUUID())))
                .build();
    }
}
