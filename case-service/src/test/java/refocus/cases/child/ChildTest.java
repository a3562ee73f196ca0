package refocus.cases.child;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.child.Child.OnRecord;
import refocus.cases.child.ChildCommand.CorrectDetails;
import refocus.cases.child.ChildCommand.OnDate;
import refocus.cases.child.ChildCommand.RecordDeath;
import refocus.cases.child.ChildCommand.RegisterChild;
import refocus.cases.child.ChildEvent.ChildDetailsCorrected;
import refocus.cases.child.ChildEvent.ChildDied;
import refocus.cases.child.ChildEvent.ChildRecordCreated;
import refocus.cases.child.ChildEvent.Precision;
import refocus.eventsourcing.DeciderSpec;

class ChildTest {

    static final UUID NIA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    static final OnDate JUNE_2015 = new OnDate(LocalDate.parse("2015-06-02"), Precision.DAY);
    static final OnDate JANUARY_2027 = new OnDate(LocalDate.parse("2027-01-01"), Precision.MONTH);

    final DeciderSpec<ChildCommand, ChildEvent, Child> aChild = DeciderSpec.of(Child.TYPE.decider());

    @Nested
    class When_unrecorded {

        @Test
        void a_child_is_registered_with_only_the_coarse_fields_in_clear() {
            aChild.when(registering(Optional.of(JUNE_2015), Optional.empty())).then(niaRecorded());
        }

        @Test
        void an_unborn_child_has_an_expected_date_and_no_birth_year() {
            var events = aChild.when(registering(Optional.empty(), Optional.of(JANUARY_2027)))
                    .events();
            assertThat(events).singleElement().isInstanceOfSatisfying(ChildRecordCreated.class, created -> {
                assertThat(created.unborn()).isTrue();
                assertThat(created.birthYear()).isEmpty();
                assertThat(created.expectedDate()).contains(about(NIA, "2027-01-01"));
            });
        }

        @Test
        void one_of_the_two_dates_is_needed_and_not_both() {
            aChild.when(registering(Optional.empty(), Optional.empty()))
                    .thenImpossible("dateOfBirth", "birth-or-expected-date");
            aChild.when(registering(Optional.of(JUNE_2015), Optional.of(JANUARY_2027)))
                    .thenImpossible("expectedDate", "born-and-unborn");
        }

        @Test
        void nobody_was_born_tomorrow() {
            aChild.when(registering(Optional.of(new OnDate(TODAY.plusDays(1), Precision.DAY)), Optional.empty()))
                    .thenImpossible("dateOfBirth.date", "in-the-future");
        }

        @Test
        void there_is_nothing_to_correct() {
            aChild.when(correcting("familyName", "Parry")).thenUnknown();
        }

        @Test
        void nobody_can_have_died() {
            aChild.when(dying(TODAY)).thenUnknown();
        }
    }

    @Nested
    class When_on_record {

        @Test
        void registering_again_is_a_repeat() {
            aChild.given(niaRecorded())
                    .when(registering(Optional.of(JUNE_2015), Optional.empty()))
                    .thenNothing();
        }

        @Test
        void a_name_is_corrected_under_seal() {
            aChild.given(niaRecorded())
                    .when(correcting("familyName", "Parry"))
                    .then(new ChildDetailsCorrected(
                            "familyName",
                            Optional.of(about(NIA, "Parry")),
                            Optional.empty(),
                            Optional.empty(),
                            "TYPING_ERROR",
                            TODAY))
                    .thenState(state -> state instanceof OnRecord(Details details)
                            && about(NIA, "Parry").equals(details.personal().get("familyName")));
        }

        @Test
        void a_date_of_birth_takes_its_year_along() {
            aChild.given(niaRecorded())
                    .when(correcting("dateOfBirth", "2014-06-02"))
                    .thenState(state -> state instanceof OnRecord(Details details)
                            && details.birthYear().equals(Optional.of(2014)));
        }

        @Test
        void a_code_that_stands_already_is_a_repeat() {
            aChild.given(niaRecorded()).when(correcting("sex", "FEMALE")).thenNothing();
        }

