package refocus.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A barrier in the wider council: it ages, goes up by the clock and by a person, and is gone when the one who met it
/// says so.
class BarrierClearsIT {

    @Test
    void a_barrier_is_raised_escalated_resolved_and_confirmed() throws Exception {
        var system = RunningSystem.shared();
        var worker = Someone.of(system, "practitioner");
        var colleague = Someone.of(system, "practitioner");
        var manager = Someone.of(system, "team-manager");
        var ict = Someone.of(system, "barrier-owner");
        var barrier = "/v1/barriers/" + worker.makes("feedback", "/v1/barriers", """
                {"department": "ICT", "what": "No connection outside the office.", "hoursLostWeekly": 6,
                 "occurredAt": "2026-01-05T09:00:00Z"}""");
        colleague.says("feedback", barrier + "/supports", "{\"hoursLostWeekly\": 3}");
        manager.says("feedback", barrier + "/assignment", """
                {"owner": "%s", "dueOn": "2026-02-02", "occurredAt": "2026-01-06T09:00:00Z"}""".formatted(ict.worker()));
        ict.says("feedback", barrier + "/acceptance", "{}");

        await().atMost(Someone.PATIENCE)
                .until(() -> manager.reads("feedback", barrier).path("level").asInt() == 1);
        manager.says("feedback", barrier + "/escalation", "{\"reason\": \"Still no date.\"}");
        assertThat(manager.reads("feedback", barrier).path("level").asInt()).isEqualTo(2);
        ict.says("feedback", barrier + "/resolution", "{\"how\": \"Every laptop has a card of its own.\"}");

        assertThat(manager.isNotAllowed("feedback", barrier + "/confirmation", "{\"feltHeard\": true}"))
                .isEqualTo("not-yours-to-confirm");
        worker.says("feedback", barrier + "/confirmation", "{\"feltHeard\": true}");
        var gone = worker.reads("feedback", barrier);
        assertThat(gone.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(gone.path("feltHeard").asBoolean()).isTrue();
        assertThat(system.get("feedback", barrier, "barrier-owner", UUID.randomUUID(), Optional.empty())
                        .status())
                .as("to another owner it is not there")
                .isEqualTo(404);
    }
}
