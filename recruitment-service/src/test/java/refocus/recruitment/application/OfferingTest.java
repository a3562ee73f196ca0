package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.DAY;
import static refocus.recruitment.application.Facts.HEAD;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.OPEN;
import static refocus.recruitment.application.Facts.SIAN;
import static refocus.recruitment.application.Facts.START;
import static refocus.recruitment.application.Facts.TERMS;
import static refocus.recruitment.application.Facts.VACANCY;
import static refocus.recruitment.application.Facts.accepted;
import static refocus.recruitment.application.Facts.and;
import static refocus.recruitment.application.Facts.cleared;
import static refocus.recruitment.application.Facts.events;
import static refocus.recruitment.application.Facts.interviewed;
import static refocus.recruitment.application.Facts.offer;
import static refocus.recruitment.application.Facts.offered;
import static refocus.recruitment.application.Facts.shortlistedOne;
import static refocus.recruitment.application.Facts.verified;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.OfferCommand.AcceptOffer;
import refocus.recruitment.application.OfferCommand.ApproveEarlyStart;
import refocus.recruitment.application.OfferCommand.AssessEarlyStart;
import refocus.recruitment.application.OfferCommand.ConfirmHire;
import refocus.recruitment.application.OfferCommand.DeclineOffer;
import refocus.recruitment.application.OfferCommand.MakeOffer;
import refocus.recruitment.application.OfferCommand.ReviewProbation;
import refocus.recruitment.application.OfferCommand.WithdrawOffer;
import refocus.recruitment.application.OfferEvent.CheckedUntil;
import refocus.recruitment.application.OfferEvent.EarlyStartApproved;
import refocus.recruitment.application.OfferEvent.EarlyStartAssessed;
import refocus.recruitment.application.OfferEvent.HireConfirmed;
import refocus.recruitment.application.OfferEvent.OfferAccepted;
import refocus.recruitment.application.OfferEvent.OfferDeclined;
import refocus.recruitment.application.OfferEvent.OfferWithdrawn;
import refocus.recruitment.application.OfferEvent.ProbationReviewed;
import refocus.recruitment.vacancy.Vacancy;

class OfferingTest {

    final DeciderSpec<ApplicationCommand, ApplicationEvent, Application> anApplication =
            DeciderSpec.of(Application.TYPE.decider());

    @Nested
    class An_offer {

        @Test
        void is_made_on_the_checks_after_an_interview_that_meets_the_essentials() {
            anApplication.given(events(interviewed(4))).when(offering(OPEN)).then(offer());
            anApplication.given(events(offered())).when(offering(OPEN)).thenNothing();
            anApplication.given(events(interviewed(1))).when(offering(OPEN)).thenRefused("essential-not-met");
            anApplication
                    .given(events(interviewed(4).subList(0, 10)))
                    .when(offering(OPEN))
                    .thenRefused("scores-not-revealed");
            anApplication.given(events(shortlistedOne())).when(offering(OPEN)).thenRefused("not-interviewed");
        }

        @Test
        void is_not_made_for_a_vacancy_that_is_cancelled_or_filled() {
            anApplication
                    .given(events(interviewed(4)))
                    .when(offering(new Vacancy.Cancelled(TERMS)))
                    .thenRefused("vacancy-cancelled");
            anApplication
                    .given(events(interviewed(4)))
                    .when(offering(new Vacancy.Filled(TERMS, SIAN)))
                    .thenRefused("vacancy-filled");
        }

        @Test
        void is_accepted_once() {
            anApplication.given(events(offered())).when(new AcceptOffer(DAY)).then(new OfferAccepted(VACANCY, DAY));
            anApplication.given(events(accepted())).when(new AcceptOffer(DAY)).thenNothing();
            anApplication
                    .given(events(interviewed(4)))
                    .when(new AcceptOffer(DAY))
                    .thenRefused("no-offer");
        }

        @Test
        void is_declined_before_it_is_accepted() {
            var declined = new OfferDeclined(VACANCY, Optional.empty(), DAY);
            anApplication.given(events(offered())).when(declining()).then(declined);
            anApplication
                    .given(events(and(offered(), declined)))
                    .when(declining())
                    .thenNothing();
            anApplication.given(events(accepted())).when(declining()).thenRefused("offer-accepted");
        }

        @Test
        void is_withdrawn_until_the_hire() {
            var withdrawn = new OfferWithdrawn(VACANCY, "CHECK_FAILED", DAY);
            anApplication.given(events(accepted())).when(withdrawing()).then(withdrawn);
            anApplication
                    .given(events(and(accepted(), withdrawn)))
                    .when(withdrawing())
                    .thenNothing();
            anApplication
                    .given(events(and(cleared(), hired())))
                    .when(withdrawing())
                    .thenRefused("application-hired");
        }
    }

    @Nested
    class A_hire {

        @Test
        void follows_when_every_mandatory_check_counts_on_the_first_day() {
            anApplication.given(events(cleared())).when(hiring()).then(hired());
            anApplication.given(events(and(cleared(), hired()))).when(hiring()).thenNothing();
        }

        @Test
        void is_refused_while_a_check_is_open_or_lapses_before() {
            anApplication.given(events(accepted())).when(hiring()).thenRefused("checks-open");
            anApplication
                    .given(events(and(
                            accepted(),
                            verified("IDENTITY", Optional.empty()),
                            verified("DBS_ENHANCED", Optional.of(START.minusDays(1))))))
                    .when(hiring())
                    .thenRefused("checks-open");
            anApplication.given(events(offered())).when(hiring()).thenRefused("offer-not-accepted");
        }

