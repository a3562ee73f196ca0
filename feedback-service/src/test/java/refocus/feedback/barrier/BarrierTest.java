package refocus.feedback.barrier;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.feedback.barrier.Barrier.Gone;
import refocus.feedback.barrier.Barrier.Open;
import refocus.feedback.barrier.Barrier.Paused;
import refocus.feedback.barrier.Barrier.Resolved;
import refocus.feedback.barrier.Barrier.Unresolved;
import refocus.feedback.barrier.BarrierCommand.AcceptBarrier;
import refocus.feedback.barrier.BarrierCommand.AgreeWorkaround;
import refocus.feedback.barrier.BarrierCommand.AssignBarrier;
import refocus.feedback.barrier.BarrierCommand.CloseUnresolved;
import refocus.feedback.barrier.BarrierCommand.ConfirmResolution;
import refocus.feedback.barrier.BarrierCommand.DisputeBarrier;
import refocus.feedback.barrier.BarrierCommand.EscalateBarrier;
import refocus.feedback.barrier.BarrierCommand.PassDueDay;
import refocus.feedback.barrier.BarrierCommand.PauseBarrier;
import refocus.feedback.barrier.BarrierCommand.RaiseBarrier;
import refocus.feedback.barrier.BarrierCommand.ReopenBarrier;
import refocus.feedback.barrier.BarrierCommand.ReportProgress;
import refocus.feedback.barrier.BarrierCommand.ResolveBarrier;
import refocus.feedback.barrier.BarrierCommand.ResumeBarrier;
import refocus.feedback.barrier.BarrierCommand.SupportBarrier;
import refocus.feedback.barrier.BarrierEvent.BarrierAccepted;
import refocus.feedback.barrier.BarrierEvent.BarrierAssigned;
import refocus.feedback.barrier.BarrierEvent.BarrierClosedUnresolved;
import refocus.feedback.barrier.BarrierEvent.BarrierDisputed;
import refocus.feedback.barrier.BarrierEvent.BarrierEscalated;
import refocus.feedback.barrier.BarrierEvent.BarrierPaused;
import refocus.feedback.barrier.BarrierEvent.BarrierProgressed;
import refocus.feedback.barrier.BarrierEvent.BarrierRaised;
import refocus.feedback.barrier.BarrierEvent.BarrierReopened;
import refocus.feedback.barrier.BarrierEvent.BarrierResolved;
import refocus.feedback.barrier.BarrierEvent.BarrierResumed;
import refocus.feedback.barrier.BarrierEvent.BarrierSupported;
import refocus.feedback.barrier.BarrierEvent.ResolutionConfirmed;
import refocus.feedback.barrier.BarrierEvent.WorkaroundAgreed;

class BarrierTest {

    static final UUID AMINA = worker(1);
    static final UUID BEN = worker(2);
    static final UUID CERI = worker(3);
    static final UUID DAI = worker(4);
    static final UUID OWNER = worker(9);
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate DUE = LocalDate.parse("2026-11-30");
    static final LocalDate LATER = LocalDate.parse("2026-12-14");
    static final int TOP = 3;

    final DeciderSpec<BarrierCommand, BarrierEvent, Barrier> aBarrier = DeciderSpec.of(Barrier.TYPE.decider());

    @Nested
    class When_unraised {

        @Test
        void a_worker_says_what_keeps_them_from_children() {
            aBarrier.when(raising()).then(raised());
        }

        @Test
        void there_is_nothing_to_do_about_it() {
            aBarrier.when(assigning()).thenUnknown();
            aBarrier.when(new ResumeBarrier(MONDAY)).thenUnknown();
            aBarrier.when(confirming(AMINA)).thenUnknown();
            aBarrier.when(new PassDueDay(LATER, LATER, TOP)).thenUnknown();
        }
    }

    @Nested
    class When_open {

        @Test
        void raising_again_is_a_repeat() {
            aBarrier.given(raised()).when(raising()).thenNothing();
        }

