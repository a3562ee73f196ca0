package refocus.cases.recordkeeping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.recordkeeping.RecordKeeping.Erased;
import refocus.cases.recordkeeping.RecordKeeping.Erasing;
import refocus.cases.recordkeeping.RecordKeepingCommand.AnswerAccess;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeepSharedTexts;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.cases.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.cases.recordkeeping.RecordKeepingCommand.PlaceHold;
import refocus.cases.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.cases.recordkeeping.RecordKeepingCommand.RequestAccess;
import refocus.cases.recordkeeping.RecordKeepingCommand.Shared;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.Ground;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.cases.recordkeeping.RecordKeepingEvent.Looked;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedText;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessRequested;
import refocus.cases.recordkeeping.RecordKeepingEvent.Withheld;
import refocus.eventsourcing.DeciderSpec;
import refocus.eventsourcing.personal.Sealed;

class RecordKeepingTest {

    static final UUID NIA = new UUID(1, 1);
    static final UUID BROTHER = new UUID(1, 2);
    static final UUID HOLD = new UUID(2, 1);
    static final UUID ERASURE = new UUID(3, 1);
    static final UUID REFERRER = new UUID(3, 2);
    static final UUID REQUEST = new UUID(4, 1);
    static final UUID ENTRY = new UUID(5, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Instant SOON = Instant.parse("2026-11-26T12:06:00Z");
    static final KeptBy TO_2051 = new KeptBy("closed-case", 1, Optional.of(LocalDate.of(2051, 3, 1)));
    static final KeptBy TO_2040 = new KeptBy("childhood", 1, Optional.of(LocalDate.of(2040, 6, 2)));

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

        @Test
        void texts_it_shares_with_an_erased_child_are_kept_once() {
            aRecord.when(sharing()).then(shared());
            aRecord.given(shared()).when(sharing()).thenNothing();
            aRecord.when(new KeepSharedTexts(NIA, BROTHER, List.of(NIA), List.of(), TODAY))
                    .thenNothing();
        }
    }

    @Nested
    class Under_a_hold {

        @Test
        void it_is_not_erased_and_the_refusal_is_recorded() {
            aRecord.given(held())
                    .when(erase(TO_2051))
                    .then(new ErasureRefused(
                            ERASURE,
                            "RETENTION_ENDED",
                            List.of(
                                    new Ground("legal-hold", 1, Optional.empty(), Optional.empty()),
                                    new Ground(
                                            "closed-case",
                                            1,
                                            Optional.of(Sealed.about(NIA, "2051-03-01")),
                                            Optional.of(2051))),
                            TODAY));
        }

        @Test
        void it_is_free_when_the_hold_is_lifted() {
            aRecord.given(held()).when(lift(TODAY)).then(lifted());
            aRecord.given(held(), lifted()).when(erase()).then(ordered());
        }

        @Test
        void holding_and_lifting_twice_change_nothing() {
            aRecord.when(hold()).then(held());
            aRecord.given(held()).when(hold()).thenNothing();
            aRecord.given(held(), lifted()).when(lift(TODAY)).thenNothing();
        }

        @Test
        void a_hold_that_is_not_there_cannot_be_lifted_nor_one_before_it_was_placed() {
            aRecord.when(lift(TODAY)).thenUnknown();
            aRecord.given(held()).when(lift(TODAY.minusDays(1))).thenImpossible("occurredAt", "before-hold");
        }

        @Test
        void a_hold_on_every_record_counts_too() {
            aRecord.when(new OrderErasure(ERASURE, NIA, "SUBJECT_ASKED", true, List.of(), TODAY, SOON))
                    .then(new ErasureRefused(
                            ERASURE,
                            "SUBJECT_ASKED",
                            List.of(new Ground("service-hold", 1, Optional.empty(), Optional.empty())),
                            TODAY));
        }
    }

    @Nested
    class Under_a_rule {

        @Test
        void the_one_that_ends_last_is_told_first_and_one_without_an_end_before_it() {
            aRecord.when(erase(TO_2040, TO_2051, new KeptBy("open-case", 1, Optional.empty())))
                    .thenState(state -> state instanceof RecordKeeping.Kept kept
                            && kept.refusal(ERASURE).orElseThrow().grounds().stream()
                                    .map(Ground::rule)
                                    .toList()
                                    .equals(List.of("open-case", "closed-case", "childhood")));
        }
    }

    @Nested
    class Asked_for_by_the_person {

        @Test
        void it_is_not_erased_before_the_answer() {
            aRecord.when(new RequestAccess(REQUEST, "PERSON", TODAY, TODAY.plusMonths(1)))
                    .then(asked());
            aRecord.given(asked())
                    .when(erase())
                    .then(new ErasureRefused(
                            ERASURE,
                            "RETENTION_ENDED",
                            List.of(new Ground("subject-access", 1, Optional.empty(), Optional.empty())),
                            TODAY));
            aRecord.given(asked(), answered()).when(erase()).then(ordered());
        }

