package refocus.cases.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.decision.DecisionCommand.By;
import refocus.cases.decision.DecisionCommand.OverturnDecision;
import refocus.cases.decision.DecisionCommand.Proposal;
import refocus.cases.decision.DecisionCommand.ProposeDecision;
import refocus.cases.decision.DecisionCommand.ReferDecisionUp;
import refocus.cases.decision.DecisionCommand.ReturnDecisionDown;
import refocus.cases.decision.DecisionCommand.ReviewDecision;
import refocus.cases.decision.DecisionCommand.Right;
import refocus.cases.decision.DecisionCommand.Subject;
import refocus.cases.decision.DecisionCommand.SupportDecision;
import refocus.cases.decision.DecisionCommand.TakeDecision;
import refocus.cases.decision.DecisionCommand.Taking;
import refocus.cases.decision.DecisionCommand.When;
import refocus.cases.decision.DecisionEvent.DecisionOverturned;
import refocus.cases.decision.DecisionEvent.DecisionProposed;
import refocus.cases.decision.DecisionEvent.DecisionReferredUp;
import refocus.cases.decision.DecisionEvent.DecisionReturnedDown;
import refocus.cases.decision.DecisionEvent.DecisionReviewed;
import refocus.cases.decision.DecisionEvent.DecisionSupported;
import refocus.cases.decision.DecisionEvent.DecisionTaken;
import refocus.eventsourcing.DeciderSpec;
import refocus.eventsourcing.Refused;

class DecisionTest {

    static final UUID NIA = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final UUID CASE = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

    static final By ADVISER = new By(Optional.of(new UUID(1, 9)), 0, false);
    static final By AMINA = new By(Optional.of(new UUID(1, 0)), 0, true);
    static final By SENIOR = new By(Optional.of(new UUID(1, 1)), 1, true);
    static final By MANAGER = new By(Optional.of(new UUID(1, 2)), 2, true);
    static final By OTHER_MANAGER = new By(Optional.of(new UUID(1, 12)), 2, true);
    static final By SERVICE_MANAGER = new By(Optional.of(new UUID(1, 3)), 3, true);

    static final Right SENIORS = new Right(1, Optional.of(4));

    final DeciderSpec<DecisionCommand, DecisionEvent, Decision> aDecision = DeciderSpec.of(Decision.TYPE.decider());

    @Nested
    class When_unproposed {

        @Test
        void anyone_may_propose() {
            aDecision.when(proposing(AMINA, SENIORS)).then(proposed(AMINA, SENIORS));
            aDecision.when(proposing(ADVISER, SENIORS)).then(proposed(ADVISER, SENIORS));
        }

        @Test
        void within_ones_right_it_is_one_call() {
            aDecision
                    .when(proposingAndTaking(SENIOR, SENIORS, Optional.empty()))
                    .then(proposed(SENIOR, SENIORS), taken(SENIOR, SENIOR, MONDAY, false, false));
        }

        @Test
        void below_the_level_taking_is_refused_with_the_right_and_who_can_and_nothing_follows() {
            Refused refused = catchThrowableOfType(
                    Refused.class,
                    () -> Decision.decide(
                            new Decision.Unproposed(), proposingAndTaking(AMINA, SENIORS, Optional.empty())));
            assertThat(refused.code()).isEqualTo("beyond-right");
            assertThat(refused.isForAnyone()).isFalse();
            assertThat(refused.members())
                    .containsEntry("right", Map.of("kind", "PLAN", "tier", "MEDIUM", "lowestLevel", 1, "version", 4))
                    .containsEntry(
                            "whoCan",
                            List.of(
                                    "senior-practitioner",
                                    "team-manager",
                                    "service-manager",
                                    "head-of-service",
                                    "panel"));
        }

        @Test
        void where_no_right_is_in_force_a_team_manager_is_needed() {
            aDecision
                    .when(proposingAndTaking(SENIOR, Right.usual(), Optional.empty()))
                    .thenRefused("beyond-usual-right");
        }

        @Test
        void a_role_that_takes_no_decisions_may_not_even_at_the_lowest_level() {
            aDecision
                    .when(proposingAndTaking(ADVISER, new Right(0, Optional.of(1)), Optional.empty()))
                    .thenRefused("beyond-right");
        }

        @Test
        void in_an_emergency_anyone_who_decides_may() {
            assertThat(Right.inEmergency().requiredLevel()).isZero();
            assertThat(aDecision
                            .when(proposingAndTaking(AMINA, Right.inEmergency(), Optional.empty()))
                            .events())
                    .hasSize(2);
        }