        @Test
        void another_worker_supports_it_once_and_the_raiser_never() {
            aBarrier.given(raised())
                    .when(new SupportBarrier(BEN, Optional.of(2)))
                    .then(new BarrierSupported(BEN, Optional.of(2)));
            aBarrier.given(raised(), supportedBy(BEN))
                    .when(new SupportBarrier(BEN, Optional.empty()))
                    .thenNothing();
            aBarrier.given(raised())
                    .when(new SupportBarrier(AMINA, Optional.empty()))
                    .thenNotAllowed("barrier-own");
        }

        @Test
        void it_is_assigned_with_a_day_that_lies_ahead() {
            aBarrier.given(raised()).when(assigning()).then(assigned());
            aBarrier.given(raised(), assigned()).when(assigning()).thenNothing();
            aBarrier.given(raised())
                    .when(new AssignBarrier("ICT", OWNER, MONDAY.minusDays(1), MONDAY))
                    .thenImpossible("dueOn", "due-before-assigned");
        }

        @Test
        void its_owner_accepts_it_once() {
            aBarrier.given(raised(), assigned()).when(new AcceptBarrier()).then(new BarrierAccepted(OWNER));
            aBarrier.given(raised(), assigned(), new BarrierAccepted(OWNER))
                    .when(new AcceptBarrier())
                    .thenNothing();
            aBarrier.given(raised()).when(new AcceptBarrier()).thenRefused("barrier-not-assigned");
        }

        @Test
        void its_owner_disputes_it_and_it_waits_for_another() {
            aBarrier.given(raised(), assigned())
                    .when(new DisputeBarrier("Not our printers."))
                    .then(disputed())
                    .thenState(state -> Barrier.file(state).assignment().isEmpty());
            aBarrier.given(raised(), assigned(), disputed())
                    .when(new DisputeBarrier("Not our printers."))
                    .thenRefused("barrier-not-assigned");
        }

        @Test
        void progress_and_a_workaround_are_told() {
            aBarrier.given(raised())
                    .when(new ReportProgress("Ordered.", MONDAY))
                    .then(new BarrierProgressed(about(AMINA, "Ordered."), MONDAY));
            aBarrier.given(raised())
                    .when(new AgreeWorkaround("Borrow one."))
                    .then(new WorkaroundAgreed(about(AMINA, "Borrow one.")));
        }

        @Test
        void a_person_sends_it_one_step_up_as_far_as_the_top() {
            aBarrier.given(raised(), assigned())
                    .when(new EscalateBarrier("Three weeks lost.", LATER, TOP))
                    .then(new BarrierEscalated(1, false, DUE, LATER, Optional.of(about(AMINA, "Three weeks lost."))));
            aBarrier.given(raised(), assigned(), escalatedTo(TOP))
                    .when(new EscalateBarrier("Three weeks lost.", LATER, TOP))
                    .thenRefused("barrier-at-top");
            aBarrier.given(raised())
                    .when(new EscalateBarrier("Three weeks lost.", LATER, TOP))
                    .thenRefused("barrier-not-assigned");
        }

        @Test
        void the_clock_sends_it_up_when_its_day_has_passed_and_not_before() {
            aBarrier.given(raised(), assigned())
                    .when(new PassDueDay(DUE.plusDays(1), LATER, TOP))
                    .then(escalatedTo(1));
            aBarrier.given(raised(), assigned())
                    .when(new PassDueDay(DUE, LATER, TOP))
                    .thenNothing();
            aBarrier.given(raised(), assigned(), escalatedTo(1))
                    .when(new PassDueDay(DUE.plusDays(1), LATER, TOP))
                    .thenNothing();
        }

        @Test
        void at_the_top_the_clock_puts_it_there_again() {
            aBarrier.given(raised(), assigned(), escalatedTo(TOP))
                    .when(new PassDueDay(LATER.plusDays(1), LATER.plusDays(28), TOP))
                    .then(new BarrierEscalated(TOP, true, LATER, LATER.plusDays(28), Optional.empty()));
        }

        @Test
        void it_is_paused_until_a_later_day() {
            aBarrier.given(raised()).when(pausing(LATER)).then(paused()).thenState(Paused.class::isInstance);
            aBarrier.given(raised()).when(pausing(MONDAY)).thenImpossible("until", "pause-ends-before");
        }

        @Test
        void resuming_changes_nothing() {
            aBarrier.given(raised()).when(new ResumeBarrier(MONDAY)).thenNothing();
        }

