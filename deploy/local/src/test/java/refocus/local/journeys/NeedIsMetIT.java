package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A worker says what they need, and gets it: a session with a waiting list, and something to read found in Welsh.
class NeedIsMetIT {

    @Test
    void a_need_is_raised_sourced_met_and_judged() throws Exception {
        var system = RunningSystem.shared();
        var worker = Someone.of(system, "practitioner");
        var colleague = Someone.of(system, "practitioner");
        var manager = Someone.of(system, "team-manager");
        var office = Someone.of(system, "business-support");
        var need = "/v1/support-needs/" + worker.makes("staff", "/v1/support-needs", """
                {"theme": "TRAINING", "urgency": "SOON", "text": "I have never done life-story work."}""");
        manager.says("staff", need + "/acknowledgement", "{}");

        office.says("staff", "/v1/resources", """
                {"title": {"en": "Life-story work, a beginning", "cy": "Gwaith stori bywyd, dechrau"},
                 "summary": {"en": "How to begin.", "cy": "Sut i ddechrau arni."}, "topics": ["LIFE_STORY"]}""");
        await().atMost(Someone.PATIENCE)
                .untilAsserted(() -> assertThat(worker.reads("staff", "/v1/resources?q=ddechrau")
                                .path("items"))
                        .isNotEmpty());

        // One place: the worker waits until the colleague gives theirs back.
        var session = "/v1/training-sessions/"
                + office.makes("staff", "/v1/training-sessions", """
                {"title": {"en": "Life-story work", "cy": "Gwaith stori bywyd"}, "topic": "LIFE_STORY", "places": 1,
                 "startsAt": "%s"}""".formatted(
                                Instant.now().plusSeconds(86_400)));
        colleague.says("staff", session + "/bookings", "{}");
        assertThat(worker.says("staff", session + "/bookings", "{}").toString()).contains("WAITING");
        colleague.says("staff", session + "/bookings/cancellation", "{}");
        assertThat(worker.reads("staff", session).toString()).contains("OFFERED");
        assertThat(worker.says("staff", session + "/bookings", "{}").toString()).contains("BOOKED");

        manager.says("staff", need + "/sourcing", """
                {"with": "SESSION", "reference": "%s"}""".formatted(session.substring(session.lastIndexOf('/') + 1)));
        manager.says("staff", need + "/delivery", "{}");
        assertThat(colleague.asksOnce("staff", need + "/confirmation", "{\"useful\": true}"))
                .isGreaterThan(399);
        worker.says("staff", need + "/confirmation", "{\"useful\": true}");

        await().atMost(Someone.PATIENCE)
                .untilAsserted(() -> assertThat(worker.reads("staff", "/v1/support-needs?mine=true")
                                .toString())
                        .contains("USEFUL"));
        assertThat(colleague.reads("staff", "/v1/support-needs?mine=true").path("items"))
                .isEmpty();
    }
}
