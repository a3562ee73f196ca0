package refocus.feedback.idea;

import static refocus.eventsourcing.personal.Sealed.about;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.feedback.idea.Idea.Approved;
import refocus.feedback.idea.Idea.Declined;
import refocus.feedback.idea.Idea.Merged;
import refocus.feedback.idea.Idea.Submitted;
import refocus.feedback.idea.Idea.Withdrawn;
import refocus.feedback.idea.IdeaCommand.AbsorbIdea;
import refocus.feedback.idea.IdeaCommand.AttachEvidence;
import refocus.feedback.idea.IdeaCommand.CompleteImplementation;
import refocus.feedback.idea.IdeaCommand.DecideBusinessCase;
import refocus.feedback.idea.IdeaCommand.DraftBusinessCase;
import refocus.feedback.idea.IdeaCommand.JoinIdea;
import refocus.feedback.idea.IdeaCommand.MeasureBenefit;
import refocus.feedback.idea.IdeaCommand.Objection;
import refocus.feedback.idea.IdeaCommand.ProposeIdea;
import refocus.feedback.idea.IdeaCommand.ScoreChildNeed;
import refocus.feedback.idea.IdeaCommand.StartImplementation;
import refocus.feedback.idea.IdeaCommand.SubmitBusinessCase;
import refocus.feedback.idea.IdeaCommand.SupportIdea;
import refocus.feedback.idea.IdeaCommand.Way;
import refocus.feedback.idea.IdeaCommand.WithdrawIdea;
import refocus.feedback.idea.IdeaEvent.BenefitMeasured;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDecided;
import refocus.feedback.idea.IdeaEvent.BusinessCaseDrafted;
import refocus.feedback.idea.IdeaEvent.BusinessCaseSubmitted;
import refocus.feedback.idea.IdeaEvent.ChildNeedScored;
import refocus.feedback.idea.IdeaEvent.Dissent;
import refocus.feedback.idea.IdeaEvent.EvidenceAttached;
import refocus.feedback.idea.IdeaEvent.IdeaProposed;
import refocus.feedback.idea.IdeaEvent.IdeaSupported;
import refocus.feedback.idea.IdeaEvent.IdeaWithdrawn;
import refocus.feedback.idea.IdeaEvent.IdeasMerged;
import refocus.feedback.idea.IdeaEvent.ImplementationCompleted;
import refocus.feedback.idea.IdeaEvent.ImplementationStarted;
import refocus.feedback.idea.IdeaEvent.Option;
import refocus.feedback.idea.IdeaEvent.Outcome;

class IdeaTest {

    static final UUID AMINA = id(1);
    static final UUID BEN = id(2);
    static final UUID CERI = id(3);
    static final UUID HEAD = id(9);
    static final UUID THIS = id(20);
    static final UUID OTHER = id(21);
    static final UUID PROOF = id(30);
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    final DeciderSpec<IdeaCommand, IdeaEvent, Idea> anIdea = DeciderSpec.of(Idea.TYPE.decider());

    @Nested
    class When_unproposed {

        @Test
        void a_worker_proposes_it() {
            anIdea.when(proposing()).then(proposed());
        }

        @Test
        void there_is_nothing_to_support_argue_or_decide() {
            anIdea.when(new SupportIdea(BEN)).thenUnknown();
            anIdea.when(drafting(BEN)).thenUnknown();
            anIdea.when(attaching()).thenUnknown();
            anIdea.when(deciding(HEAD, Outcome.APPROVED)).thenUnknown();
            anIdea.when(new StartImplementation(MONDAY)).thenUnknown();
            anIdea.when(withdrawing(AMINA)).thenUnknown();
        }
    }

    @Nested
    class When_proposed {

        @Test
        void proposing_again_is_a_repeat() {
            anIdea.given(proposed()).when(proposing()).thenNothing();
        }

