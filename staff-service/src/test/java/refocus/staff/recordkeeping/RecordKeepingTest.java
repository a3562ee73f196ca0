package refocus.staff.recordkeeping;

import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.staff.recordkeeping.RecordKeeping.ALL_STAFF;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.recordkeeping.RecordKeeping.Erased;
import refocus.staff.recordkeeping.RecordKeeping.Erasing;
import refocus.staff.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.staff.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.staff.recordkeeping.RecordKeepingCommand.PlaceHold;
import refocus.staff.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.staff.recordkeeping.RecordKeepingEvent.Looked;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;

class RecordKeepingTest {

    static final UUID CARYS = new UUID(1, 1);
    static final UUID HOLD = new UUID(2, 1);
    static final UUID ERASURE = new UUID(3, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Instant SOON = Instant.parse("2026-11-26T12:06:00Z");

    final DeciderSpec<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> aRecord =
            DeciderSpec.of(RecordKeeping.TYPE.decider());

    @Nested
    class When_nothing_keeps_it {

        @Test
        void it_is_erased_in_two_steps() {
            aRecord.when(erase()).then(ordered()).thenState(Erasing.class::isInstance);
            aRecord.given(ordered()).when(done()).then(erased()).thenState(Erased.class::isInstance);
        }

        @Test
        void what_a_restored_log_has_forgotten_is_recorded_again() {
            aRecord.when(done()).then(erased());
        }
    }

    @Nested
    class Under_a_hold {

        @Test
        void it_is_not_erased_until_the_hold_is_lifted() {
            aRecord.given(held()).when(erase()).thenRefused("legal-hold");
            aRecord.given(held()).when(lift(TODAY)).then(lifted());
            aRecord.given(held(), lifted()).when(erase()).then(ordered());
        }

        @Test
        void holding_and_lifting_twice_change_nothing() {
            aRecord.when(hold()).then(held());
            aRecord.given(held()).when(hold()).thenNothing();
            aRecord.given(held(), lifted()).when(hold()).thenNothing();
            aRecord.given(held(), lifted()).when(lift(TODAY)).thenNothing();
        }

        @Test
        void a_hold_that_is_not_there_cannot_be_lifted_nor_one_before_it_was_placed() {
            aRecord.when(lift(TODAY)).thenUnknown();
            aRecord.given(held()).when(lift(TODAY.minusDays(1))).thenImpossible("occurredAt", "before-hold");
        }

        @Test
        void one_on_all_staff_keeps_each_of_them_and_says_so() {
            aRecord.when(erase(true, Optional.of(TODAY))).thenRefused("service-hold");
            aRecord.given(held()).when(erase(true, Optional.of(TODAY))).thenRefused("legal-hold");
            aRecord.when(new PlaceHold(HOLD, ALL_STAFF, "CLAIM", Optional.of("2026/17"), TODAY))
                    .then(new LegalHoldPlaced(HOLD, true, "CLAIM", Optional.of(about(ALL_STAFF, "2026/17")), TODAY));
        }
    }

    @Nested
    class Under_a_rule {

        @Test
        void that_of_someone_in_post_is_kept_without_an_end() {
            aRecord.when(erase(false, Optional.empty())).thenRefused("worker-in-post");
        }

        @Test
        void that_of_someone_who_left_is_kept_up_to_the_day_the_rule_ends() {
            aRecord.when(erase(false, Optional.of(TODAY.plusDays(1)))).thenRefused("worker-kept");
            aRecord.when(erase(false, Optional.of(TODAY))).then(ordered());
        }
    }

    @Nested
    class While_it_is_being_erased {

        @Test
        void a_hold_comes_too_late() {
            aRecord.given(ordered()).when(hold()).thenRefused("erasure-under-way");
            aRecord.given(held(), lifted(), ordered()).when(lift(TODAY)).thenRefused("erasure-under-way");
        }

        @Test
        void ordering_it_again_changes_nothing() {
            aRecord.given(ordered()).when(erase(true, Optional.empty())).thenNothing();
        }
    }

    @Nested
    class When_erased {

        @Test
        void nothing_more_happens() {
            aRecord.given(ordered(), erased()).when(done()).thenNothing();
            aRecord.given(ordered(), erased()).when(erase()).thenNothing();
            aRecord.given(ordered(), erased()).when(hold()).thenRefused("erased");
            aRecord.given(ordered(), erased()).when(lift(TODAY)).thenRefused("erased");
        }
    }

    private static OrderErasure erase() {
        return erase(false, Optional.of(TODAY));
    }

    private static OrderErasure erase(boolean allStaffHeld, Optional<LocalDate> keptUntil) {
        return new OrderErasure(ERASURE, "RETENTION_ENDED", allStaffHeld, keptUntil, TODAY, SOON);
    }

    private static ErasureOrdered ordered() {
        return new ErasureOrdered(ERASURE, "RETENTION_ENDED", TODAY, SOON);
    }

    private static RecordErased done() {
        return new RecordErased(ERASURE, List.of(new Looked("LOG", 7)), TODAY);
    }

    private static PersonalDataErased erased() {
        return new PersonalDataErased(ERASURE, List.of(new Looked("LOG", 7)), TODAY);
    }

    private static PlaceHold hold() {
        return new PlaceHold(HOLD, CARYS, "CLAIM", Optional.of("2026/17"), TODAY);
    }

    private static LegalHoldPlaced held() {
        return new LegalHoldPlaced(HOLD, false, "CLAIM", Optional.of(about(CARYS, "2026/17")), TODAY);
    }

    private static LiftHold lift(LocalDate on) {
        return new LiftHold(HOLD, "ENDED", on);
    }

    private static LegalHoldLifted lifted() {
        return new LegalHoldLifted(HOLD, false, "ENDED", TODAY);
    }
}