        @Test
        void it_is_resolved() {
            aBarrier.given(raised(), assigned()).when(resolving()).then(resolved());
        }

        @Test
        void there_is_nothing_to_confirm_or_reopen() {
            aBarrier.given(raised()).when(confirming(AMINA)).thenRefused("barrier-not-resolved");
            aBarrier.given(raised()).when(reopening(AMINA)).thenNothing();
        }

        @Test
        void it_is_closed_unresolved_with_a_reason() {
            aBarrier.given(raised()).when(closing()).then(closed()).thenState(Unresolved.class::isInstance);
        }
    }

    @Nested
    class When_paused {

        @Test
        void pausing_again_is_a_repeat_and_its_owner_and_day_rest() {
            aBarrier.given(raised(), paused()).when(pausing(LATER)).thenNothing();
            aBarrier.given(raised(), paused()).when(pausing(LATER.plusDays(1))).thenRefused("barrier-paused");
            aBarrier.given(raised(), paused()).when(assigning()).thenRefused("barrier-paused");
        }

        @Test
        void it_is_still_supported_and_stays_paused() {
            aBarrier.given(raised(), paused())
                    .when(new SupportBarrier(BEN, Optional.empty()))
                    .then(supportedBy(BEN))
                    .thenState(Paused.class::isInstance);
        }

        @Test
        void resumed_it_is_due_later_by_as_many_days() {
            aBarrier.given(raised(), assigned(), paused())
                    .when(new ResumeBarrier(MONDAY.plusDays(7)))
                    .then(new BarrierResumed(MONDAY.plusDays(7), Optional.of(DUE.plusDays(7))))
                    .thenState(Open.class::isInstance);
        }

        @Test
        void the_clock_resumes_it_when_the_pause_is_over() {
            aBarrier.given(raised(), paused())
                    .when(new PassDueDay(LATER.plusDays(1), LATER, TOP))
                    .then(new BarrierResumed(LATER.plusDays(1), Optional.empty()));
            aBarrier.given(raised(), paused())
                    .when(new PassDueDay(LATER, LATER, TOP))
                    .thenNothing();
        }
    }

    @Nested
    class When_resolved {

        @Test
        void resolving_again_is_a_repeat_and_nothing_else_goes_on() {
            aBarrier.given(raised(), resolved()).when(resolving()).thenNothing();
            aBarrier.given(raised(), resolved()).when(assigning()).thenRefused("barrier-over");
            aBarrier.given(raised(), resolved()).when(closing()).thenRefused("barrier-over");
            aBarrier.given(raised(), resolved()).when(pausing(LATER)).thenRefused("barrier-over");
            aBarrier.given(raised(), resolved())
                    .when(new ReportProgress("Ordered.", MONDAY))
                    .thenRefused("barrier-over");
            aBarrier.given(raised(), resolved())
                    .when(new AgreeWorkaround("Borrow one."))
                    .thenRefused("barrier-over");
            aBarrier.given(raised(), resolved()).when(new ResumeBarrier(MONDAY)).thenRefused("barrier-over");
        }

        @Test
        void the_raiser_alone_confirms_that_it_is_gone() {
            aBarrier.given(raised(), resolved())
                    .when(confirming(AMINA))
                    .then(confirmedBy(AMINA, true))
                    .thenState(state -> state instanceof Gone gone && gone.feltHeard());
        }

        @Test
        void three_supporters_confirm_in_the_raisers_place() {
            aBarrier.given(
                            raised(),
                            supportedBy(BEN),
                            supportedBy(CERI),
                            supportedBy(DAI),
                            resolved(),
                            confirmedBy(BEN, false),
                            confirmedBy(CERI, false))
                    .when(confirming(DAI))
                    .then(confirmedBy(DAI, true))
                    .thenState(Gone.class::isInstance);
            aBarrier.given(raised(), supportedBy(BEN), resolved())
                    .when(confirming(BEN))
                    .then(confirmedBy(BEN, false))
                    .thenState(Resolved.class::isInstance);
            aBarrier.given(raised(), supportedBy(BEN), resolved(), confirmedBy(BEN, false))
                    .when(confirming(BEN))
                    .thenNothing();
        }

