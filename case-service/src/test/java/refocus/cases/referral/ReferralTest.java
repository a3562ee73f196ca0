package refocus.cases.referral;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.referral.Referral.Reporter;
import refocus.cases.referral.ReferralCommand.AcknowledgeReferral;
import refocus.cases.referral.ReferralCommand.LinkToEarlier;
import refocus.cases.referral.ReferralCommand.ReceiveReferral;
import refocus.cases.referral.ReferralCommand.TriageReferral;
import refocus.cases.referral.ReferralEvent.ReferralAcknowledged;
import refocus.cases.referral.ReferralEvent.ReferralLinkedToEarlier;
import refocus.cases.referral.ReferralEvent.ReferralReceived;
import refocus.cases.referral.ReferralEvent.ReferralTriaged;
import refocus.cases.referral.ReferralEvent.Referrer;
import refocus.eventsourcing.DeciderSpec;

class ReferralTest {

    static final UUID NIA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID MACSEN = UUID.fromString("01930000-0000-7000-8000-000000000002");
    static final UUID TEACHER = UUID.fromString("01930000-0000-7000-8000-000000000009");
    static final UUID DECISION = UUID.fromString("01930000-0000-7000-8000-000000000010");
    static final UUID EARLIER = UUID.fromString("01930000-0000-7000-8000-000000000011");
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    final DeciderSpec<ReferralCommand, ReferralEvent, Referral> aReferral = DeciderSpec.of(Referral.TYPE.decider());

    @Nested
    class When_unreceived {

        @Test
        void one_report_takes_in_several_children_and_the_referrer_under_a_key_of_their_own() {
            aReferral.when(receiving()).then(received());
        }

        @Test
        void there_is_nothing_to_triage_or_acknowledge() {
            aReferral.when(triaging("ASSESSMENT", TUESDAY)).thenUnknown();
            aReferral.when(acknowledging(TUESDAY)).thenUnknown();
        }
    }

    @Nested
    class When_undecided {

        @Test
        void receiving_again_is_a_repeat() {
            aReferral.given(received()).when(receiving()).thenNothing();
        }

        @Test
        void it_is_linked_to_an_earlier_one_once() {
            aReferral.given(received()).when(linking()).then(linked());
            aReferral.given(received(), linked()).when(linking()).thenNothing();
            aReferral.when(linking()).thenUnknown();
        }

        @Test
        void it_is_acknowledged_once() {
            aReferral.given(received()).when(acknowledging(TUESDAY)).then(acknowledged());
            aReferral
                    .given(received(), acknowledged())
                    .when(acknowledging(TUESDAY.plusDays(1)))
                    .thenNothing();
        }

        @Test
        void it_is_triaged() {
            aReferral
                    .given(received())
                    .when(triaging("ASSESSMENT", TUESDAY))
                    .then(triaged())
                    .thenState(state -> state instanceof Referral.Triaged);
        }

        @Test
        void nothing_comes_of_it_before_it_came() {
            aReferral
                    .given(received())
                    .when(triaging("ASSESSMENT", MONDAY.minusDays(1)))
                    .thenImpossible("occurredAt", "before-referral");
            aReferral
                    .given(received())
                    .when(acknowledging(MONDAY.minusDays(1)))
                    .thenImpossible("occurredAt", "before-referral");
        }
    }

    @Nested
    class When_triaged {

        @Test
        void the_same_outcome_is_a_repeat_and_another_is_refused() {
            aReferral
                    .given(received(), triaged())
                    .when(triaging("ASSESSMENT", TUESDAY))
                    .thenNothing();
            aReferral
                    .given(received(), triaged())
                    .when(triaging("NO_FURTHER_ACTION", TUESDAY))
                    .thenRefused("referral-triaged");
        }

        @Test
        void another_decision_to_the_same_end_is_another_triage_and_no_decision_a_repeat() {
            aReferral
                    .given(received(), triaged())
                    .when(triaging("ASSESSMENT", TUESDAY, Optional.of(EARLIER)))
                    .thenRefused("referral-triaged");
            aReferral
                    .given(received(), triaged())
                    .when(triaging("ASSESSMENT", TUESDAY, Optional.empty()))
                    .thenNothing();
        }

        @Test
        void it_is_linked_to_an_earlier_one_once() {
            aReferral.given(received(), triaged()).when(linking()).then(linked());
            aReferral.given(received(), triaged(), linked()).when(linking()).thenNothing();
        }

        @Test
        void it_can_still_be_acknowledged() {
            aReferral
                    .given(received(), triaged())
                    .when(acknowledging(TUESDAY))
                    .then(acknowledged())
                    .thenState(state -> state instanceof Referral.Triaged triaged
                            && triaged.acknowledgedOn().equals(Optional.of(TUESDAY)));
        }

        @Test
        void receiving_again_is_a_repeat() {
            aReferral.given(received(), triaged()).when(receiving()).thenNothing();
        }
    }

    private static ReceiveReferral receiving() {
        return new ReceiveReferral(
                List.of(NIA, MACSEN),
                "SCHOOL",
                List.of("NEGLECT"),
                "Came to school without a coat again.",
                Optional.of(new Reporter(
                        TEACHER, "Elin Rees", Optional.of("Ysgol y Bryn"), Optional.empty(), Optional.of("cy"), true)),
                "ROUTINE",
                Optional.of("GIVEN"),
                MONDAY);
    }

    private static ReferralReceived received() {
        return new ReferralReceived(
                List.of(NIA, MACSEN),
                "SCHOOL",
                List.of("NEGLECT"),
                about(NIA, "Came to school without a coat again."),
                Optional.of(new Referrer(
                        about(TEACHER, "Elin Rees"),
                        about(TEACHER, Optional.of("Ysgol y Bryn")),
                        Optional.empty(),
                        Optional.of("cy"),
                        true)),
                "ROUTINE",
                Optional.of("GIVEN"),
                MONDAY);
    }

    private static TriageReferral triaging(String action, LocalDate on) {
        return triaging(action, on, Optional.of(DECISION));
    }

    private static TriageReferral triaging(String action, LocalDate on, Optional<UUID> decision) {
        return new TriageReferral(List.of(action), "Third report this term.", on, decision);
    }

    private static LinkToEarlier linking() {
        return new LinkToEarlier(EARLIER, List.of(MACSEN), MONDAY.minusDays(365));
    }

    private static ReferralLinkedToEarlier linked() {
        return new ReferralLinkedToEarlier(List.of(MACSEN), EARLIER, MONDAY.minusDays(365), MONDAY);
    }

    private static ReferralTriaged triaged() {
        return new ReferralTriaged(
                List.of(NIA, MACSEN),
                List.of("ASSESSMENT"),
                about(NIA, "Third report this term."),
                TUESDAY,
                Optional.of(DECISION));
    }

    private static AcknowledgeReferral acknowledging(LocalDate on) {
        return new AcknowledgeReferral(Optional.of("cy"), on);
    }

    private static ReferralAcknowledged acknowledged() {
        return new ReferralAcknowledged(List.of(NIA, MACSEN), Optional.of("cy"), TUESDAY);
    }
}
