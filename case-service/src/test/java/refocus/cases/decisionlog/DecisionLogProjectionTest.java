package refocus.cases.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.decisionlog.DecisionLogProjection.DECISIONS;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.decision.DecisionEvent;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.cases.decisionlog.DecisionEntry.Status;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class DecisionLogProjectionTest {

    static final UUID NIA = new UUID(0, 1);
    static final UUID CASE = new UUID(0, 2);
    static final UUID AMINA = new UUID(0, 3);
    static final UUID GWEN = new UUID(0, 4);
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    final Rows<DecisionEvent> rows = new Rows<>(new DecisionLogProjection());

    @Test
    void a_proposal_waits_for_the_level_it_was_referred_to_and_again_for_its_own() {
        say(proposed());
        say(new DecisionSupported(
                Optional.empty(), Optional.of(CASE), List.of(NIA), "PLAN", "LOW", GWEN, 1, Optional.empty(), MONDAY));
        say(referred());
        assertThat(entry().neededLevel()).isEqualTo(3);
        assertThat(entry().supporters()).isOne();
        say(new DecisionReturnedDown(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "LOW",
                Optional.empty(),
                3,
                about(NIA, "Yours."),
                MONDAY));
        assertThat(entry().neededLevel()).isOne();
        assertThat(entry().status()).isEqualTo(Status.PROPOSED);
    }

    @Test
    void what_was_taken_says_by_whom_and_outside_which_rule_and_stays_when_overturned() {
        say(proposed());
        say(taken());
        say(new DecisionOverturned(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "LOW",
                0,
                1,
                NOON,
                Optional.of(GWEN),
                2,
                about(NIA, "No."),
                MONDAY));
        assertThat(entry().status()).isEqualTo(Status.OVERTURNED);
        assertThat(entry().takenBy()).contains(AMINA);
        assertThat(entry().outsideRule()).contains("decision-right");
    }

    private DecisionEntry entry() {
        return rows.of(DECISIONS).getFirst();
    }

    private void say(DecisionEvent event) {
        rows.after(new StreamId("decision", new UUID(7, 7)), event);
    }

    private static DecisionProposed proposed() {
        return new DecisionProposed(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "LOW",
                1,
                Optional.of(1),
                Optional.of(AMINA),
                0,
                List.of(),
                Optional.of(about(NIA, "She asked.")),
                Optional.empty(),
                MONDAY,
                NOON);
    }

    private static DecisionReferredUp referred() {
        return new DecisionReferredUp(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "LOW",
                Optional.of(AMINA),
                0,
                3,
                about(NIA, "Please."),
                MONDAY);
    }

    private static DecisionTaken taken() {
        return new DecisionTaken(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "LOW",
                0,
                1,
                Optional.of(1),
                Optional.of(AMINA),
                Optional.of(AMINA),
                NOON,
                NOON,
                MONDAY,
                false,
                false,
                false,
                Optional.empty(),
                Optional.of("decision-right"),
                Optional.of(about(NIA, "It had to be then.")));
    }
}
