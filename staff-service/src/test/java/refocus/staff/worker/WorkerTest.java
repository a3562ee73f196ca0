package refocus.staff.worker;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.worker.WorkerCommand.ChangeCapacity;
import refocus.staff.worker.WorkerCommand.ChangeRole;
import refocus.staff.worker.WorkerCommand.Join;
import refocus.staff.worker.WorkerCommand.LapseRegistration;
import refocus.staff.worker.WorkerCommand.Leave;
import refocus.staff.worker.WorkerCommand.Move;
import refocus.staff.worker.WorkerCommand.RecordAbsence;
import refocus.staff.worker.WorkerCommand.RecordRegistration;
import refocus.staff.worker.WorkerCommand.RecordWelshSkill;
import refocus.staff.worker.WorkerCommand.TellName;
import refocus.staff.worker.WorkerEvent.AbsenceRecorded;
import refocus.staff.worker.WorkerEvent.CapacityChanged;
import refocus.staff.worker.WorkerEvent.Check;
import refocus.staff.worker.WorkerEvent.RegistrationLapsed;
import refocus.staff.worker.WorkerEvent.RegistrationRecorded;
import refocus.staff.worker.WorkerEvent.WelshSkillRecorded;
import refocus.staff.worker.WorkerEvent.WorkerJoined;
import refocus.staff.worker.WorkerEvent.WorkerLeft;
import refocus.staff.worker.WorkerEvent.WorkerMoved;
import refocus.staff.worker.WorkerEvent.WorkerNamed;
import refocus.staff.worker.WorkerEvent.WorkerRoleChanged;

class WorkerTest {

    static final UUID CARYS = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final UUID NORTH = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    static final UUID ONE_TEAM = UUID.fromString("01930000-0000-7000-8000-0000000000a2");
    static final BigDecimal FULL = BigDecimal.ONE;
    static final BigDecimal FOUR_DAYS = new BigDecimal("0.8");
    static final LocalDate MAY = LocalDate.parse("2026-05-01");
    static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    static final LocalDate JULY = LocalDate.parse("2026-07-01");

    final DeciderSpec<WorkerCommand, WorkerEvent, Worker> aWorker = DeciderSpec.of(Worker.TYPE.decider());

    @Nested
    class Who_has_not_joined {

        @Test
        void joins() {
            aWorker.when(joining(MAY)).then(joined(MAY));
        }

        @Test
        void is_hired_without_a_name_and_with_the_registration_that_was_checked() {
            var checks = List.of(new Check("REGISTRATION", Optional.of(JULY)), new Check("DBS", Optional.empty()));
            aWorker.when(new Join(CARYS, Optional.empty(), terms(MAY), Optional.of(NORTH), checks))
                    .then(
                            new WorkerJoined(
                                    Optional.empty(),
                                    Optional.of("practitioner"),
                                    Optional.of(0),
                                    FULL,
                                    Optional.empty(),
                                    false,
                                    Optional.of(NORTH),
                                    Optional.empty(),
                                    MAY,
                                    Optional.of(NORTH),
                                    checks),
                            new RegistrationRecorded(Optional.empty(), JULY));
        }

        @Test
        void works_for_more_than_nothing_and_at_most_a_full_week() {
            aWorker.when(joining("1.2")).thenImpossible("fte", "not-part-of-a-week");
            aWorker.when(joining("0")).thenImpossible("fte", "not-part-of-a-week");
        }

        @Test
        void is_unknown_to_everything_else() {
            aWorker.when(new TellName(CARYS, "Carys")).thenUnknown();
            aWorker.when(new ChangeRole("duty", Optional.empty(), MAY)).thenUnknown();
            aWorker.when(new Move(Optional.of(NORTH), Optional.empty(), MAY)).thenUnknown();
            aWorker.when(new ChangeCapacity(FULL, MAY, Optional.empty())).thenUnknown();
            aWorker.when(new RecordRegistration(CARYS, Optional.empty(), JULY)).thenUnknown();
            aWorker.when(new LapseRegistration(Instant.now())).thenUnknown();
            aWorker.when(new RecordWelshSkill("LEVEL_3", MAY)).thenUnknown();
            aWorker.when(new RecordAbsence(MAY, JUNE)).thenUnknown();
            aWorker.when(new Leave(MAY, Optional.empty())).thenUnknown();
        }
    }

    @Nested
    class In_post {