        @Test
        void a_wrong_value_or_field_is_impossible() {
            aChild.given(niaRecorded())
                    .when(correcting("nhsNumber", "9990000019"))
                    .thenImpossible("nhsNumber", "check-digit");
            aChild.given(niaRecorded()).when(correcting("dateOfBirth", "June")).thenImpossible("to", "not-a-date");
            aChild.given(niaRecorded())
                    .when(correcting("dateOfBirth", "2026-11-03"))
                    .thenImpossible("to", "in-the-future");
            aChild.given(niaRecorded()).when(correcting("shoeSize", "4")).thenImpossible("field", "no-such-detail");
        }
    }

    @Nested
    class When_a_child_dies {

        @Test
        void the_day_is_recorded_under_seal() {
            aChild.given(niaRecorded())
                    .when(dying(TODAY))
                    .then(died())
                    .thenState(state -> state instanceof OnRecord(Details details) && details.hasDied());
        }

        @Test
        void an_unborn_child_can_too() {
            aChild.given(unbornRecorded()).when(dying(TODAY)).then(died());
        }

        @Test
        void a_second_death_is_refused_and_the_day_corrected_instead() {
            aChild.given(niaRecorded(), died()).when(dying(TODAY)).thenRefused("death-on-record");
            aChild.given(niaRecorded(), died())
                    .when(correcting("diedOn", "2026-11-01"))
                    .then(new ChildDetailsCorrected(
                            "diedOn",
                            Optional.of(about(NIA, "2026-11-01")),
                            Optional.empty(),
                            Optional.empty(),
                            "TYPING_ERROR",
                            TODAY));
            aChild.given(niaRecorded(), died())
                    .when(correcting("diedOn", "2026-11-03"))
                    .thenImpossible("to", "in-the-future");
            aChild.given(niaRecorded()).when(correcting("diedOn", "2026-11-01")).thenRefused("no-death-on-record");
        }

        @Test
        void it_is_not_tomorrow_nor_in_a_year_before_the_birth() {
            aChild.given(niaRecorded()).when(dying(TODAY.plusDays(1))).thenImpossible("diedOn", "in-the-future");
            aChild.given(niaRecorded())
                    .when(dying(LocalDate.parse("2014-12-31")))
                    .thenImpossible("diedOn", "before-birth");
        }
    }

    @Nested
    class When_unborn {

        @Test
        void a_date_of_birth_waits_for_the_birth() {
            aChild.given(unbornRecorded())
                    .when(correcting("dateOfBirth", "2026-11-01"))
                    .thenRefused("child-unborn");
        }
    }

    static ChildDied died() {
        return new ChildDied(about(NIA, "2026-11-02"));
    }

    static RecordDeath dying(LocalDate on) {
        return new RecordDeath(NIA, on, TODAY);
    }

    static ChildRecordCreated niaRecorded() {
        return created(Optional.of(JUNE_2015), Optional.empty());
    }

    static ChildRecordCreated unbornRecorded() {
        return created(Optional.empty(), Optional.of(JANUARY_2027));
    }

    private static ChildRecordCreated created(Optional<OnDate> born, Optional<OnDate> expected) {
        return new ChildRecordCreated(
                Optional.of(about(NIA, "Nia")),
                about(NIA, "Probert"),
                about(NIA, born.map(on -> on.date().toString())),
                about(NIA, expected.map(on -> on.date().toString())),
                born.or(() -> expected).orElseThrow().precision(),
                expected.isPresent(),
                born.map(on -> on.date().getYear()),
                Optional.of("FEMALE"),
                Optional.empty(),
                Optional.of(about(NIA, "9990000018")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("SA14"),
                List.of());
    }

    private static RegisterChild registering(Optional<OnDate> born, Optional<OnDate> expected) {
        return new RegisterChild(
                NIA,
                Optional.of("Nia"),
                "Probert",
                born,
                expected,
                Optional.of("FEMALE"),
                Optional.empty(),
                Optional.of(NhsNumber.fromString("999 000 0018")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("SA14"),
                List.of(),
                TODAY);
    }

    private static CorrectDetails correcting(String field, String to) {
        return new CorrectDetails(NIA, field, to, "TYPING_ERROR", TODAY, TODAY);
    }
}
