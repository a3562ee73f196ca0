package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.DAY;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.NOW;
import static refocus.recruitment.application.Facts.TERMS;
import static refocus.recruitment.application.Facts.VACANCY;
import static refocus.recruitment.application.Facts.and;
import static refocus.recruitment.application.Facts.events;
import static refocus.recruitment.application.Facts.interviewed;
import static refocus.recruitment.application.Facts.offered;
import static refocus.recruitment.application.Facts.shortlistedOne;
import static refocus.recruitment.application.Facts.sifted;
import static refocus.recruitment.application.Facts.started;
import static refocus.recruitment.application.Facts.submitted;
import static refocus.recruitment.application.Facts.withdrawn;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.application.SelectionCommand.GiveFeedback;
import refocus.recruitment.application.SelectionCommand.HoldInterview;
import refocus.recruitment.application.SelectionCommand.RankCandidate;
import refocus.recruitment.application.SelectionCommand.ScheduleInterview;
import refocus.recruitment.application.SelectionCommand.Shortlist;
import refocus.recruitment.application.SelectionCommand.TurnDown;
import refocus.recruitment.application.SelectionEvent.CandidateFeedbackGiven;
import refocus.recruitment.application.SelectionEvent.CandidateRanked;
import refocus.recruitment.application.SelectionEvent.InterviewHeld;
import refocus.recruitment.application.SelectionEvent.InterviewScheduled;
import refocus.recruitment.application.SelectionEvent.NotShortlisted;
import refocus.recruitment.application.SelectionEvent.Shortlisted;

class SelectingTest {

    final DeciderSpec<ApplicationCommand, ApplicationEvent, Application> anApplication =
            DeciderSpec.of(Application.TYPE.decider());

    @Nested
    class The_shortlist {

        @Test
        void takes_who_meets_every_essential_criterion() {
            anApplication.given(events(sifted(3))).when(shortlisting()).then(shortlisted());
            anApplication.given(events(shortlistedOne())).when(shortlisting()).thenNothing();
        }

        @Test
        void refuses_who_is_under_the_minimum_of_one() {
            anApplication.given(events(sifted(2))).when(shortlisting()).thenRefused("essential-not-met");
        }

        @Test
        void waits_for_every_score() {
            anApplication
                    .given(events(sifted(4).subList(0, 5)))
                    .when(shortlisting())
                    .thenRefused("scores-not-revealed");
            anApplication.given(started()).when(shortlisting()).thenRefused("not-submitted");
            anApplication.when(shortlisting()).thenUnknown();
        }

        @Test
        void turns_down_with_a_reason_and_once() {
            var no = new NotShortlisted(
                    VACANCY, List.of("NOT_ELIGIBLE"), Optional.of(about(MARI, "Please apply again.")), DAY);
            anApplication
                    .given(started(), submitted())
                    .when(turningDown("NOT_ELIGIBLE"))
                    .then(no);
            anApplication
                    .given(started(), submitted(), no)
                    .when(turningDown("NOT_ELIGIBLE"))
                    .thenNothing();
            anApplication
                    .given(started(), submitted())
                    .when(new TurnDown(List.of(), Optional.empty(), DAY))
                    .thenImpossible("reasons", "reason-needed");
            anApplication
                    .given(events(shortlistedOne()))
                    .when(turningDown("NOT_ELIGIBLE"))
                    .thenRefused("application-shortlisted");
            anApplication
                    .given(started(), submitted(), withdrawn())
                    .when(turningDown("NOT_ELIGIBLE"))
                    .thenRefused("application-ended");
        }
    }

    @Nested
    class The_interview {

        final InterviewScheduled scheduled = new InterviewScheduled(NOW);

        @Test
        void is_scheduled_and_scheduled_anew_for_who_is_shortlisted() {
            anApplication
                    .given(events(shortlistedOne()))
                    .when(new ScheduleInterview(NOW))
                    .then(scheduled);
            anApplication
                    .given(events(and(shortlistedOne(), scheduled)))
                    .when(new ScheduleInterview(NOW))
                    .thenNothing();
            anApplication
                    .given(events(and(shortlistedOne(), scheduled)))
                    .when(new ScheduleInterview(NOW.plusSeconds(60)))
                    .then(new InterviewScheduled(NOW.plusSeconds(60)));
            anApplication
                    .given(started(), submitted())
                    .when(new ScheduleInterview(NOW))
                    .thenRefused("not-shortlisted");
        }

        @Test
        void is_held_once() {
            anApplication
                    .given(events(and(shortlistedOne(), scheduled)))
                    .when(new HoldInterview(DAY))
                    .then(new InterviewHeld(VACANCY, DAY));
            anApplication
                    .given(events(interviewed(4)))
                    .when(new HoldInterview(DAY))
                    .thenNothing();
            anApplication
                    .given(events(interviewed(4)))
                    .when(new ScheduleInterview(NOW))
                    .thenRefused("interview-held");
            anApplication
                    .given(started(), submitted())
                    .when(new HoldInterview(DAY))
                    .thenRefused("not-shortlisted");
        }
    }

    @Nested
    class The_ranking {

        @Test
        void follows_the_interview_and_may_change() {
            var first = new CandidateRanked(VACANCY, 1, DAY);
            anApplication.given(events(interviewed(4))).when(ranking(1)).then(first);
            anApplication
                    .given(events(and(interviewed(4), first)))
                    .when(ranking(1))
                    .thenNothing();
            anApplication
                    .given(events(and(interviewed(4), first)))
                    .when(ranking(2))
                    .then(new CandidateRanked(VACANCY, 2, DAY));
        }

        @Test
        void waits_for_the_interview_and_for_every_score() {
            anApplication.given(events(shortlistedOne())).when(ranking(1)).thenRefused("not-interviewed");
            anApplication
                    .given(events(interviewed(4).subList(0, 10)))
                    .when(ranking(1))
                    .thenRefused("scores-not-revealed");
            anApplication.given(events(offered())).when(ranking(1)).thenRefused("stage-decided");
            anApplication
                    .given(events(and(interviewed(4), withdrawn())))
                    .when(ranking(1))
                    .thenRefused("application-ended");
        }
    }

    @Nested
    class Feedback {

        final CandidateFeedbackGiven told = new CandidateFeedbackGiven(VACANCY, about(MARI, "You listen well."), DAY);

        @Test
        void is_given_once_something_is_decided_and_as_often_as_is_needed() {
            anApplication.given(events(interviewed(4))).when(telling()).then(told);
            anApplication
                    .given(events(and(shortlistedOne(), told, withdrawn())))
                    .when(telling())
                    .then(told);
        }

        @Test
        void waits_for_the_sift() {
            anApplication.given(started()).when(telling()).thenRefused("not-submitted");
            anApplication.given(started(), submitted()).when(telling()).thenRefused("not-decided");
            anApplication.when(telling()).thenUnknown();
        }
    }

    private static RankCandidate ranking(int rank) {
        return new RankCandidate(rank, TERMS, DAY);
    }

    private static GiveFeedback telling() {
        return new GiveFeedback("You listen well.", DAY);
    }

    private static Shortlist shortlisting() {
        return new Shortlist(List.of(), TERMS, DAY);
    }

    private static Shortlisted shortlisted() {
        return new Shortlisted(VACANCY, List.of(), DAY);
    }

    private static TurnDown turningDown(String reason) {
        return new TurnDown(List.of(reason), Optional.of("Please apply again."), DAY);
    }
}
