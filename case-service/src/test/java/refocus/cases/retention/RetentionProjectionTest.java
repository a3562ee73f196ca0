package refocus.cases.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.retention.RetentionProjection.DUE;
import static refocus.cases.retention.RetentionProjection.ENTRIES;
import static refocus.cases.retention.RetentionProjection.FACTS;
import static refocus.cases.retention.RetentionProjection.KEPT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedText;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Rows;

class RetentionProjectionTest {

    static final UUID NIA = new UUID(1, 1);
    static final UUID GWEN = new UUID(1, 2);
    static final StreamId REFERRAL = new StreamId("referral", new UUID(2, 1));
    static final StreamId CASE = new StreamId("case", new UUID(3, 1));
    static final StreamId KEEPING = new StreamId("record-keeping", NIA);
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    final Rows<Object> rows = new Rows<>(new RetentionProjection());

    @Test
    void a_referral_counts_for_each_of_its_children() {
        rows.after(REFERRAL, referral());
        assertThat(rows.of(FACTS))
                .containsExactlyInAnyOrder(
                        RetentionFacts.of(NIA).referred(DAY),
                        RetentionFacts.of(GWEN).referred(DAY));
        assertThat(rows.of(ENTRIES))
                .containsExactlyInAnyOrder(
                        new ChildEntry(NIA, REFERRAL.toString()), new ChildEntry(GWEN, REFERRAL.toString()));
    }

    @Test
    void a_case_is_open_until_it_is_closed_and_again_when_it_is_reopened() {
        rows.after(CASE, new CaseOpened(NIA, Optional.empty(), DAY));
        assertThat(facts().casesOpen()).isEqualTo(1);
        rows.after(CASE, closed());
        assertThat(facts().casesOpen()).isZero();
        assertThat(facts().caseClosedOn()).contains(DAY.plusDays(9));
        rows.after(CASE, new CaseReopened(NIA, "NEW_CONCERN", DAY.plusDays(20)));
        assertThat(facts().casesOpen()).isEqualTo(1);
        assertThat(facts().cases()).isEqualTo(1);
    }

    @Test
    void an_erasure_is_due_until_it_is_done() {
        Instant from = Instant.parse("2026-11-02T10:00:00Z");
        rows.after(KEEPING, new ErasureOrdered(new UUID(9, 9), "SUBJECT_ASKED", DAY, from));
        assertThat(rows.of(DUE)).containsExactly(new ErasureDue(KEEPING.toString(), from));
        rows.after(KEEPING, new PersonalDataErased(new UUID(9, 9), List.of(), List.of(), DAY));
        assertThat(rows.of(DUE)).isEmpty();
    }

    @Test
    void texts_kept_for_a_sibling_are_found_by_where_they_stood() {
        var copy = new Sealed.Cipher(NIA, new UUID(7, 7), "/texts/0/text", "AAAA");
        rows.after(
                KEEPING,
                new SharedTextsKept(GWEN, List.of(NIA), List.of(new SharedText(new UUID(8, 8), "/text", copy)), DAY));
        assertThat(rows.of(KEPT)).containsExactly(new KeptText(new UUID(8, 8), "/text", GWEN, copy));
    }

    private RetentionFacts facts() {
        return rows.of(FACTS).getFirst();
    }

    private static ReferralReceived referral() {
        return new ReferralReceived(
                List.of(NIA, GWEN),
                "SCHOOL",
                List.of("NEGLECT"),
                Sealed.about(NIA, "Tired"),
                Optional.empty(),
                "ROUTINE",
                Optional.empty(),
                DAY);
    }

    private static CaseClosed closed() {
        return new CaseClosed(
                NIA,
                "NEEDS_MET",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DAY.plusDays(9),
                Instant.parse("2026-11-11T10:00:00Z"),
                Optional.empty());
    }
}