        @Test
        void joining_on_the_same_terms_is_a_repeat_and_on_others_refused() {
            aWorker.given(joined(MAY)).when(joining(MAY)).thenNothing();
            aWorker.given(joined(MAY), fourDays()).when(joining(MAY)).thenNothing();
            aWorker.given(joined(MAY)).when(joining(JUNE)).thenRefused("worker-in-post");
        }

        @Test
        void a_name_is_told_under_seal() {
            aWorker.given(joined(MAY))
                    .when(new TellName(CARYS, "Carys Puw"))
                    .then(new WorkerNamed(about(CARYS, "Carys Puw")));
        }

        @Test
        void the_role_changes_once() {
            var senior = new ChangeRole("senior-practitioner", Optional.of(1), JUNE);
            var changed = new WorkerRoleChanged("senior-practitioner", Optional.of(1), JUNE);
            aWorker.given(joined(MAY)).when(senior).then(changed);
            aWorker.given(joined(MAY), changed).when(senior).thenNothing();
            aWorker.given(joined(MAY))
                    .when(new ChangeRole("duty", Optional.empty(), MAY.minusDays(1)))
                    .thenImpossible("from", "before-joining");
        }

        @Test
        void the_worker_moves_once_and_somewhere() {
            var move = new Move(Optional.of(ONE_TEAM), Optional.empty(), JUNE);
            var moved = new WorkerMoved(Optional.of(ONE_TEAM), Optional.empty(), JUNE);
            aWorker.given(joined(MAY)).when(move).then(moved);
            aWorker.given(joined(MAY), moved).when(move).thenNothing();
            aWorker.given(joined(MAY))
                    .when(new Move(Optional.empty(), Optional.empty(), JUNE))
                    .thenImpossible("team", "nowhere-to-move");
        }

        @Test
        void the_contract_changes_once() {
            aWorker.given(joined(MAY))
                    .when(new ChangeCapacity(FOUR_DAYS, JUNE, Optional.empty()))
                    .then(fourDays());
            aWorker.given(joined(MAY), fourDays())
                    .when(new ChangeCapacity(new BigDecimal("0.80"), JUNE, Optional.empty()))
                    .thenNothing();
        }

        @Test
        void no_contract_is_older_than_the_first_day() {
            aWorker.given(joined(MAY))
                    .when(new ChangeCapacity(FULL, MAY.minusDays(1), Optional.empty()))
                    .thenImpossible("from", "before-joining");
        }

        @Test
        void a_registration_is_recorded_once_under_seal() {
            aWorker.given(joined(MAY))
                    .when(new RecordRegistration(CARYS, Optional.of("W/1234567"), JULY))
                    .then(registered());
            aWorker.given(joined(MAY), registered())
                    .when(new RecordRegistration(CARYS, Optional.empty(), JULY))
                    .thenNothing();
        }

        @Test
        void a_registration_lapses_when_its_last_day_is_over_in_wales_and_not_before() {
            var midnight = Instant.parse("2026-07-01T23:00:00Z");
            aWorker.given(joined(MAY), registered())
                    .when(new LapseRegistration(midnight.minusSeconds(1)))
                    .thenRefused("registration-current");
            aWorker.given(joined(MAY), registered())
                    .when(new LapseRegistration(midnight.plusSeconds(90)))
                    .then(new RegistrationLapsed(JULY, midnight));
            aWorker.given(joined(MAY), registered(), new RegistrationLapsed(JULY, midnight))
                    .when(new LapseRegistration(midnight.plusSeconds(90)))
                    .thenNothing();
        }

        @Test
        void a_lapsed_registration_is_renewed_to_a_later_day() {
            var lapsed = new RegistrationLapsed(JULY, Registration.lapsesAt(JULY));
            aWorker.given(joined(MAY), registered(), lapsed)
                    .when(new RecordRegistration(CARYS, Optional.empty(), JULY))
                    .thenRefused("registration-lapsed");
            aWorker.given(joined(MAY), registered(), lapsed)
                    .when(new RecordRegistration(CARYS, Optional.empty(), JULY.plusYears(3)))
                    .then(new RegistrationRecorded(Optional.empty(), JULY.plusYears(3)));
        }

        @Test
        void welsh_is_recorded_once() {
            var told = new WelshSkillRecorded("LEVEL_3", MAY);
            aWorker.given(joined(MAY))
                    .when(new RecordWelshSkill("LEVEL_3", MAY))
                    .then(told);
            aWorker.given(joined(MAY), told)
                    .when(new RecordWelshSkill("LEVEL_3", JUNE))
                    .thenNothing();
        }

