package refocus.staff.training;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.Bilingual;
import refocus.staff.training.SessionCommand.Book;
import refocus.staff.training.SessionCommand.Cancel;
import refocus.staff.training.SessionCommand.CancelBooking;
import refocus.staff.training.SessionCommand.Evaluate;
import refocus.staff.training.SessionCommand.RecordAttendance;
import refocus.staff.training.SessionCommand.Schedule;
import refocus.staff.training.SessionEvent.AttendanceRecorded;
import refocus.staff.training.SessionEvent.BookingCancelled;
import refocus.staff.training.SessionEvent.PlaceBooked;
import refocus.staff.training.SessionEvent.PlaceOffered;
import refocus.staff.training.SessionEvent.SessionCancelled;
import refocus.staff.training.SessionEvent.SessionEvaluated;
import refocus.staff.training.SessionEvent.SessionScheduled;
import refocus.staff.training.SessionEvent.WaitlistJoined;

class TrainingSessionTest {

    static final UUID CARYS = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final UUID TOMOS = UUID.fromString("01930000-0000-7000-8000-0000000000c2");
    static final UUID RHIAN = UUID.fromString("01930000-0000-7000-8000-0000000000c3");
    static final Instant START = Instant.parse("2026-11-10T09:30:00Z");
    static final Instant BEFORE = START.minusSeconds(1);
    static final Bilingual PLAY = new Bilingual("Play and talk", "Chwarae a siarad");

    final DeciderSpec<SessionCommand, SessionEvent, TrainingSession> aSession =
            DeciderSpec.of(TrainingSession.TYPE.decider());

    @Test
    void it_is_scheduled_once() {
        aSession.when(scheduling()).then(scheduled());
        aSession.given(scheduled()).when(scheduling()).thenNothing();
    }

    @Test
    void what_was_never_scheduled_is_unknown() {
        aSession.when(new Book(CARYS, BEFORE)).thenUnknown();
        aSession.when(new CancelBooking(CARYS, BEFORE)).thenUnknown();
        aSession.when(new Cancel("TRAINER_ILL", BEFORE)).thenUnknown();
        aSession.when(new RecordAttendance(CARYS, true, START)).thenUnknown();
        aSession.when(new Evaluate(CARYS, 5, Optional.empty())).thenUnknown();
    }

    @Nested
    class Places_with_one_place {

        @Test
        void the_first_has_it_once() {
            aSession.given(scheduled()).when(new Book(CARYS, BEFORE)).then(booked(CARYS));
            aSession.given(scheduled(), booked(CARYS))
                    .when(new Book(CARYS, BEFORE))
                    .thenNothing();
        }

        @Test
        void the_second_waits_once() {
            aSession.given(scheduled(), booked(CARYS))
                    .when(new Book(TOMOS, BEFORE))
                    .then(waiting(TOMOS));
            aSession.given(scheduled(), booked(CARYS), waiting(TOMOS))
                    .when(new Book(TOMOS, BEFORE))
                    .thenNothing();
        }

        @Test
        void a_freed_place_goes_to_the_head_of_the_waiting_list_and_is_kept_for_them() {
            aSession.given(scheduled(), booked(CARYS), waiting(TOMOS), waiting(RHIAN))
                    .when(new CancelBooking(CARYS, BEFORE))
                    .then(new BookingCancelled(CARYS), new PlaceOffered(TOMOS));
            aSession.given(freed()).when(new Book(CARYS, BEFORE)).then(waiting(CARYS));
            aSession.given(freed()).when(new Book(TOMOS, BEFORE)).then(booked(TOMOS));
            aSession.given(freed())
                    .when(new CancelBooking(TOMOS, BEFORE))
                    .then(new BookingCancelled(TOMOS), new PlaceOffered(RHIAN));
        }

        @Test
        void who_stops_waiting_frees_no_place() {
            aSession.given(scheduled(), booked(CARYS), waiting(TOMOS))
                    .when(new CancelBooking(TOMOS, BEFORE))
                    .then(new BookingCancelled(TOMOS));
            aSession.given(scheduled(), booked(CARYS))
                    .when(new CancelBooking(TOMOS, BEFORE))
                    .thenNothing();
        }