        @Test
        void what_was_done_beyond_ones_right_is_recorded_and_says_so() {
            var events = aDecision
                    .when(proposingAndTaking(AMINA, SENIORS, Optional.of("The bus was leaving.")))
                    .events();
            assertThat(events.getLast()).isInstanceOfSatisfying(DecisionTaken.class, taken -> {
                assertThat(taken.outsideRule()).contains("decision-right");
                assertThat(taken.outsideReason()).contains(about(NIA, "The bus was leaving."));
                assertThat(taken.level()).isZero();
            });
        }

        @Test
        void within_ones_right_nothing_is_outside_it() {
            aDecision
                    .when(proposingAndTaking(SENIOR, SENIORS, Optional.of("No reason.")))
                    .thenImpossible("outsideRule", "within-right");
        }

        @Test
        void nothing_is_proposed_in_a_closed_case_and_what_was_before_it_closed_is_told() {
            aDecision
                    .when(new ProposeDecision(proposal(SENIORS, closed(MONDAY)), Optional.empty(), AMINA, on(TUESDAY)))
                    .thenRefused("case-closed");
            assertThat(aDecision
                            .when(new ProposeDecision(
                                    proposal(SENIORS, closed(TUESDAY)), Optional.empty(), AMINA, on(MONDAY)))
                            .events())
                    .hasSize(1);
        }

        @Test
        void there_is_nothing_else_to_do() {
            aDecision.when(supporting(SENIOR)).thenUnknown();
            aDecision.when(referring(SENIOR, 2)).thenUnknown();
            aDecision.when(returning(MANAGER)).thenUnknown();
            aDecision.when(taking(SENIOR)).thenUnknown();
            aDecision.when(overturning(MANAGER)).thenUnknown();
            aDecision.when(reviewing(MANAGER)).thenUnknown();
        }
    }

    @Nested
    class When_proposed {

        @Test
        void proposing_again_is_a_repeat() {
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(proposing(AMINA, SENIORS))
                    .thenNothing();
        }

        @Test
        void a_colleague_supports_it_once_and_its_proposer_never() {
            aDecision.given(proposed(AMINA, SENIORS)).when(supporting(SENIOR)).then(supported(SENIOR));
            aDecision
                    .given(proposed(AMINA, SENIORS), supported(SENIOR))
                    .when(supporting(SENIOR))
                    .thenNothing();
            aDecision.given(proposed(AMINA, SENIORS)).when(supporting(AMINA)).thenNotAllowed("own-decision");
        }

        @Test
        void it_is_taken_by_one_whose_right_it_is_and_says_whether_it_was_supported() {
            aDecision
                    .given(proposed(AMINA, SENIORS), supported(SENIOR))
                    .when(taking(SENIOR))
                    .then(taken(AMINA, SENIOR, TUESDAY, true, false));
            aDecision.given(proposed(AMINA, SENIORS)).when(taking(AMINA)).thenRefused("beyond-right");
        }

        @Test
        void above_the_level_it_is_taken_and_recorded_as_such() {
            assertThat(aDecision
                            .given(proposed(AMINA, SENIORS))
                            .when(taking(MANAGER))
                            .events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DecisionTaken.class,
                            taken -> assertThat(taken.aboveRequired()).isTrue());
        }

        @Test
        void it_is_not_taken_once_the_case_is_closed_but_what_was_is_recorded() {
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(new TakeDecision(
                            new Taking(closed(MONDAY), Optional.empty(), Optional.empty()), SENIOR, on(TUESDAY)))
                    .thenRefused("case-closed");
            assertThat(aDecision
                            .given(proposed(AMINA, SENIORS))
                            .when(new TakeDecision(
                                    new Taking(closed(MONDAY), Optional.empty(), Optional.of("Told by phone.")),
                                    SENIOR,
                                    on(TUESDAY)))
                            .events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DecisionTaken.class,
                            taken -> assertThat(taken.outsideRule()).contains("case-closed"));
        }

