package refocus.cases.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.caseload.CaseloadProjection.CASELOAD;
import static refocus.cases.caseload.CaseloadProjection.CASELOAD_HOLD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.caseload.CaseloadEntry.Status;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseEvent;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class CaseloadProjectionTest {

    static final StreamId CASE = new StreamId("case", new UUID(5, 5));
    static final UUID NIA = new UUID(1, 1);
    static final UUID AMINA = new UUID(2, 2);
    static final UUID ALLOCATION = new UUID(3, 3);
    static final LocalDate OPENING = LocalDate.parse("2026-11-02");
    static final LocalDate CLOSING = LocalDate.parse("2026-11-20");

    final Rows<CaseEvent> rows = new Rows<>(new CaseloadProjection());

    @Test
    void an_open_case_is_a_row_and_so_is_the_hold_on_it() {
        rows.after(CASE, opened()).after(CASE, allocated());
        assertThat(rows.of(CASELOAD))
                .containsExactly(
                        new CaseloadEntry(CASE.id(), NIA, Optional.empty(), Status.OPEN, OPENING, Optional.empty()));
        assertThat(rows.of(CASELOAD_HOLD)).singleElement().satisfies(hold -> {
            assertThat(hold.worker()).isEqualTo(AMINA);
            assertThat(hold.covers(OPENING.minusDays(1))).isFalse();
            assertThat(hold.covers(CLOSING)).isTrue();
        });
    }

    @Test
    void a_closed_case_stays_with_nobody_holding_it() {
        rows.after(CASE, opened()).after(CASE, allocated()).after(CASE, ended()).after(CASE, closed());
        assertThat(rows.of(CASELOAD)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(Status.CLOSED);
            assertThat(entry.closedOn()).contains(CLOSING);
        });
        assertThat(rows.of(CASELOAD_HOLD).getFirst().covers(CLOSING)).isFalse();
        assertThat(rows.of(CASELOAD_HOLD).getFirst().covers(CLOSING.minusDays(1)))
                .isTrue();
    }

    @Test
    void a_reopened_case_is_open_again() {
        rows.after(CASE, opened())
                .after(CASE, closed())
                .after(CASE, new CaseReopened(NIA, "NEW_CONCERN", CLOSING.plusDays(1)));
        assertThat(rows.of(CASELOAD))
                .containsExactly(
                        new CaseloadEntry(CASE.id(), NIA, Optional.empty(), Status.OPEN, OPENING, Optional.empty()));
    }

    private static CaseOpened opened() {
        return new CaseOpened(NIA, Optional.empty(), OPENING);
    }

    private static WorkerAllocated allocated() {
        return new WorkerAllocated(NIA, ALLOCATION, AMINA, Role.LEAD, OPENING, "NEW_CASE", Optional.empty());
    }

    private static AllocationEnded ended() {
        return new AllocationEnded(NIA, ALLOCATION, AMINA, Role.LEAD, CLOSING, Optional.of("CASE_CLOSED"));
    }

    private static CaseClosed closed() {
        return new CaseClosed(
                NIA,
                "NEEDS_MET",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CLOSING,
                Instant.parse("2026-11-20T14:00:00Z"),
                Optional.empty());
    }
}
