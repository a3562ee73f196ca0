package refocus.cases.childcase;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.childcase.CaseCommand.AllocateWorker;
import refocus.cases.childcase.CaseCommand.CloseCase;
import refocus.cases.childcase.CaseCommand.EndAllocation;
import refocus.cases.childcase.CaseCommand.OpenCase;
import refocus.cases.childcase.CaseCommand.Present;
import refocus.cases.childcase.CaseCommand.RecordDirectWork;
import refocus.cases.childcase.CaseCommand.RecordMissedDirectWork;
import refocus.cases.childcase.CaseCommand.RecordNote;
import refocus.cases.childcase.CaseCommand.ReopenCase;
import refocus.cases.childcase.CaseCommand.Role;
import refocus.cases.childcase.CaseCommand.Session;
import refocus.cases.childcase.CaseCommand.Standing;
import refocus.cases.childcase.CaseCommand.When;
import refocus.cases.childcase.CaseEvent.AllocationEnded;
import refocus.cases.childcase.CaseEvent.Attendance;
import refocus.cases.childcase.CaseEvent.CaseClosed;
import refocus.cases.childcase.CaseEvent.CaseNoteRecorded;
import refocus.cases.childcase.CaseEvent.CaseOpened;
import refocus.cases.childcase.CaseEvent.CaseReopened;
import refocus.cases.childcase.CaseEvent.DirectWorkHeld;
import refocus.cases.childcase.CaseEvent.DirectWorkNotHeld;
import refocus.cases.childcase.CaseEvent.WorkerAllocated;
import refocus.eventsourcing.DeciderSpec;

class ChildCaseTest {

    static final UUID NIA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID MACSEN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    static final UUID AMINA = UUID.fromString("01930000-0000-7000-8000-0000000000a1");
    static final UUID GWEN = UUID.fromString("01930000-0000-7000-8000-0000000000a2");
    static final UUID DECISION = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final UUID FIRST = UUID.fromString("01930000-0000-7000-8000-0000000000b1");
    static final UUID SECOND = UUID.fromString("01930000-0000-7000-8000-0000000000b2");
    static final LocalDate OPENING = LocalDate.parse("2026-11-02");
    static final LocalDate NEXT_DAY = OPENING.plusDays(1);
    static final LocalDate CLOSING = LocalDate.parse("2026-11-20");

    final DeciderSpec<CaseCommand, CaseEvent, ChildCase> aCase = DeciderSpec.of(ChildCase.TYPE.decider());

    @Nested
    class When_unopened {

        @Test
        void it_is_opened_for_one_child() {
            aCase.when(new OpenCase(NIA, Optional.empty(), OPENING)).then(opened());
        }

        @Test
        void nothing_else_can_happen_to_it() {
            aCase.when(allocating(FIRST, AMINA, Role.LEAD, NEXT_DAY)).thenUnknown();
            aCase.when(new EndAllocation(FIRST, NEXT_DAY, Optional.empty())).thenUnknown();
            aCase.when(new RecordDirectWork(session(), on(NEXT_DAY))).thenUnknown();
            aCase.when(missing(NEXT_DAY)).thenUnknown();
            aCase.when(noting(NEXT_DAY)).thenUnknown();
            aCase.when(closing(CLOSING)).thenUnknown();
            aCase.when(reopening(CLOSING)).thenUnknown();
        }
    }

    @Nested
    class When_open {

        @Test
        void opening_it_again_is_a_repeat() {
            aCase.given(opened())
                    .when(new OpenCase(NIA, Optional.empty(), OPENING))
                    .thenNothing();
        }

