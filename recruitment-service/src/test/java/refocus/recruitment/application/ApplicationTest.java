package refocus.recruitment.application;

import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.CLOSING;
import static refocus.recruitment.application.Facts.DAY;
import static refocus.recruitment.application.Facts.MARI;
import static refocus.recruitment.application.Facts.NOW;
import static refocus.recruitment.application.Facts.OPEN;
import static refocus.recruitment.application.Facts.TERMS;
import static refocus.recruitment.application.Facts.VACANCY;
import static refocus.recruitment.application.Facts.and;
import static refocus.recruitment.application.Facts.events;
import static refocus.recruitment.application.Facts.started;
import static refocus.recruitment.application.Facts.submitted;
import static refocus.recruitment.application.Facts.withdrawn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.application.ApplicationCommand.StartApplication;
import refocus.recruitment.application.ApplicationCommand.SubmitApplication;
import refocus.recruitment.application.ApplicationCommand.WithdrawApplication;
import refocus.recruitment.application.ApplicationEvent.ApplicationSubmitted;
import refocus.recruitment.application.OfferEvent.HireConfirmed;
import refocus.recruitment.application.SelectionEvent.NotShortlisted;
import refocus.recruitment.vacancy.Vacancy;

class ApplicationTest {

    final DeciderSpec<ApplicationCommand, ApplicationEvent, Application> anApplication =
            DeciderSpec.of(Application.TYPE.decider());

    @Nested
    class When_unstarted {

        @Test
        void it_is_started_while_the_vacancy_takes_applications() {
            anApplication.when(starting(OPEN, NOW)).then(started());
        }

        @Test
        void it_is_not_started_for_a_vacancy_that_takes_none() {
            anApplication.when(starting(new Vacancy.Approved(TERMS), NOW)).thenRefused("vacancy-not-advertised");
            anApplication.when(starting(new Vacancy.Cancelled(TERMS), NOW)).thenRefused("vacancy-cancelled");
            anApplication.when(starting(new Vacancy.Filled(TERMS, MARI), NOW)).thenRefused("vacancy-filled");
            anApplication.when(starting(new Vacancy.Closed(TERMS, NOW), NOW)).thenRefused("application-late");
            anApplication.when(starting(OPEN, CLOSING)).thenRefused("application-late");
        }

        @Test
        void there_is_nothing_to_submit_or_withdraw() {
            anApplication.when(submitting(NOW, Optional.empty())).thenUnknown();
            anApplication.when(withdrawing()).thenUnknown();
        }
    }

    @Nested
    class When_started {

        @Test
        void starting_again_is_a_repeat() {
            anApplication.given(started()).when(starting(OPEN, NOW)).thenNothing();
        }

        @Test
        void it_is_submitted_once() {
            anApplication
                    .given(started())
                    .when(submitting(NOW, Optional.empty()))
                    .then(submitted());
            anApplication
                    .given(started(), submitted())
                    .when(submitting(NOW, Optional.empty()))
                    .thenNothing();
        }

        @Test
        void a_late_one_is_let_in_by_policy_alone() {
            anApplication
                    .given(started())
                    .when(submitting(CLOSING, Optional.empty()))
                    .thenRefused("application-late");
            anApplication
                    .given(started())
                    .when(submitting(CLOSING, Optional.of("TECHNICAL_FAULT")))
                    .then(new ApplicationSubmitted(
                            VACANCY, Optional.of(about(MARI, "I listen.")), Optional.of("TECHNICAL_FAULT"), DAY));
        }
    }

    @Nested
    class When_it_ends {

        @Test
        void a_candidate_withdraws_once() {
            anApplication.given(started(), submitted()).when(withdrawing()).then(withdrawn());
            anApplication
                    .given(started(), submitted(), withdrawn())
                    .when(withdrawing())
                    .thenNothing();
        }

        @Test
        void nothing_follows() {
            anApplication
                    .given(started(), withdrawn())
                    .when(starting(OPEN, NOW))
                    .thenRefused("application-ended");
            anApplication
                    .given(started(), withdrawn())
                    .when(submitting(NOW, Optional.empty()))
                    .thenRefused("application-ended");
            anApplication
                    .given(
                            started(),
                            submitted(),
                            new NotShortlisted(VACANCY, List.of("NOT_ELIGIBLE"), Optional.empty(), DAY))
                    .when(withdrawing())
                    .thenRefused("application-ended");
        }

        @Test
        void who_is_hired_leaves_and_does_not_withdraw() {
            var hire = new HireConfirmed(
                    VACANCY,
                    MARI,
                    "practitioner",
                    TERMS.post().fte(),
                    Optional.empty(),
                    Optional.empty(),
                    DAY,
                    List.of(),
                    false);
            anApplication
                    .given(events(and(Facts.cleared(), hire)))
                    .when(withdrawing())
                    .thenRefused("application-hired");
        }
    }

    private static StartApplication starting(Vacancy opening, Instant at) {
        return new StartApplication(VACANCY, MARI, opening, Optional.empty(), at, DAY);
    }

    private static SubmitApplication submitting(Instant at, Optional<String> lateReason) {
        return new SubmitApplication(Optional.of("I listen."), OPEN, lateReason, at, DAY);
    }

    private static WithdrawApplication withdrawing() {
        return new WithdrawApplication(Optional.of("PAY"), DAY);
    }
}