        @Test
        void others_support_it_once() {
            anIdea.given(proposed()).when(new SupportIdea(BEN)).then(new IdeaSupported(BEN));
            anIdea.given(proposed(), new IdeaSupported(BEN))
                    .when(new SupportIdea(BEN))
                    .thenNothing();
            anIdea.given(proposed()).when(new SupportIdea(AMINA)).thenNotAllowed("idea-own");
        }

        @Test
        void it_takes_another_in_with_its_voices_and_never_itself() {
            anIdea.given(proposed())
                    .when(new AbsorbIdea(THIS, OTHER, Set.of(BEN, CERI)))
                    .then(new IdeasMerged(THIS, OTHER, Set.of(BEN, CERI), false))
                    .thenState(state -> Idea.file(state).supporters().size() == 2);
            anIdea.given(proposed())
                    .when(new AbsorbIdea(THIS, THIS, Set.of()))
                    .thenImpossible("absorbed", "idea-into-itself");
        }

        @Test
        void it_goes_on_in_another_and_is_over_itself() {
            anIdea.given(proposed())
                    .when(new JoinIdea(OTHER, THIS, Set.of(AMINA)))
                    .then(joined())
                    .thenState(Merged.class::isInstance);
            anIdea.given(proposed(), joined())
                    .when(new JoinIdea(OTHER, THIS, Set.of(AMINA)))
                    .thenRefused("idea-over");
            anIdea.given(proposed(), joined()).when(new SupportIdea(BEN)).thenRefused("idea-over");
        }

        @Test
        void its_proposer_alone_withdraws_it() {
            anIdea.given(proposed()).when(withdrawing(AMINA)).then(withdrawn()).thenState(Withdrawn.class::isInstance);
            anIdea.given(proposed(), withdrawn()).when(withdrawing(AMINA)).thenNothing();
            anIdea.given(proposed()).when(withdrawing(BEN)).thenNotAllowed("not-your-idea");
        }

        @Test
        void it_is_argued_before_it_is_proven_scored_or_submitted() {
            anIdea.given(proposed()).when(drafting(BEN)).then(drafted());
            anIdea.given(proposed()).when(attaching()).thenRefused("business-case-not-drafted");
            anIdea.given(proposed()).when(scoring(4)).thenRefused("business-case-not-drafted");
            anIdea.given(proposed()).when(new SubmitBusinessCase(MONDAY)).thenRefused("business-case-not-drafted");
        }

        @Test
        void it_recommends_one_of_its_options() {
            anIdea.given(proposed())
                    .when(new DraftBusinessCase(
                            BEN,
                            List.of(new Way("One base", "Less travel", 90_000)),
                            1,
                            "direct-work-share",
                            BigDecimal.ONE,
                            BigDecimal.TEN,
                            MONDAY))
                    .thenImpossible("recommended", "unknown-option");
        }
    }

    @Nested
    class When_drafted {

        @Test
        void its_author_alone_argues_it_anew() {
            anIdea.given(proposed(), drafted()).when(drafting(BEN)).then(drafted());
            anIdea.given(proposed(), drafted()).when(drafting(CERI)).thenNotAllowed("not-your-business-case");
        }

        @Test
        void evidence_and_scores_are_added_once() {
            anIdea.given(proposed(), drafted()).when(attaching()).then(attached());
            anIdea.given(proposed(), drafted(), attached()).when(attaching()).thenNothing();
            anIdea.given(proposed(), drafted()).when(scoring(4)).then(scored(4));
            anIdea.given(proposed(), drafted(), scored(4)).when(scoring(4)).thenNothing();
            anIdea.given(proposed(), drafted(), scored(4)).when(scoring(5)).then(scored(5));
        }

        @Test
        void it_is_submitted_with_evidence_and_the_mean_of_its_scores() {
            anIdea.given(proposed(), drafted(), attached(), scored(4), new ChildNeedScored(BEN, "SAFETY", 3))
                    .when(new SubmitBusinessCase(MONDAY))
                    .then(new BusinessCaseSubmitted(new BigDecimal("3.50"), MONDAY));
            anIdea.given(proposed(), drafted(), scored(4))
                    .when(new SubmitBusinessCase(MONDAY))
                    .thenRefused("no-evidence");
            anIdea.given(proposed(), drafted(), attached())
                    .when(new SubmitBusinessCase(MONDAY))
                    .thenRefused("no-need-score");
        }

