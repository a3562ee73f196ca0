package refocus.cases.chronology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static refocus.cases.chronology.ChronologyProjection.CHRONOLOGY;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.childcase.CaseEvent.Attendance;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.chronology.ChronologyEntry.Significance;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class ChronologyProjectionTest {

    static final UUID NIA = new UUID(1, 1);
    static final UUID MACSEN = new UUID(1, 2);
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    final Rows<Object> rows = new Rows<>(new ChronologyProjection());

    @Test
    void a_report_about_two_children_stands_in_both_stories() {
        rows.after(
                new StreamId("referral", new UUID(5, 5)),
                new ReferralReceived(
                        List.of(NIA, MACSEN),
                        "SCHOOL",
                        List.of("NEGLECT"),
                        about(NIA, "No coat again."),
                        Optional.empty(),
                        "ROUTINE",
                        Optional.empty(),
                        MONDAY));
        assertThat(rows.of(CHRONOLOGY))
                .extracting(ChronologyEntry::child, ChronologyEntry::kind, ChronologyEntry::significance)
                .containsExactly(
                        tuple(NIA, "referral-received", Significance.HIGH),
                        tuple(MACSEN, "referral-received", Significance.HIGH));
        assertThat(rows.of(CHRONOLOGY).getFirst().codes()).isEqualTo("SCHOOL NEGLECT");
    }

    @Test
    void a_sibling_session_gives_each_child_their_own_words_and_the_summary_to_one() {
        rows.after(new StreamId("case", new UUID(6, 6)), held());
        assertThat(rows.of(CHRONOLOGY))
                .extracting(ChronologyEntry::child, ChronologyEntry::text, ChronologyEntry::childView)
                .containsExactly(
                        tuple(NIA, Optional.of(about(NIA, "Drew the house.")), Optional.of(about(NIA, "Mine."))),
                        tuple(MACSEN, Optional.empty(), Optional.of(about(MACSEN, "Ours."))));
    }

    @Test
    void a_decision_beyond_a_right_stands_out_with_its_reason() {
        rows.after(
                new StreamId("decision", new UUID(7, 7)),
                new DecisionTaken(
                        Optional.empty(),
                        Optional.of(new UUID(6, 6)),
                        List.of(NIA),
                        "PLAN",
                        "HIGH",
                        0,
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        MONDAY,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        Optional.of("decision-right"),
                        Optional.of(about(NIA, "It had to be then."))));
        assertThat(rows.of(CHRONOLOGY))
                .extracting(
                        ChronologyEntry::kind,
                        ChronologyEntry::significance,
                        ChronologyEntry::codes,
                        ChronologyEntry::text,
                        ChronologyEntry::outsideRule)
                .containsExactly(tuple(
                        "decision-taken",
                        Significance.HIGH,
                        "PLAN HIGH",
                        Optional.of(about(NIA, "It had to be then.")),
                        Optional.of("decision-right")));
    }

    private static DirectWorkHeld held() {
        return new DirectWorkHeld(
                NIA,
                List.of(new UUID(2, 2)),
                MONDAY,
                50,
                "IN_PERSON",
                true,
                about(NIA, "Drew the house."),
                List.of(
                        new Attendance(NIA, true, true, Optional.of(about(NIA, "Mine."))),
                        new Attendance(MACSEN, true, false, Optional.of(about(MACSEN, "Ours.")))),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