        @Test
        void is_refused_for_who_was_withdrawn() {
            anApplication
                    .given(events(and(cleared(), Facts.withdrawn())))
                    .when(hiring())
                    .thenRefused("application-ended");
        }
    }

    @Nested
    class An_early_start {

        @Test
        void is_assessed_and_approved_by_another() {
            anApplication.given(events(partlyCleared())).when(assessing()).then(assessed());
            anApplication
                    .given(events(and(partlyCleared(), assessed())))
                    .when(new ApproveEarlyStart(HEAD, DAY))
                    .then(approved());
            anApplication
                    .given(events(and(partlyCleared(), assessed(), approved())))
                    .when(new ApproveEarlyStart(HEAD, DAY))
                    .thenNothing();
            anApplication
                    .given(events(and(partlyCleared(), assessed())))
                    .when(new ApproveEarlyStart(SIAN, DAY))
                    .thenNotAllowed("approver-is-assessor");
            anApplication
                    .given(events(partlyCleared()))
                    .when(new ApproveEarlyStart(HEAD, DAY))
                    .thenRefused("early-start-not-assessed");
            anApplication.given(events(cleared())).when(assessing()).thenRefused("no-check-open");
        }

        @Test
        void lets_the_hire_go_on_with_what_it_covers_and_no_more() {
            anApplication
                    .given(events(and(partlyCleared(), assessed(), approved())))
                    .when(hiring())
                    .then(new HireConfirmed(
                            VACANCY,
                            MARI,
                            "practitioner",
                            TERMS.post().fte(),
                            Optional.empty(),
                            Optional.empty(),
                            START,
                            List.of(new CheckedUntil("IDENTITY", Optional.empty())),
                            true));
            anApplication
                    .given(events(and(partlyCleared(), assessed())))
                    .when(hiring())
                    .thenRefused("checks-open");
            anApplication
                    .given(events(
                            and(partlyCleared(), assessed(), approved(), new CheckEvent.CheckExpired("IDENTITY", DAY))))
                    .when(hiring())
                    .thenRefused("checks-open");
        }

        @Test
        void never_covers_a_check_that_failed() {
            anApplication
                    .given(events(and(
                            partlyCleared(),
                            assessed(),
                            approved(),
                            new CheckFailed("DBS_ENHANCED", "DISCLOSURE", DAY))))
                    .when(hiring())
                    .thenRefused("check-failed");
        }

        private List<ApplicationEvent> partlyCleared() {
            return and(accepted(), verified("IDENTITY", Optional.empty()));
        }

        private EarlyStartAssessed assessed() {
            return new EarlyStartAssessed(SIAN, List.of("DBS_ENHANCED"), about(MARI, "Never alone with a child."), DAY);
        }

        private EarlyStartApproved approved() {
            return new EarlyStartApproved(HEAD, DAY);
        }

        private AssessEarlyStart assessing() {
            return new AssessEarlyStart(SIAN, "Never alone with a child.", TERMS, DAY);
        }
    }

    @Nested
    class A_look_back {

        final ProbationReviewed reviewed = new ProbationReviewed(
                VACANCY, 6, true, Optional.of(about(MARI, "Children ask for her.")), HEAD, START.plusMonths(6));

        @Test
        void is_had_once_after_each_of_six_and_twelve_months() {
            anApplication
                    .given(events(and(cleared(), hired())))
                    .when(reviewing(6))
                    .then(reviewed);
            anApplication
                    .given(events(and(cleared(), hired(), reviewed)))
                    .when(reviewing(6))
                    .thenNothing();
            anApplication
                    .given(events(and(cleared(), hired())))
                    .when(reviewing(7))
                    .thenImpossible("month", "no-review-month");
        }

        @Test
        void needs_a_hire_that_has_begun() {
            anApplication.given(events(cleared())).when(reviewing(6)).thenRefused("not-hired");
            anApplication
                    .given(events(and(cleared(), hired())))
                    .when(new ReviewProbation(HEAD, 6, true, Optional.empty(), START.minusDays(1)))
                    .thenRefused("not-started");
        }

        private ReviewProbation reviewing(int month) {
            return new ReviewProbation(HEAD, month, true, Optional.of("Children ask for her."), START.plusMonths(6));
        }
    }

    private static MakeOffer offering(Vacancy vacancy) {
        return new MakeOffer(vacancy, Optional.of(START), DAY);
    }

    private static DeclineOffer declining() {
        return new DeclineOffer(Optional.empty(), DAY);
    }

    private static WithdrawOffer withdrawing() {
        return new WithdrawOffer("CHECK_FAILED", DAY);
    }

    private static ConfirmHire hiring() {
        return new ConfirmHire(TERMS, Optional.<UUID>empty(), Optional.empty(), START);
    }

    private static HireConfirmed hired() {
        return new HireConfirmed(
                VACANCY,
                MARI,
                "practitioner",
                TERMS.post().fte(),
                Optional.empty(),
                Optional.empty(),
                START,
                List.of(
                        new CheckedUntil("IDENTITY", Optional.empty()),
                        new CheckedUntil("DBS_ENHANCED", Optional.of(START.plusYears(3)))),
                false);
    }
}
