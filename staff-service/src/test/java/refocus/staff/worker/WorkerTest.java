package refocus.staff.worker;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.eventsourcing.personal.Sealed;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerEvent.AbsenceRecorded;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;

class WorkerTest {

    static final UUID CARYS = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final BigDecimal FULL = BigDecimal.ONE;
    static final BigDecimal FOUR_DAYS = new BigDecimal("0.8");
    static final LocalDate MAY = LocalDate.parse("2026-05-01");
    static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    final DeciderSpec<WorkerCommand, WorkerEvent, Worker> aWorker = DeciderSpec.of(Worker.TYPE.decider());

    @Nested
    class Who_has_not_joined {

        @Test
        void joins() {
            aWorker.when(joining()).then(joined());
        }

        @Test
        void is_unknown_to_everything_else() {
            aWorker.when(new ChangeCapacity(FULL, MAY)).thenUnknown();
            aWorker.when(new RecordAbsence(MAY, JUNE)).thenUnknown();
            aWorker.when(new Leave(MAY)).thenUnknown();
        }
    }

    @Nested
    class In_post {

        @Test
        void joining_again_is_a_repeat() {
            aWorker.given(joined()).when(joining()).thenNothing();
        }

        @Test
        void the_contract_changes_once() {
            aWorker.given(joined()).when(new ChangeCapacity(FOUR_DAYS, JUNE)).then(fourDays());
            aWorker.given(joined(), fourDays())
                    .when(new ChangeCapacity(new BigDecimal("0.80"), JUNE))
                    .thenNothing();
        }

        @Test
        void no_contract_is_older_than_the_first_day() {
            aWorker.given(joined())
                    .when(new ChangeCapacity(FULL, MAY.minusDays(1)))
                    .thenImpossible("from", "before-joining");
        }

        @Test
        void days_away_are_recorded_and_come_to_an_end() {
            aWorker.given(joined()).when(new RecordAbsence(MAY, JUNE)).then(new AbsenceRecorded(MAY, JUNE));
            aWorker.given(joined()).when(new RecordAbsence(JUNE, JUNE)).thenImpossible("to", "not-after-from");
        }

        @Test
        void leaves_after_joining() {
            aWorker.given(joined()).when(new Leave(JUNE)).then(new WorkerLeft(JUNE));
            aWorker.given(joined()).when(new Leave(MAY.minusDays(1))).thenImpossible("lastDay", "before-joining");
        }
    }

    @Nested
    class Gone {

        @Test
        void leaving_again_is_a_repeat_on_the_same_day_and_refused_on_another() {
            aWorker.given(joined(), new WorkerLeft(JUNE)).when(new Leave(JUNE)).thenNothing();
            aWorker.given(joined(), new WorkerLeft(JUNE)).when(new Leave(MAY)).thenRefused("worker-left");
        }

        @Test
        void there_is_no_new_contract() {
            aWorker.given(joined(), new WorkerLeft(JUNE))
                    .when(new ChangeCapacity(FULL, JUNE))
                    .thenRefused("worker-left");
        }

        @Test
        void what_happened_is_still_recordable() {
            aWorker.given(joined(), new WorkerLeft(JUNE))
                    .when(new RecordAbsence(MAY, JUNE))
                    .then(new AbsenceRecorded(MAY, JUNE));
        }
    }

    private static Join joining() {
        return new Join(CARYS, "Carys Yorath", Optional.of("practitioner"), FULL, MAY);
    }

    private static WorkerJoined joined() {
        return new WorkerJoined(Sealed.about(CARYS, "Carys Yorath"), Optional.of("practitioner"), FULL, MAY);
    }

    private static CapacityChanged fourDays() {
        return new CapacityChanged(FOUR_DAYS, JUNE);
    }
}
