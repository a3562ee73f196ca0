package refocus.recruitment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.application.Facts.DAY;
import static refocus.recruitment.application.Facts.HEAD;
import static refocus.recruitment.application.Facts.and;
import static refocus.recruitment.application.Facts.events;
import static refocus.recruitment.application.Facts.shortlistedOne;
import static refocus.recruitment.application.Facts.started;
import static refocus.recruitment.application.Facts.submitted;
import static refocus.recruitment.application.Facts.verified;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.recruitment.application.CheckCommand.ExpireChecks;
import refocus.recruitment.application.CheckCommand.FailCheck;
import refocus.recruitment.application.CheckCommand.ReceiveReference;
import refocus.recruitment.application.CheckCommand.RefuseReference;
import refocus.recruitment.application.CheckCommand.RequestCheck;
import refocus.recruitment.application.CheckCommand.RequestReference;
import refocus.recruitment.application.CheckCommand.VerifyCheck;
import refocus.recruitment.application.CheckEvent.CheckExpired;
import refocus.recruitment.application.CheckEvent.CheckFailed;
import refocus.recruitment.application.CheckEvent.CheckRequested;
import refocus.recruitment.application.CheckEvent.ReferenceReceived;
import refocus.recruitment.application.CheckEvent.ReferenceRefused;
import refocus.recruitment.application.CheckEvent.ReferenceReplaced;
import refocus.recruitment.application.CheckEvent.ReferenceRequested;

class CheckingTest {

    static final UUID FIRST = UUID.fromString("01930000-0000-7000-8000-0000000000f1");
    static final UUID SECOND = UUID.fromString("01930000-0000-7000-8000-0000000000f2");

    final DeciderSpec<ApplicationCommand, ApplicationEvent, Application> anApplication =
            DeciderSpec.of(Application.TYPE.decider());

    @Nested
    class A_check {

        final CheckRequested requested = new CheckRequested("HEALTH", DAY);
        final CheckFailed failed = new CheckFailed("HEALTH", "NOT_CONFIRMED", DAY);

        @Test
        void is_asked_for_from_the_shortlist_on() {
            anApplication.given(events(shortlistedOne())).when(requesting()).then(requested);
            anApplication
                    .given(events(and(shortlistedOne(), requested)))
                    .when(requesting())
                    .thenNothing();
            anApplication.given(started(), submitted()).when(requesting()).thenRefused("not-shortlisted");
            anApplication
                    .given(events(and(shortlistedOne(), Facts.withdrawn())))
                    .when(requesting())
                    .thenRefused("application-ended");
            anApplication
                    .given(events(and(shortlistedOne(), failed)))
                    .when(requesting())
                    .then(requested);
        }

        @Test
        void is_verified_with_its_dates_whenever_it_comes() {
            var validUntil = Optional.of(DAY.plusYears(3));
            anApplication
                    .given(events(shortlistedOne()))
                    .when(verifying(DAY, validUntil))
                    .then(verified("HEALTH", validUntil));
            anApplication
                    .given(events(and(shortlistedOne(), verified("HEALTH", validUntil))))
                    .when(verifying(DAY, validUntil))
                    .thenNothing();
            anApplication
                    .given(events(shortlistedOne()))
                    .when(verifying(DAY.plusDays(1), Optional.empty()))
                    .thenImpossible("issuedOn", "in-the-future");
            anApplication
                    .given(events(shortlistedOne()))
                    .when(verifying(DAY, Optional.of(DAY.minusDays(1))))
                    .thenImpossible("validUntil", "ends-before-it-begins");
        }

        @Test
        void fails_once() {
            var failing = new FailCheck("HEALTH", "NOT_CONFIRMED", DAY);
            anApplication.given(events(shortlistedOne())).when(failing).then(failed);
            anApplication
                    .given(events(and(shortlistedOne(), failed)))
                    .when(failing)
                    .thenNothing();
            anApplication.when(failing).thenUnknown();
        }