        @Test
        void it_is_not_decided_yet_and_joins_no_other() {
            anIdea.given(proposed(), drafted())
                    .when(deciding(HEAD, Outcome.APPROVED))
                    .thenRefused("business-case-not-submitted");
            anIdea.given(proposed(), drafted())
                    .when(new JoinIdea(OTHER, THIS, Set.of(AMINA)))
                    .thenRefused("idea-argued");
        }
    }

    @Nested
    class When_submitted {

        @Test
        void submitting_again_is_a_repeat_and_the_argument_rests() {
            given_submitted().when(new SubmitBusinessCase(MONDAY)).thenNothing();
            given_submitted().when(drafting(BEN)).thenRefused("business-case-submitted");
            given_submitted().when(attaching()).thenRefused("business-case-submitted");
        }

        @Test
        void another_than_its_author_decides_on_its_evidence_and_dissent_is_kept() {
            given_submitted()
                    .when(deciding(HEAD, Outcome.APPROVED))
                    .then(decided(Outcome.APPROVED))
                    .thenState(Approved.class::isInstance);
            given_submitted().when(deciding(BEN, Outcome.APPROVED)).thenNotAllowed("own-business-case");
            given_submitted()
                    .when(new DecideBusinessCase(HEAD, Outcome.APPROVED, List.of(OTHER), "Yes.", List.of(), MONDAY))
                    .thenImpossible("evidence", "unknown-evidence");
        }

        @Test
        void deferred_it_waits_and_declined_it_is_over() {
            given_submitted()
                    .when(deciding(HEAD, Outcome.DEFERRED))
                    .then(decided(Outcome.DEFERRED))
                    .thenState(Submitted.class::isInstance);
            given_submitted()
                    .when(deciding(HEAD, Outcome.DECLINED))
                    .then(decided(Outcome.DECLINED))
                    .thenState(Declined.class::isInstance);
        }

        @Test
        void it_is_not_started_yet() {
            given_submitted().when(new StartImplementation(MONDAY)).thenRefused("business-case-not-approved");
        }

        private DeciderSpec<IdeaCommand, IdeaEvent, Idea>.Given given_submitted() {
            return anIdea.given(proposed(), drafted(), attached(), scored(4), submitted());
        }
    }

    @Nested
    class When_approved {

        @Test
        void the_same_decision_is_a_repeat_and_another_is_refused() {
            given_approved().when(deciding(HEAD, Outcome.APPROVED)).thenNothing();
            given_approved().when(deciding(HEAD, Outcome.DECLINED)).thenRefused("business-case-decided");
        }

        @Test
        void it_is_started_completed_and_measured_against_its_baseline() {
            given_approved().when(new StartImplementation(MONDAY)).then(new ImplementationStarted(MONDAY));
            given_started().when(new StartImplementation(MONDAY)).thenNothing();
            given_started().when(new CompleteImplementation(MONDAY)).then(new ImplementationCompleted(MONDAY));
            given_started().when(measuring()).then(measured());
        }

        @Test
        void nothing_is_completed_or_measured_before_it_is_started() {
            given_approved().when(new CompleteImplementation(MONDAY)).thenRefused("implementation-not-started");
            given_approved().when(measuring()).thenRefused("implementation-not-started");
        }

        @Test
        void completing_or_measuring_again_is_a_repeat() {
            anIdea.given(
                            proposed(),
                            drafted(),
                            attached(),
                            scored(4),
                            submitted(),
                            decided(Outcome.APPROVED),
                            new ImplementationStarted(MONDAY),
                            new ImplementationCompleted(MONDAY),
                            measured())
                    .when(measuring())
                    .thenNothing();
            anIdea.given(
                            proposed(),
                            drafted(),
                            attached(),
                            scored(4),
                            submitted(),
                            decided(Outcome.APPROVED),
                            new ImplementationStarted(MONDAY),
                            new ImplementationCompleted(MONDAY))
                    .when(new CompleteImplementation(MONDAY))
                    .thenNothing();
        }