        @Test
        void nobody_else_confirms_or_reopens_it() {
            aBarrier.given(raised(), resolved()).when(confirming(OWNER)).thenNotAllowed("not-yours-to-confirm");
            aBarrier.given(raised(), resolved()).when(reopening(OWNER)).thenNotAllowed("not-yours-to-confirm");
        }

        @Test
        void it_is_reopened_and_its_owner_has_a_new_day() {
            aBarrier.given(raised(), assigned(), resolved())
                    .when(reopening(AMINA))
                    .then(new BarrierReopened(about(AMINA, "It is back."), MONDAY, Optional.of(LATER)))
                    .thenState(Open.class::isInstance);
        }
    }

    @Nested
    class When_over {

        @Test
        void confirming_or_closing_again_is_a_repeat() {
            aBarrier.given(raised(), resolved(), confirmedBy(AMINA, true))
                    .when(confirming(AMINA))
                    .thenNothing();
            aBarrier.given(raised(), closed()).when(closing()).thenNothing();
            aBarrier.given(raised(), closed()).when(confirming(AMINA)).thenRefused("barrier-over");
        }

        @Test
        void it_can_come_back() {
            aBarrier.given(raised(), closed())
                    .when(reopening(AMINA))
                    .then(new BarrierReopened(about(AMINA, "It is back."), MONDAY, Optional.empty()));
        }

        @Test
        void the_clock_finds_nothing_to_do() {
            aBarrier.given(raised(), assigned(), closed())
                    .when(new PassDueDay(LATER, LATER, TOP))
                    .thenNothing();
        }
    }

    private static UUID worker(int number) {
        return UUID.fromString("01930000-0000-7000-8000-%012d".formatted(number));
    }

    private static RaiseBarrier raising() {
        return new RaiseBarrier(
                AMINA,
                "ICT",
                "The laptops do not start.",
                Optional.of("Fewer visits."),
                Optional.of(4),
                MONDAY,
                Optional.empty());
    }

    private static BarrierRaised raised() {
        return new BarrierRaised(
                AMINA,
                "ICT",
                about(AMINA, "The laptops do not start."),
                about(AMINA, Optional.of("Fewer visits.")),
                Optional.of(4),
                MONDAY,
                Optional.empty());
    }

    private static BarrierSupported supportedBy(UUID worker) {
        return new BarrierSupported(worker, Optional.empty());
    }

    private static AssignBarrier assigning() {
        return new AssignBarrier("ICT", OWNER, DUE, MONDAY);
    }

    private static BarrierAssigned assigned() {
        return new BarrierAssigned("ICT", OWNER, DUE);
    }

    private static BarrierDisputed disputed() {
        return new BarrierDisputed(OWNER, about(AMINA, "Not our printers."));
    }

    private static BarrierEscalated escalatedTo(int level) {
        return new BarrierEscalated(level, true, DUE, LATER, Optional.empty());
    }

    private static PauseBarrier pausing(LocalDate until) {
        return new PauseBarrier("Waiting for the new contract.", MONDAY, until);
    }

    private static BarrierPaused paused() {
        return new BarrierPaused(about(AMINA, "Waiting for the new contract."), MONDAY, LATER);
    }

    private static ResolveBarrier resolving() {
        return new ResolveBarrier("New laptops.", MONDAY);
    }

    private static BarrierResolved resolved() {
        return new BarrierResolved(about(AMINA, "New laptops."), MONDAY);
    }

    private static ConfirmResolution confirming(UUID worker) {
        return new ConfirmResolution(worker, true, MONDAY);
    }

    private static ResolutionConfirmed confirmedBy(UUID worker, boolean settled) {
        return new ResolutionConfirmed(worker, true, settled, MONDAY);
    }

    private static ReopenBarrier reopening(UUID worker) {
        return new ReopenBarrier(worker, "It is back.", MONDAY, LATER);
    }

    private static CloseUnresolved closing() {
        return new CloseUnresolved("COST", "Too dear.", MONDAY);
    }

    private static BarrierClosedUnresolved closed() {
        return new BarrierClosedUnresolved("COST", about(AMINA, "Too dear."), MONDAY);
    }
}