        @Test
        void it_is_answered_once_with_what_was_withheld_and_the_persons_own_words() {
            aRecord.given(asked()).when(answer(TODAY)).then(answered());
            aRecord.given(asked(), answered()).when(answer(TODAY)).thenRefused("subject-access-answered");
            aRecord.given(asked()).when(answer(TODAY.minusDays(1))).thenImpossible("occurredAt", "before-request");
            aRecord.when(answer(TODAY)).thenUnknown();
            aRecord.given(asked())
                    .when(new RequestAccess(REQUEST, "PERSON", TODAY, TODAY.plusMonths(1)))
                    .thenNothing();
        }
    }

    @Nested
    class While_it_is_being_erased {

        @Test
        void a_hold_comes_too_late() {
            aRecord.given(ordered()).when(hold()).thenRefused("erasure-under-way");
            aRecord.given(ordered()).when(lift(TODAY)).thenRefused("erasure-under-way");
        }

        @Test
        void nothing_is_read_or_added() {
            aRecord.given(ordered())
                    .when(new RequestAccess(REQUEST, "PERSON", TODAY, TODAY))
                    .thenRefused("erased");
            aRecord.given(ordered()).when(sharing()).thenRefused("erased");
        }

        @Test
        void ordering_it_again_changes_nothing() {
            aRecord.given(ordered()).when(erase(TO_2051)).thenNothing();
        }
    }

    @Nested
    class When_erased {

        @Test
        void nothing_more_happens() {
            aRecord.given(ordered(), erased()).when(done()).thenNothing();
            aRecord.given(ordered(), erased()).when(erase()).thenNothing();
            aRecord.given(ordered(), erased()).when(hold()).thenRefused("erased");
            aRecord.given(ordered(), erased()).when(answer(TODAY)).thenRefused("erased");
        }
    }

    private static OrderErasure erase(KeptBy... keeping) {
        return new OrderErasure(ERASURE, NIA, "RETENTION_ENDED", false, List.of(keeping), TODAY, SOON);
    }

    private static ErasureOrdered ordered() {
        return new ErasureOrdered(ERASURE, "RETENTION_ENDED", TODAY, SOON);
    }

    private static RecordErased done() {
        return new RecordErased(ERASURE, List.of(new Looked("LOG", 7)), List.of(REFERRER), TODAY);
    }

    private static PersonalDataErased erased() {
        return new PersonalDataErased(ERASURE, List.of(new Looked("LOG", 7)), List.of(REFERRER), TODAY);
    }

    private static PlaceHold hold() {
        return new PlaceHold(HOLD, NIA, false, "CLAIM", Optional.of("2026/17"), TODAY);
    }

    private static LegalHoldPlaced held() {
        return new LegalHoldPlaced(HOLD, false, "CLAIM", Optional.of(Sealed.about(NIA, "2026/17")), TODAY);
    }

    private static LiftHold lift(LocalDate on) {
        return new LiftHold(HOLD, "ENDED", on);
    }

    private static LegalHoldLifted lifted() {
        return new LegalHoldLifted(HOLD, false, "ENDED", TODAY);
    }

    private static KeepSharedTexts sharing() {
        return new KeepSharedTexts(
                NIA, BROTHER, List.of(NIA), List.of(new Shared(ENTRY, "/text", "Both were tired")), TODAY);
    }

    private static SharedTextsKept shared() {
        return new SharedTextsKept(
                BROTHER,
                List.of(NIA),
                List.of(new SharedText(ENTRY, "/text", Sealed.about(NIA, "Both were tired"))),
                TODAY);
    }

    private static SubjectAccessRequested asked() {
        return new SubjectAccessRequested(REQUEST, "PERSON", TODAY, TODAY.plusMonths(1));
    }

    private static AnswerAccess answer(LocalDate on) {
        return new AnswerAccess(
                REQUEST,
                NIA,
                "GIVEN_IN_PART",
                "NO_SERIOUS_HARM",
                List.of(new Withheld(ENTRY, "referrer", "REFERRER")),
                Optional.of("It was not like that"),
                on);
    }

    private static SubjectAccessAnswered answered() {
        return new SubjectAccessAnswered(
                REQUEST,
                "GIVEN_IN_PART",
                "NO_SERIOUS_HARM",
                List.of(new Withheld(ENTRY, "referrer", "REFERRER")),
                Optional.of(Sealed.about(NIA, "It was not like that")),
                TODAY);
    }
}