        private DeciderSpec<IdeaCommand, IdeaEvent, Idea>.Given given_approved() {
            return anIdea.given(proposed(), drafted(), attached(), scored(4), submitted(), decided(Outcome.APPROVED));
        }

        private DeciderSpec<IdeaCommand, IdeaEvent, Idea>.Given given_started() {
            return anIdea.given(
                    proposed(),
                    drafted(),
                    attached(),
                    scored(4),
                    submitted(),
                    decided(Outcome.APPROVED),
                    new ImplementationStarted(MONDAY));
        }
    }

    private static UUID id(int number) {
        return UUID.fromString("01930000-0000-7000-8000-%012d".formatted(number));
    }

    private static ProposeIdea proposing() {
        return new ProposeIdea(AMINA, "One base", "Move into one base.", MONDAY);
    }

    private static IdeaProposed proposed() {
        return new IdeaProposed(AMINA, about(AMINA, "One base"), about(AMINA, "Move into one base."), MONDAY);
    }

    private static IdeasMerged joined() {
        return new IdeasMerged(OTHER, THIS, Set.of(AMINA), true);
    }

    private static WithdrawIdea withdrawing(UUID worker) {
        return new WithdrawIdea(worker, "Done already.", MONDAY);
    }

    private static IdeaWithdrawn withdrawn() {
        return new IdeaWithdrawn(about(AMINA, "Done already."), MONDAY);
    }

    private static DraftBusinessCase drafting(UUID author) {
        return new DraftBusinessCase(
                author,
                List.of(new Way("One base", "Less travel", 90_000)),
                0,
                "direct-work-share",
                new BigDecimal("26.3"),
                new BigDecimal("35.0"),
                MONDAY);
    }

    private static BusinessCaseDrafted drafted() {
        return new BusinessCaseDrafted(
                BEN,
                List.of(new Option(about(BEN, "One base"), about(BEN, "Less travel"), 90_000)),
                0,
                "direct-work-share",
                new BigDecimal("26.3"),
                new BigDecimal("35.0"),
                MONDAY);
    }

    private static AttachEvidence attaching() {
        return new AttachEvidence(PROOF, CERI, "OWN_FIGURES", "A third of the week is travel.", Optional.empty());
    }

    private static EvidenceAttached attached() {
        return new EvidenceAttached(
                PROOF, "OWN_FIGURES", CERI, about(CERI, "A third of the week is travel."), Optional.empty());
    }

    private static ScoreChildNeed scoring(int score) {
        return new ScoreChildNeed(CERI, "RELATIONSHIPS", score);
    }

    private static ChildNeedScored scored(int score) {
        return new ChildNeedScored(CERI, "RELATIONSHIPS", score);
    }

    private static BusinessCaseSubmitted submitted() {
        return new BusinessCaseSubmitted(new BigDecimal("4.00"), MONDAY);
    }

    private static DecideBusinessCase deciding(UUID worker, Outcome outcome) {
        return new DecideBusinessCase(
                worker, outcome, List.of(PROOF), "Yes.", List.of(new Objection(AMINA, "Too far for some.")), MONDAY);
    }

    private static BusinessCaseDecided decided(Outcome outcome) {
        return new BusinessCaseDecided(
                HEAD,
                outcome,
                List.of(PROOF),
                about(HEAD, "Yes."),
                List.of(new Dissent(AMINA, about(AMINA, "Too far for some."))),
                MONDAY);
    }

    private static MeasureBenefit measuring() {
        return new MeasureBenefit(new BigDecimal("31.0"), MONDAY);
    }

    private static BenefitMeasured measured() {
        return new BenefitMeasured(
                "direct-work-share",
                new BigDecimal("26.3"),
                new BigDecimal("35.0"),
                new BigDecimal("31.0"),
                new BigDecimal("4.7"),
                MONDAY);
    }
}
