package refocus.cases.bases;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.bases.BasesProjection.CONNECTIONS;
import static refocus.cases.bases.BasesProjection.GUARDED;
import static refocus.cases.bases.BasesProjection.HELD;
import static refocus.cases.bases.BasesProjection.PASSES;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessLifted;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class BasesProjectionTest {

    static final UUID NIA = new UUID(0, 1);
    static final UUID AMINA = new UUID(0, 2);
    static final UUID ALLOCATION = new UUID(0, 3);
    static final UUID GRANT = new UUID(0, 4);
    static final UUID GLASS = new UUID(0, 5);
    static final UUID CONNECTION = new UUID(0, 6);
    static final StreamId ACCESS = new StreamId("child-access", NIA);
    static final StreamId CASE = new StreamId("case", new UUID(0, 7));
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    final Rows<Object> rows = new Rows<>(new BasesProjection());

    @Test
    void a_child_of_whose_access_something_was_said_is_guarded_for_ever() {
        rows.after(ACCESS, new AccessRestricted("ADOPTION", Optional.empty()));
        assertThat(rows.of(GUARDED)).containsExactly(new GuardedChild(NIA, true));
        rows.after(ACCESS, granted());
        assertThat(rows.of(GUARDED)).containsExactly(new GuardedChild(NIA, true));
        rows.after(ACCESS, new AccessLifted(Optional.empty(), Optional.empty()));
        assertThat(rows.of(GUARDED)).containsExactly(new GuardedChild(NIA, false));
    }

    @Test
    void a_grant_lets_in_until_it_is_taken_back_and_broken_glass_for_its_day() {
        rows.after(ACCESS, granted())
                .after(ACCESS, new GlassBroken(GLASS, AMINA, "COVER", Optional.empty(), NOON, NOON.plusSeconds(1)));
        assertThat(rows.of(PASSES))
                .containsExactlyInAnyOrder(
                        new Pass(GRANT, NIA, AMINA, false, Optional.empty()),
                        new Pass(GLASS, NIA, AMINA, true, Optional.of(NOON.plusSeconds(1))));
        rows.after(ACCESS, new AccessRevoked(GRANT, AMINA, Optional.empty()));
        assertThat(rows.of(PASSES)).extracting(Pass::pass).containsExactly(GLASS);
    }

    @Test
    void a_connection_stands_and_guards_the_child() {
        rows.after(ACCESS, new ConnectionDeclared(CONNECTION, AMINA, "RELATED"));
        assertThat(rows.of(CONNECTIONS)).containsExactly(new Connection(CONNECTION, NIA, AMINA));
        assertThat(rows.of(GUARDED)).containsExactly(new GuardedChild(NIA, false));
    }

    @Test
    void a_hold_is_one_of_the_child_until_it_ends() {
        rows.after(CASE, new WorkerAllocated(NIA, ALLOCATION, AMINA, Role.LEAD, MONDAY, "NEW_CASE", Optional.empty()));
        assertThat(rows.of(HELD)).containsExactly(new HeldChild(ALLOCATION, NIA, AMINA, Optional.empty()));
        rows.after(CASE, new AllocationEnded(NIA, ALLOCATION, AMINA, Role.LEAD, MONDAY.plusDays(1), Optional.empty()));
        assertThat(rows.of(HELD).getFirst().endsOn()).contains(MONDAY.plusDays(1));
    }

    private static AccessGranted granted() {
        return new AccessGranted(
                GRANT, AMINA, "COVER", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