        @Test
        void nobody_is_offered_a_place_in_what_has_begun() {
            aSession.given(scheduled(), booked(CARYS), waiting(TOMOS))
                    .when(new CancelBooking(CARYS, START))
                    .then(new BookingCancelled(CARYS));
            aSession.given(scheduled()).when(new Book(CARYS, START)).thenRefused("session-begun");
        }

        private SessionEvent[] freed() {
            return new SessionEvent[] {
                scheduled(),
                booked(CARYS),
                waiting(TOMOS),
                waiting(RHIAN),
                new BookingCancelled(CARYS),
                new PlaceOffered(TOMOS)
            };
        }
    }

    @Nested
    class Cancelling {

        @Test
        void it_is_cancelled_once_and_not_after_it_began() {
            aSession.given(scheduled()).when(new Cancel("TRAINER_ILL", BEFORE)).then(cancelled());
            aSession.given(scheduled(), cancelled())
                    .when(new Cancel("TRAINER_ILL", BEFORE))
                    .thenNothing();
            aSession.given(scheduled()).when(new Cancel("TRAINER_ILL", START)).thenRefused("session-begun");
        }

        @Test
        void what_was_cancelled_takes_nobody() {
            aSession.given(scheduled(), cancelled())
                    .when(new Book(CARYS, BEFORE))
                    .thenRefused("session-cancelled");
            aSession.given(scheduled(), cancelled())
                    .when(new RecordAttendance(CARYS, true, START))
                    .thenRefused("session-cancelled");
            aSession.given(scheduled(), booked(CARYS), cancelled())
                    .when(new CancelBooking(CARYS, BEFORE))
                    .thenNothing();
        }
    }

    @Nested
    class Afterwards {

        @Test
        void who_came_is_recorded_once_and_not_before_it_began() {
            aSession.given(scheduled(), booked(CARYS))
                    .when(new RecordAttendance(CARYS, true, START))
                    .then(came());
            aSession.given(scheduled(), booked(CARYS), came())
                    .when(new RecordAttendance(CARYS, true, START))
                    .thenNothing();
            aSession.given(scheduled(), booked(CARYS))
                    .when(new RecordAttendance(CARYS, true, BEFORE))
                    .thenRefused("session-not-begun");
        }

        @Test
        void who_came_without_a_place_came_all_the_same() {
            aSession.given(scheduled())
                    .when(new RecordAttendance(TOMOS, true, START))
                    .then(new AttendanceRecorded(TOMOS, true, Optional.of("no-place-booked")));
        }

        @Test
        void who_came_judges_it_once() {
            var said = new SessionEvaluated(CARYS, 4, Optional.of(about(CARYS, "good")));
            aSession.given(scheduled(), booked(CARYS), came())
                    .when(new Evaluate(CARYS, 4, Optional.of("good")))
                    .then(said);
            aSession.given(scheduled(), booked(CARYS), came(), said)
                    .when(new Evaluate(CARYS, 4, Optional.of("good")))
                    .thenNothing();
            aSession.given(scheduled(), booked(CARYS), came(), said)
                    .when(new Evaluate(CARYS, 5, Optional.empty()))
                    .thenRefused("already-evaluated");
            aSession.given(scheduled(), booked(CARYS))
                    .when(new Evaluate(CARYS, 4, Optional.empty()))
                    .thenRefused("not-attended");
        }

        @Test
        void what_is_over_is_not_cancelled() {
            aSession.given(scheduled(), booked(CARYS), came())
                    .when(new CancelBooking(CARYS, START))
                    .thenRefused("session-begun");
        }
    }

    private static Schedule scheduling() {
        return new Schedule(PLAY, "DIRECT_WORK", "CY", 1, START, Optional.of(180), Optional.empty());
    }

    private static SessionScheduled scheduled() {
        return new SessionScheduled(PLAY, "DIRECT_WORK", "CY", 1, START, Optional.of(180), Optional.empty());
    }

    private static PlaceBooked booked(UUID worker) {
        return new PlaceBooked(worker);
    }

    private static WaitlistJoined waiting(UUID worker) {
        return new WaitlistJoined(worker);
    }

    private static SessionCancelled cancelled() {
        return new SessionCancelled("TRAINER_ILL");
    }

    private static AttendanceRecorded came() {
        return new AttendanceRecorded(CARYS, true, Optional.empty());
    }
}
