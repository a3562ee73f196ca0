package refocus.cases.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.cases.staffing.StaffingProjection.CAPACITY;
import static refocus.cases.staffing.StaffingProjection.MEMBERS;
import static refocus.cases.staffing.StaffingProjection.MERGED;
import static refocus.cases.staffing.StaffingProjection.PLACES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.cases.staffing.StaffMessage.CapacityChanged;
import refocus.cases.staffing.StaffMessage.RegistrationLapsed;
import refocus.cases.staffing.StaffMessage.RegistrationRecorded;
import refocus.cases.staffing.StaffMessage.TeamsMerged;
import refocus.cases.staffing.StaffMessage.WorkerJoined;
import refocus.cases.staffing.StaffMessage.WorkerLeft;
import refocus.cases.staffing.StaffMessage.WorkerMoved;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.projection.Rows;

class StaffingProjectionTest {

    static final UUID AMINA = new UUID(1, 1);
    static final UUID NORTH = new UUID(3, 1);
    static final UUID SOUTH = new UUID(3, 2);
    static final LocalDate STARTED = LocalDate.parse("2026-01-05");
    static final LocalDate MARCH = LocalDate.parse("2026-03-31");

    final Rows<StaffMessage> rows = new Rows<>(new StaffingProjection());

    @Test
    void a_worker_is_heard_of_from_joining_to_their_last_day() {
        hear(new WorkerJoined(Optional.of(NORTH), STARTED));
        assertThat(rows.of(MEMBERS))
                .containsExactly(new StaffMember(AMINA, STARTED, Optional.empty(), Optional.empty()));
        hear(new WorkerLeft(MARCH));
        assertThat(rows.of(MEMBERS))
                .containsExactly(new StaffMember(AMINA, STARTED, Optional.of(MARCH), Optional.empty()));
    }

    @Test
    void a_registration_lapses_the_day_after_its_last_good_one_and_is_renewed() {
        hear(new WorkerJoined(Optional.empty(), STARTED));
        hear(new RegistrationLapsed(MARCH));
        assertThat(rows.of(MEMBERS)).extracting(StaffMember::lapsedOn).containsExactly(Optional.of(MARCH.plusDays(1)));
        hear(new RegistrationRecorded(MARCH.plusYears(1)));
        assertThat(rows.of(MEMBERS)).extracting(StaffMember::lapsedOn).containsExactly(Optional.empty());
    }

    @Test
    void room_and_team_change_from_a_day_on() {
        hear(new WorkerJoined(Optional.of(NORTH), STARTED));
        hear(new CapacityChanged(MARCH, Optional.of(BigDecimal.TEN)));
        hear(new WorkerMoved(Optional.of(SOUTH), MARCH));
        hear(new WorkerMoved(Optional.empty(), MARCH.plusDays(1)));
        assertThat(rows.of(CAPACITY)).containsExactly(new StaffCapacity(AMINA, MARCH, Optional.of(BigDecimal.TEN)));
        assertThat(rows.of(PLACES))
                .containsExactly(new StaffPlace(AMINA, STARTED, NORTH), new StaffPlace(AMINA, MARCH, SOUTH));
    }

    @Test
    void teams_become_another() {
        rows.after(new StreamId("structure", new UUID(9, 9)), new TeamsMerged(List.of(NORTH), SOUTH, MARCH));
        assertThat(rows.of(MERGED)).containsExactly(new MergedTeam(NORTH, SOUTH, MARCH));
    }

    private void hear(StaffMessage message) {
        rows.after(new StreamId("worker", AMINA), message);
    }
}