        @Test
        void days_away_are_recorded_and_come_to_an_end() {
            aWorker.given(joined(MAY)).when(new RecordAbsence(MAY, JUNE)).then(new AbsenceRecorded(MAY, JUNE));
            aWorker.given(joined(MAY)).when(new RecordAbsence(JUNE, JUNE)).thenImpossible("to", "not-after-from");
        }

        @Test
        void leaves_after_joining() {
            aWorker.given(joined(MAY)).when(leaving(JUNE)).then(left());
            aWorker.given(joined(MAY)).when(leaving(MAY.minusDays(1))).thenImpossible("lastDay", "before-joining");
        }
    }

    @Nested
    class Gone {

        @Test
        void leaving_again_is_a_repeat_on_the_same_day_and_refused_on_another() {
            aWorker.given(joined(MAY), left()).when(leaving(JUNE)).thenNothing();
            aWorker.given(joined(MAY), left()).when(leaving(MAY)).thenRefused("worker-left");
        }

        @Test
        void there_is_nothing_new_to_agree() {
            aWorker.given(joined(MAY), left())
                    .when(new ChangeCapacity(FULL, JUNE, Optional.empty()))
                    .thenRefused("worker-left");
            aWorker.given(joined(MAY), left())
                    .when(new ChangeRole("duty", Optional.empty(), JUNE))
                    .thenRefused("worker-left");
            aWorker.given(joined(MAY), left())
                    .when(new Move(Optional.of(ONE_TEAM), Optional.empty(), JUNE))
                    .thenRefused("worker-left");
            aWorker.given(joined(MAY), left())
                    .when(new RecordRegistration(CARYS, Optional.empty(), JULY))
                    .thenRefused("worker-left");
            aWorker.given(joined(MAY), left())
                    .when(new RecordWelshSkill("LEVEL_3", JUNE))
                    .thenRefused("worker-left");
        }

        @Test
        void what_happened_is_still_recordable() {
            aWorker.given(joined(MAY), left())
                    .when(new RecordAbsence(MAY, JUNE))
                    .then(new AbsenceRecorded(MAY, JUNE));
        }

        @Test
        void a_registration_no_longer_matters() {
            aWorker.given(joined(MAY), registered(), left())
                    .when(new LapseRegistration(Instant.now()))
                    .thenNothing();
        }

        @Test
        void may_come_back_later() {
            aWorker.given(joined(MAY), left()).when(joining(JULY)).then(joined(JULY));
            aWorker.given(joined(MAY), left()).when(joining(MAY)).thenNothing();
            aWorker.given(joined(MAY), left()).when(joining(JUNE)).thenRefused("worker-left");
        }
    }

    private static Join joining(LocalDate startsOn) {
        return new Join(CARYS, Optional.of("Carys Yorath"), terms(startsOn), Optional.empty(), List.of());
    }

    private static Join joining(String fte) {
        return new Join(
                CARYS,
                Optional.of("Carys Yorath"),
                terms(MAY).contractedFor(new BigDecimal(fte)),
                Optional.empty(),
                List.of());
    }

    private static Terms terms(LocalDate startsOn) {
        return new Terms(
                Optional.of("practitioner"),
                Optional.of(0),
                FULL,
                Optional.empty(),
                false,
                Optional.of(NORTH),
                Optional.empty(),
                startsOn);
    }

    private static WorkerJoined joined(LocalDate startsOn) {
        return new WorkerJoined(
                Optional.of(about(CARYS, "Carys Yorath")),
                Optional.of("practitioner"),
                Optional.of(0),
                FULL,
                Optional.empty(),
                false,
                Optional.of(NORTH),
                Optional.empty(),
                startsOn,
                Optional.empty(),
                List.of());
    }

    private static CapacityChanged fourDays() {
        return new CapacityChanged(FOUR_DAYS, JUNE, Optional.empty());
    }

    private static RegistrationRecorded registered() {
        return new RegistrationRecorded(Optional.of(about(CARYS, "W/1234567")), JULY);
    }

    private static Leave leaving(LocalDate lastDay) {
        return new Leave(lastDay, Optional.empty());
    }

    private static WorkerLeft left() {
        return new WorkerLeft(JUNE, Optional.empty());
    }
}
