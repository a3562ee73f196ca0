package refocus.staff.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.staff.retention.StaffTracesProjection.ENTRIES;
import static refocus.staff.retention.StaffTracesProjection.ERASING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Rows;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.staff.resource.ResourceEvent.ResourceRated;
import refocus.staff.resource.ResourceEvent.ResourceUsed;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedAcknowledged;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.training.SessionEvent.PlaceBooked;
import refocus.staff.training.SessionEvent.SessionEvaluated;

class StaffTracesProjectionTest {

    static final UUID CARYS = new UUID(1, 1);
    static final StreamId KEEPING = new StreamId("record-keeping", CARYS);
    static final StreamId NEED = new StreamId("support-need", new UUID(2, 1));
    static final StreamId SESSION = new StreamId("training-session", new UUID(3, 1));
    static final StreamId RESOURCE = new StreamId("resource", new UUID(4, 1));
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    final Rows<Object> rows = new Rows<>(new StaffTracesProjection());

    @Test
    void what_a_worker_said_is_found_by_its_stream() {
        rows.after(NEED, new SupportNeedRaised(CARYS, "TOOL", "SOON", Optional.of(said("A lift")), DAY))
                .after(NEED, new SupportNeedAcknowledged(DAY))
                .after(SESSION, new PlaceBooked(CARYS))
                .after(RESOURCE, new ResourceUsed(CARYS, DAY));
        assertThat(rows.of(ENTRIES)).containsExactly(new StaffEntry(CARYS, NEED.toString()));
        rows.after(SESSION, new SessionEvaluated(CARYS, 4, Optional.of(said("Too long"))))
                .after(RESOURCE, new ResourceRated(CARYS, 5, Optional.empty(), Optional.of(said("It helped"))))
                .after(RESOURCE, new ResourceRated(CARYS, 4, Optional.of(5), Optional.of(said("A little"))));
        assertThat(rows.of(ENTRIES))
                .extracting(StaffEntry::stream)
                .containsExactly(NEED.toString(), SESSION.toString(), RESOURCE.toString());
    }

    @Test
    void an_erasure_is_due_until_it_is_done() {
        Instant from = Instant.parse("2026-11-02T10:00:00Z");
        rows.after(KEEPING, new LegalHoldPlaced(new UUID(8, 8), false, "CLAIM", Optional.empty(), DAY));
        assertThat(rows.of(ERASING)).isEmpty();
        rows.after(KEEPING, new ErasureOrdered(new UUID(9, 9), "SUBJECT_ASKED", DAY, from));
        assertThat(rows.of(ERASING)).containsExactly(new StaffErasing(KEEPING.toString(), from));
        rows.after(KEEPING, new PersonalDataErased(new UUID(9, 9), List.of(), DAY));
        assertThat(rows.of(ERASING)).isEmpty();
    }

    private static Sealed said(String text) {
        return Sealed.about(CARYS, text);
    }
}