        @Test
        void counts_on_its_last_day_and_expires_after() {
            var history = and(shortlistedOne(), verified("HEALTH", Optional.of(DAY)));
            anApplication.given(events(history)).when(new ExpireChecks(DAY)).thenNothing();
            anApplication
                    .given(events(history))
                    .when(new ExpireChecks(DAY.plusDays(1)))
                    .then(new CheckExpired("HEALTH", DAY));
            anApplication
                    .given(events(and(history, new CheckExpired("HEALTH", DAY))))
                    .when(new ExpireChecks(DAY.plusDays(1)))
                    .thenNothing();
        }

        @Test
        void of_references_is_refused_for_they_are_recorded_one_by_one() {
            anApplication
                    .given(events(shortlistedOne()))
                    .when(new RequestCheck("REFERENCE", DAY))
                    .thenImpossible("kind", "references-apart");
        }

        private VerifyCheck verifying(LocalDate issuedOn, Optional<LocalDate> validUntil) {
            return new VerifyCheck("HEALTH", issuedOn, HEAD, validUntil, "Certificate 0017", DAY);
        }

        private RequestCheck requesting() {
            return new RequestCheck("HEALTH", DAY);
        }
    }

    @Nested
    class A_reference {

        @Test
        void is_asked_for_once_under_the_referees_own_key() {
            anApplication
                    .given(events(shortlistedOne()))
                    .when(requesting(FIRST, Optional.empty()))
                    .then(requested(FIRST));
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST))))
                    .when(requesting(FIRST, Optional.empty()))
                    .thenNothing();
            anApplication
                    .given(started(), submitted())
                    .when(requesting(FIRST, Optional.empty()))
                    .thenRefused("not-shortlisted");
        }

        @Test
        void two_that_support_the_hire_are_needed() {
            var one = and(shortlistedOne(), requested(FIRST), received(FIRST), requested(SECOND));
            assertThat(open(one)).containsExactly("REFERENCE");
            assertThat(open(and(one, received(SECOND)))).isEmpty();
        }

        @Test
        void is_received_once_and_may_be_replaced() {
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST))))
                    .when(receiving(FIRST))
                    .then(received(FIRST));
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST), received(FIRST))))
                    .when(receiving(FIRST))
                    .thenNothing();
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST))))
                    .when(requesting(SECOND, Optional.of(FIRST)))
                    .then(requested(SECOND), new ReferenceReplaced(FIRST, SECOND));
            anApplication
                    .given(events(and(
                            shortlistedOne(),
                            requested(FIRST),
                            requested(SECOND),
                            new ReferenceReplaced(FIRST, SECOND))))
                    .when(receiving(FIRST))
                    .thenRefused("reference-replaced");
        }

        @Test
        void is_refused_by_the_referee_unless_it_came() {
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST))))
                    .when(new RefuseReference(FIRST, DAY))
                    .then(new ReferenceRefused(FIRST, DAY));
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST), new ReferenceRefused(FIRST, DAY))))
                    .when(new RefuseReference(FIRST, DAY))
                    .thenNothing();
            anApplication
                    .given(events(and(shortlistedOne(), requested(FIRST), received(FIRST))))
                    .when(new RefuseReference(FIRST, DAY))
                    .thenRefused("reference-received");
            anApplication
                    .given(events(shortlistedOne()))
                    .when(new RefuseReference(FIRST, DAY))
                    .thenUnknown();
        }

        private List<String> open(List<ApplicationEvent> history) {
            return Application.onFile(Application.TYPE.decider().fold(history))
                    .file()
                    .checks()
                    .open(List.of("REFERENCE"), DAY);
        }
    }

    private static RequestReference requesting(UUID reference, Optional<UUID> replaces) {
        return new RequestReference(reference, "Eirlys Pugh", "eirlys@example.org", "CURRENT_EMPLOYER", replaces, DAY);
    }

    private static ReferenceRequested requested(UUID reference) {
        return new ReferenceRequested(
                reference,
                about(reference, "Eirlys Pugh"),
                about(reference, "eirlys@example.org"),
                "CURRENT_EMPLOYER",
                DAY);
    }

    private static ReceiveReference receiving(UUID reference) {
        return new ReceiveReference(reference, true, HEAD, DAY);
    }

    private static ReferenceReceived received(UUID reference) {
        return new ReferenceReceived(reference, true, HEAD, DAY);
    }
}