        @Test
        void a_worker_is_allocated() {
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.LEAD, NEXT_DAY))
                    .then(aminaLeads());
        }

        @Test
        void allocating_the_same_worker_from_the_same_day_is_a_repeat() {
            aCase.given(opened(), aminaLeads())
                    .when(allocating(SECOND, AMINA, Role.LEAD, NEXT_DAY))
                    .thenNothing();
        }

        @Test
        void it_has_one_lead_at_a_time() {
            aCase.given(opened(), aminaLeads())
                    .when(allocating(SECOND, GWEN, Role.LEAD, NEXT_DAY.plusDays(3)))
                    .thenRefused("lead-allocated");
            aCase.given(opened(), aminaLeads())
                    .when(allocating(SECOND, GWEN, Role.LEAD, OPENING))
                    .thenRefused("lead-allocated");
        }

        @Test
        void others_work_beside_the_lead() {
            aCase.given(opened(), aminaLeads())
                    .when(allocating(SECOND, GWEN, Role.CO, NEXT_DAY))
                    .then(allocated(SECOND, GWEN, Role.CO, NEXT_DAY));
            aCase.given(opened(), allocated(SECOND, GWEN, Role.CO, NEXT_DAY))
                    .when(allocating(FIRST, GWEN, Role.CO, NEXT_DAY.plusDays(1)))
                    .thenRefused("worker-allocated");
        }

        @Test
        void the_next_lead_begins_on_the_day_the_last_one_ends() {
            aCase.given(opened(), aminaLeads(), aminaEnded())
                    .when(allocating(SECOND, GWEN, Role.LEAD, CLOSING.minusDays(1)))
                    .thenRefused("lead-allocated");
            aCase.given(opened(), aminaLeads(), aminaEnded())
                    .when(allocating(SECOND, GWEN, Role.LEAD, CLOSING))
                    .then(allocated(SECOND, GWEN, Role.LEAD, CLOSING));
        }

        @Test
        void who_held_it_on_any_day_is_answerable() {
            aCase.given(opened(), aminaLeads(), aminaEnded(), allocated(SECOND, GWEN, Role.LEAD, CLOSING))
                    .thenState(state -> state instanceof ChildCase.Open(var file)
                            && file.leadOn(OPENING).isEmpty()
                            && file.leadOn(NEXT_DAY).equals(Optional.of(AMINA))
                            && file.leadOn(CLOSING.minusDays(1)).equals(Optional.of(AMINA))
                            && file.leadOn(CLOSING).equals(Optional.of(GWEN)));
        }

        @Test
        void an_allocation_ends_once_and_not_before_it_began() {
            aCase.given(opened(), aminaLeads())
                    .when(new EndAllocation(FIRST, CLOSING, Optional.of("HANDOVER")))
                    .then(aminaEnded());
            aCase.given(opened(), aminaLeads(), aminaEnded())
                    .when(new EndAllocation(FIRST, CLOSING, Optional.of("HANDOVER")))
                    .thenNothing();
            aCase.given(opened(), aminaLeads(), aminaEnded())
                    .when(new EndAllocation(FIRST, CLOSING.plusDays(1), Optional.empty()))
                    .thenRefused("allocation-ended");
            aCase.given(opened(), aminaLeads())
                    .when(new EndAllocation(FIRST, OPENING, Optional.empty()))
                    .thenImpossible("to", "before-from");
            aCase.given(opened(), aminaLeads())
                    .when(new EndAllocation(SECOND, CLOSING, Optional.empty()))
                    .thenUnknown();
        }

        @Test
        void direct_work_is_four_fields_and_the_child_was_there() {
            aCase.given(opened())
                    .when(new RecordDirectWork(session(), on(NEXT_DAY)))
                    .then(held(List.of(new Attendance(NIA, true, true, Optional.empty())), Optional.empty()));
        }

        @Test
        void a_sibling_session_is_one_call_with_each_childs_words_under_their_own_key() {
            var macsen = new Present(MACSEN, true, false, Optional.of("I like the drawing."));
            aCase.given(opened())
                    .when(new RecordDirectWork(session(macsen), on(NEXT_DAY)))
                    .then(held(
                            List.of(
                                    new Attendance(NIA, true, true, Optional.empty()),
                                    new Attendance(
                                            MACSEN, true, false, Optional.of(about(MACSEN, "I like the drawing.")))),
                            Optional.empty()));
        }

        @Test
        void a_session_can_have_been_without_the_child_of_the_case() {
            var nia = new Present(NIA, false, false, Optional.empty());
            var events = aCase.given(opened())
                    .when(new RecordDirectWork(session(nia), on(NEXT_DAY)))
                    .events();
            assertThat(events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DirectWorkHeld.class,
                            held -> assertThat(held.children())
                                    .containsExactly(new Attendance(NIA, false, false, Optional.empty())));
        }

        @Test
        void a_session_that_did_not_come_about_is_recorded_with_its_reason() {
            aCase.given(opened())
                    .when(missing(NEXT_DAY))
                    .then(new DirectWorkNotHeld(
                            NIA,
                            List.of(AMINA),
                            NEXT_DAY,
                            "CHILD_UNWELL",
                            Optional.of(about(NIA, "Has a cold.")),
                            Optional.empty()));
        }

        @Test
        void a_call_with_the_school_is_a_note() {
            aCase.given(opened()).when(noting(NEXT_DAY)).then(noted(NEXT_DAY, Optional.empty()));
        }

        @Test
        void closing_it_ends_who_held_it() {
            aCase.given(opened(), aminaLeads(), allocated(SECOND, GWEN, Role.CO, CLOSING.plusDays(5)))
                    .when(closing(CLOSING))
                    .then(
                            new AllocationEnded(NIA, FIRST, AMINA, Role.LEAD, CLOSING, Optional.of("CASE_CLOSED")),
                            new AllocationEnded(
                                    NIA, SECOND, GWEN, Role.CO, CLOSING.plusDays(5), Optional.of("CASE_CLOSED")),
                            closed());
        }

        @Test
        void it_cannot_have_closed_before_it_opened() {
            aCase.given(opened()).when(closing(OPENING.minusDays(1))).thenImpossible("occurredAt", "before-opening");
        }

        @Test
        void there_is_nothing_to_reopen() {
            aCase.given(opened()).when(reopening(CLOSING)).thenRefused("case-open");
        }
    }

    @Nested
    class When_closed {

        @Test
        void it_takes_no_worker_and_no_second_closing() {
            aCase.given(opened(), closed())
                    .when(allocating(FIRST, AMINA, Role.LEAD, CLOSING))
                    .thenRefused("case-closed");
            aCase.given(opened(), closed()).when(closing(CLOSING)).thenRefused("case-closed");
        }

        @Test
        void opening_it_again_is_a_repeat_of_the_first_time() {
            aCase.given(opened(), closed())
                    .when(new OpenCase(NIA, Optional.empty(), OPENING))
                    .thenNothing();
        }

        @Test
        void a_visit_after_closing_is_recorded_and_marked() {
            aCase.given(opened(), closed())
                    .when(new RecordDirectWork(session(), on(CLOSING.plusDays(1))))
                    .events()
                    .forEach(event -> assertThat(event)
                            .isInstanceOfSatisfying(
                                    DirectWorkHeld.class,
                                    held -> assertThat(held.outsideRule()).contains("case-closed")));
            aCase.given(opened(), closed())
                    .when(noting(CLOSING.plusDays(1)))
                    .then(noted(CLOSING.plusDays(1), Optional.of("case-closed")));
        }

        @Test
        void a_visit_before_closing_that_is_recorded_late_is_within_the_rules() {
            aCase.given(opened(), closed())
                    .when(new RecordDirectWork(session(), on(NEXT_DAY)))
                    .then(held(List.of(new Attendance(NIA, true, true, Optional.empty())), Optional.empty()));
        }

        @Test
        void it_is_reopened_with_what_was_known() {
            aCase.given(opened(), aminaLeads(), aminaEnded(), closed())
                    .when(reopening(CLOSING.plusDays(3)))
                    .then(new CaseReopened(NIA, "NEW_CONCERN", CLOSING.plusDays(3)))
                    .thenState(state -> state instanceof ChildCase.Open(var file)
                            && file.leadOn(NEXT_DAY).equals(Optional.of(AMINA)));
            aCase.given(opened(), closed()).when(reopening(OPENING)).thenImpossible("occurredAt", "before-closing");
        }
    }

    @Nested
    class A_worker_to_be_allocated {

        @Test
        void is_here_on_the_day_the_hold_begins_and_on_the_day_it_is_decided() {
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.LEAD, NEXT_DAY, leaving(NEXT_DAY)))
                    .then(allocated(FIRST, AMINA, Role.LEAD, NEXT_DAY));
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.LEAD, NEXT_DAY.plusDays(1), leaving(NEXT_DAY)))
                    .thenRefused("worker-left");
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.CO, OPENING, leaving(NEXT_DAY.minusDays(1))))
                    .thenRefused("worker-left");
        }

        @Test
        void is_registered_then() {
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.LEAD, NEXT_DAY, lapsed(NEXT_DAY)))
                    .thenRefused("registration-lapsed");
            aCase.given(opened())
                    .when(allocating(FIRST, AMINA, Role.LEAD, OPENING, lapsed(NEXT_DAY.plusDays(1))))
                    .then(allocated(FIRST, AMINA, Role.LEAD, OPENING));
        }

        @Test
        void who_holds_the_case_already_is_a_repeat_though_they_have_left_since() {
            aCase.given(opened(), aminaLeads())
                    .when(allocating(SECOND, AMINA, Role.LEAD, NEXT_DAY, leaving(OPENING)))
                    .thenNothing();
        }
    }

    private static CaseOpened opened() {
        return new CaseOpened(NIA, Optional.empty(), OPENING);
    }

    private static AllocateWorker allocating(UUID allocation, UUID worker, Role role, LocalDate from) {
        return allocating(allocation, worker, role, from, Standing.unknown());
    }

    private static AllocateWorker allocating(
            UUID allocation, UUID worker, Role role, LocalDate from, Standing standing) {
        return new AllocateWorker(allocation, worker, role, from, "NEW_CASE", Optional.empty(), standing, NEXT_DAY);
    }

    private static Standing leaving(LocalDate lastDay) {
        return new Standing(Optional.of(lastDay), Optional.empty());
    }

    private static Standing lapsed(LocalDate on) {
        return new Standing(Optional.empty(), Optional.of(on));
    }

    private static WorkerAllocated allocated(UUID allocation, UUID worker, Role role, LocalDate from) {
        return new WorkerAllocated(NIA, allocation, worker, role, from, "NEW_CASE", Optional.empty());
    }

    private static WorkerAllocated aminaLeads() {
        return allocated(FIRST, AMINA, Role.LEAD, NEXT_DAY);
    }

    private static AllocationEnded aminaEnded() {
        return new AllocationEnded(NIA, FIRST, AMINA, Role.LEAD, CLOSING, Optional.of("HANDOVER"));
    }

    private static Session session(Present... children) {
        return new Session(
                List.of(AMINA),
                50,
                "IN_PERSON",
                true,
                "Drew the house.",
                List.of(children),
                Optional.of("HOME"),
                Optional.empty(),
                List.of(),
                Optional.of("I want to stay here."),
                Optional.empty(),
                List.of(),
                Optional.of(20),
                Optional.empty(),
                Optional.of(true));
    }

    private static DirectWorkHeld held(List<Attendance> children, Optional<String> outsideRule) {
        return new DirectWorkHeld(
                NIA,
                List.of(AMINA),
                NEXT_DAY,
                50,
                "IN_PERSON",
                true,
                about(NIA, "Drew the house."),
                children,
                Optional.of("HOME"),
                Optional.empty(),
                List.of(),
                Optional.of(about(NIA, "I want to stay here.")),
                Optional.empty(),
                List.of(),
                Optional.of(20),
                Optional.empty(),
                Optional.of(true),
                outsideRule);
    }

    private static RecordMissedDirectWork missing(LocalDate day) {
        return new RecordMissedDirectWork(List.of(AMINA), "CHILD_UNWELL", Optional.of("Has a cold."), on(day));
    }

    private static RecordNote noting(LocalDate day) {
        return new RecordNote(
                List.of(AMINA), "SCHOOL", Optional.of("CALL"), "Attendance is up.", Optional.of(15), on(day));
    }

    private static CaseNoteRecorded noted(LocalDate day, Optional<String> outsideRule) {
        return new CaseNoteRecorded(
                NIA,
                List.of(AMINA),
                day,
                "SCHOOL",
                Optional.of("CALL"),
                about(NIA, "Attendance is up."),
                Optional.of(15),
                outsideRule);
    }

    private static CloseCase closing(LocalDate day) {
        return new CloseCase(
                "NEEDS_MET", Optional.of("At home."), Optional.of("I am fine."), Optional.of(true), DECISION, on(day));
    }

    private static CaseClosed closed() {
        return new CaseClosed(
                NIA,
                "NEEDS_MET",
                Optional.of(about(NIA, "At home.")),
                Optional.of(about(NIA, "I am fine.")),
                Optional.of(true),
                CLOSING,
                on(CLOSING).at(),
                Optional.of(DECISION));
    }

    private static ReopenCase reopening(LocalDate day) {
        return new ReopenCase("NEW_CONCERN", on(day));
    }

    /// Two in the afternoon of that day.
    private static When on(LocalDate day) {
        Instant at = day.atTime(14, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        return new When(at, day);
    }
}
