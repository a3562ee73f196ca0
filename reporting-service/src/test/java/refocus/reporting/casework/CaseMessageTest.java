package refocus.reporting.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import refocus.eventsourcing.personal.EventJson;
import refocus.reporting.casework.CaseMessage.CaseOpened;
import refocus.reporting.casework.CaseMessage.DirectWorkHeld;
import refocus.reporting.casework.CaseMessage.WorkTimeLogged;

/// What is read of an event, and what is refused rather than guessed at.
class CaseMessageTest {

    private static final String SESSION = """
            {"child":"0193a0de-0000-7000-8000-000000000001","workers":["0193a0de-0000-7000-8000-000000000002"],
             "heldOn":"2026-10-06","minutes":50,"mode":"%s","seenAlone":true,"summary":"v1:sealed","anything":"else",
             "children":[{"child":"0193a0de-0000-7000-8000-000000000001","seen":true,"seenAlone":true}]%s}""";

    @Test
    void reads_the_fields_it_names_and_no_others() {
        DirectWorkHeld session = session("IN_PERSON", "");
        assertThat(session.minutes()).isEqualTo(50);
        assertThat(session.isInPerson()).isTrue();
        assertThat(session.travelMinutes()).isEmpty();
        assertThat(session.isOnlyRequiredVisit()).isFalse();
    }

    @Test
    void tells_a_visit_that_had_to_be_made_from_more_than_that() {
        assertThat(session("IN_PERSON", ",\"visitKind\":\"STATUTORY\"").isOnlyRequiredVisit())
                .isTrue();
        assertThat(session("IN_PERSON", ",\"visitKind\":\"STATUTORY\",\"method\":\"PLAY\"")
                        .isOnlyRequiredVisit())
                .isFalse();
        assertThat(session("IN_PERSON", ",\"visitKind\":\"UNANNOUNCED\"").isOnlyRequiredVisit())
                .isFalse();
    }

    @Test
    void does_not_guess_at_a_code_it_does_not_know() {
        refuses(() -> session("HOLOGRAM", ""));
        refuses(() -> session("IN_PERSON", ",\"visitKind\":\"SURPRISE\""));
        refuses(() -> EventJson.read("""
                {"worker":"0193a0de-0000-7000-8000-000000000002","date":"2026-10-06","category":"LUNCH","minutes":30}""", WorkTimeLogged.class));
    }

    @Test
    void does_not_guess_at_what_is_missing() {
        refuses(() -> EventJson.read("{\"openedOn\":\"2026-10-06\"}", CaseOpened.class));
        refuses(() -> EventJson.read("{\"child\":\"0193a0de-0000-7000-8000-000000000001\"}", CaseOpened.class));
    }

    private static DirectWorkHeld session(String mode, String more) {
        return EventJson.read(SESSION.formatted(mode, more), DirectWorkHeld.class);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(IllegalArgumentException.class);
    }
}