        @Test
        void it_is_referred_up_and_then_waits_for_that_level() {
            aDecision.given(proposed(AMINA, SENIORS)).when(referring(AMINA, 2)).then(referred(AMINA, 2));
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2))
                    .when(referring(AMINA, 2))
                    .thenNothing();
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2))
                    .when(taking(SENIOR))
                    .thenRefused("beyond-right");
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2))
                    .when(taking(MANAGER))
                    .then(taken(AMINA, MANAGER, TUESDAY, false, true));
        }

        @Test
        void it_is_referred_higher_than_oneself_and_to_who_may() {
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(referring(SENIOR, 1))
                    .thenImpossible("toLevel", "not-higher-up");
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(referring(SENIOR, 6))
                    .thenImpossible("toLevel", "not-higher-up");
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(new ReferDecisionUp(Optional.empty(), "Please.", AMINA, on(TUESDAY)))
                    .then(referred(AMINA, 1));
        }

        @Test
        void who_was_asked_gives_it_back_to_those_whose_right_it_is() {
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2))
                    .when(returning(MANAGER))
                    .then(returned(MANAGER))
                    .thenState(state -> DecisionFile.of(state).orElseThrow().neededLevel() == 1);
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2))
                    .when(returning(SENIOR))
                    .thenRefused("beyond-right-to-return");
            aDecision
                    .given(proposed(AMINA, SENIORS), referred(AMINA, 2), returned(MANAGER))
                    .when(returning(MANAGER))
                    .thenRefused("decision-not-referred");
        }

        @Test
        void nothing_is_overturned_or_reviewed_yet() {
            aDecision.given(proposed(AMINA, SENIORS)).when(overturning(MANAGER)).thenRefused("decision-not-taken");
            aDecision.given(proposed(AMINA, SENIORS)).when(reviewing(MANAGER)).thenRefused("decision-not-taken");
        }

        @Test
        void nothing_happens_to_it_before_it_was_proposed() {
            aDecision
                    .given(proposed(AMINA, SENIORS))
                    .when(new TakeDecision(
                            new Taking(open(), Optional.empty(), Optional.empty()), SENIOR, on(MONDAY.minusDays(1))))
                    .thenImpossible("occurredAt", "before-proposal");
        }
    }

    @Nested
    class When_taken {

        @Test
        void taking_it_again_is_a_repeat_for_the_same_worker_alone() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(taking(SENIOR))
                    .thenNothing();
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(taking(MANAGER))
                    .thenRefused("decision-taken");
        }

        @Test
        void it_is_no_longer_supported_or_referred() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(supporting(MANAGER))
                    .thenRefused("decision-taken");
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(referring(AMINA, 2))
                    .thenRefused("decision-taken");
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(returning(MANAGER))
                    .thenRefused("decision-taken");
        }

        @Test
        void it_is_overturned_at_its_level_or_above() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(overturning(MANAGER))
                    .then(overturned(MANAGER));
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(overturning(AMINA))
                    .thenRefused("beyond-right-to-overturn");
        }

        @Test
        void what_was_taken_above_the_right_is_not_overturned_below_that() {
            aDecision
                    .given(proposed(AMINA, SENIORS), taken(AMINA, SERVICE_MANAGER, TUESDAY, false, false))
                    .when(overturning(MANAGER))
                    .thenRefused("beyond-right-to-overturn");
        }

        @Test
        void a_manager_reviews_it_and_not_their_own() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(reviewing(MANAGER))
                    .then(reviewed(MANAGER));
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), reviewed(MANAGER))
                    .when(reviewing(MANAGER))
                    .thenNothing();
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), reviewed(MANAGER))
                    .when(reviewing(OTHER_MANAGER))
                    .then(reviewed(OTHER_MANAGER));
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior())
                    .when(reviewing(SENIOR))
                    .thenRefused("beyond-right-to-review");
            aDecision
                    .given(proposed(AMINA, SENIORS), taken(AMINA, MANAGER, TUESDAY, false, false))
                    .when(reviewing(MANAGER))
                    .thenNotAllowed("own-decision");
        }
    }

    @Nested
    class When_overturned {

        @Test
        void it_stays_so() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), overturned(MANAGER))
                    .when(overturning(MANAGER))
                    .thenNothing();
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), overturned(MANAGER))
                    .when(overturning(OTHER_MANAGER))
                    .thenRefused("decision-overturned");
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), overturned(MANAGER))
                    .when(taking(SENIOR))
                    .thenRefused("decision-overturned");
        }

        @Test
        void it_can_be_reviewed() {
            aDecision
                    .given(proposed(AMINA, SENIORS), takenBySenior(), overturned(MANAGER))
                    .when(reviewing(OTHER_MANAGER))
                    .then(reviewed(OTHER_MANAGER));
        }
    }

    @Test
    void what_a_panel_decides_a_service_manager_records() {
        assertThat(SERVICE_MANAGER.forPanel().level()).isEqualTo(Level.PANEL);
        assertThat(catchThrowableOfType(Refused.class, MANAGER::forPanel).code())
                .isEqualTo("panel-by-manager");
    }

    private static Subject open() {
        return new Subject(Optional.empty(), Optional.of(CASE), List.of(NIA), Optional.empty());
    }

    private static Subject closed(LocalDate day) {
        return new Subject(Optional.empty(), Optional.of(CASE), List.of(NIA), Optional.of(on(day).at()));
    }

    private static Proposal proposal(Right right, Subject subject) {
        return new Proposal(
                subject,
                "PLAN",
                "MEDIUM",
                right,
                List.of("Weekly visits", "None"),
                Optional.of("She asked for it."),
                Optional.of("I want Amina to come."));
    }

    private static ProposeDecision proposing(By by, Right right) {
        return new ProposeDecision(proposal(right, open()), Optional.empty(), by, on(MONDAY));
    }

    private static ProposeDecision proposingAndTaking(By by, Right right, Optional<String> outsideRule) {
        return new ProposeDecision(
                proposal(right, open()),
                Optional.of(new Taking(open(), Optional.empty(), outsideRule)),
                by,
                on(MONDAY));
    }

    private static DecisionProposed proposed(By by, Right right) {
        return new DecisionProposed(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                right.requiredLevel(),
                right.version(),
                by.worker(),
                by.level(),
                List.of(about(NIA, "Weekly visits"), about(NIA, "None")),
                Optional.of(about(NIA, "She asked for it.")),
                Optional.of(about(NIA, "I want Amina to come.")),
                MONDAY,
                on(MONDAY).at());
    }

    private static SupportDecision supporting(By by) {
        return new SupportDecision(by.worker().orElseThrow(), Optional.of("I agree."), by, on(TUESDAY));
    }

    private static DecisionSupported supported(By by) {
        return new DecisionSupported(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                by.worker().orElseThrow(),
                by.level(),
                Optional.of(about(NIA, "I agree.")),
                TUESDAY);
    }

    private static ReferDecisionUp referring(By by, int level) {
        return new ReferDecisionUp(Optional.of(level), "Please.", by, on(TUESDAY));
    }

    private static DecisionReferredUp referred(By by, int level) {
        return new DecisionReferredUp(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                by.worker(),
                by.level(),
                level,
                about(NIA, "Please."),
                TUESDAY);
    }

    private static ReturnDecisionDown returning(By by) {
        return new ReturnDecisionDown("Yours to decide.", by, on(TUESDAY));
    }

    private static DecisionReturnedDown returned(By by) {
        return new DecisionReturnedDown(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                by.worker(),
                by.level(),
                about(NIA, "Yours to decide."),
                TUESDAY);
    }

    private static TakeDecision taking(By by) {
        return new TakeDecision(new Taking(open(), Optional.empty(), Optional.empty()), by, on(TUESDAY));
    }

    private static DecisionTaken takenBySenior() {
        return taken(AMINA, SENIOR, TUESDAY, false, false);
    }

    private static DecisionTaken taken(By proposer, By by, LocalDate day, boolean supported, boolean referredUp) {
        return new DecisionTaken(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                by.level(),
                1,
                Optional.of(4),
                by.worker(),
                proposer.worker(),
                on(MONDAY).at(),
                on(day).at(),
                day,
                supported,
                referredUp,
                by.level() > 1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static OverturnDecision overturning(By by) {
        return new OverturnDecision("New facts.", by, on(WEDNESDAY));
    }

    private static DecisionOverturned overturned(By by) {
        return new DecisionOverturned(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                1,
                1,
                on(TUESDAY).at(),
                by.worker(),
                by.level(),
                about(NIA, "New facts."),
                WEDNESDAY);
    }

    private static ReviewDecision reviewing(By by) {
        return new ReviewDecision("CONFIRMED", Optional.empty(), by, on(WEDNESDAY));
    }

    private static DecisionReviewed reviewed(By by) {
        return new DecisionReviewed(
                Optional.empty(),
                Optional.of(CASE),
                List.of(NIA),
                "PLAN",
                "MEDIUM",
                by.worker(),
                by.level(),
                "CONFIRMED",
                Optional.empty(),
                WEDNESDAY);
    }

    /// At noon of that day.
    private static When on(LocalDate day) {
        return new When(Instant.parse(day + "T12:00:00Z"), day);
    }
}
