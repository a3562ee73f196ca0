package refocus.cases.access;

import static org.assertj.core.api.Assertions.assertThat;
import static refocus.eventsourcing.personal.Sealed.about;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import refocus.cases.access.ChildAccessCommand.BreakGlass;
import refocus.cases.access.ChildAccessCommand.DeclareConnection;
import refocus.cases.access.ChildAccessCommand.GrantAccess;
import refocus.cases.access.ChildAccessCommand.GrantWithAllocation;
import refocus.cases.access.ChildAccessCommand.LiftRestriction;
import refocus.cases.access.ChildAccessCommand.NoteAttempt;
import refocus.cases.access.ChildAccessCommand.RaiseDuplicate;
import refocus.cases.access.ChildAccessCommand.RestrictAccess;
import refocus.cases.access.ChildAccessCommand.ReviewGlassBreak;
import refocus.cases.access.ChildAccessCommand.RevokeGrant;
import refocus.cases.access.ChildAccessCommand.RevokeWithAllocation;
import refocus.cases.access.ChildAccessCommand.RevokeWithCase;
import refocus.cases.access.ChildAccessCommand.Why;
import refocus.cases.access.ChildAccessEvent.AccessGranted;
import refocus.cases.access.ChildAccessEvent.AccessLifted;
import refocus.cases.access.ChildAccessEvent.AccessRestricted;
import refocus.cases.access.ChildAccessEvent.AccessRevoked;
import refocus.cases.access.ChildAccessEvent.ConnectedAccessAttempted;
import refocus.cases.access.ChildAccessEvent.ConnectionDeclared;
import refocus.cases.access.ChildAccessEvent.GlassBreakReviewed;
import refocus.cases.access.ChildAccessEvent.GlassBroken;
import refocus.cases.access.ChildAccessEvent.PossibleDuplicateRaised;
import refocus.cases.access.Standing.AtWork;
import refocus.eventsourcing.DeciderSpec;

class ChildAccessTest {

    static final UUID NIA = new UUID(0, 1);
    static final UUID AMINA = new UUID(0, 2);
    static final UUID GWEN = new UUID(0, 3);
    static final UUID GRANT = new UUID(0, 4);
    static final UUID GLASS = new UUID(0, 5);
    static final UUID CASE = new UUID(0, 6);
    static final UUID OTHER = new UUID(0, 7);
    static final UUID CONNECTION = new UUID(0, 8);
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    static final Instant NEXT_NOON = NOON.plus(Duration.ofHours(24));

    final DeciderSpec<ChildAccessCommand, ChildAccessEvent, ChildAccess> anAccess =
            DeciderSpec.of(ChildAccess.TYPE.decider());

    @Nested
    class When_unrestricted {

        @Test
        void it_is_restricted_for_a_reason() {
            anAccess.when(restricting("STAFF_FAMILY")).then(restricted());
        }

        @Test
        void there_is_nothing_to_lift_and_no_glass_to_break() {
            anAccess.when(lifting()).thenRefused("not-restricted");
            anAccess.when(breaking(GLASS, NOON)).thenRefused("not-restricted");
        }

        @Test
        void an_allocation_needs_no_grant() {
            anAccess.when(allocating()).thenNothing();
        }

        @Test
        void whoever_is_near_is_given_no_case() {
            anAccess.given(declared()).when(allocating()).thenRefused("worker-connected");
        }
    }

    @Nested
    class When_restricted {

        @Test
        void restricting_for_the_same_reason_is_a_repeat_and_for_another_is_not() {
            anAccess.given(restricted()).when(restricting("STAFF_FAMILY")).thenNothing();
            anAccess.given(restricted())
                    .when(restricting("RISK_OF_HARM"))
                    .then(new AccessRestricted("RISK_OF_HARM", Optional.of(GWEN)));
        }

        @Test
        void lifting_takes_back_every_grant_so_that_a_later_restriction_begins_with_nobody_let_in() {
            anAccess.given(restricted(), granted(Optional.empty()))
                    .when(lifting())
                    .then(
                            new AccessRevoked(GRANT, AMINA, Optional.empty()),
                            new AccessLifted(Optional.of("NO_LONGER_NEEDED"), Optional.of(GWEN)))
                    .thenState(state -> state.file().grants().isEmpty() && !ChildAccess.isRestricted(state));
        }

        @Test
        void a_worker_is_let_in_by_another() {
            anAccess.given(restricted()).when(granting(AMINA, Optional.empty())).then(granted(Optional.empty()));
            anAccess.given(restricted()).when(granting(GWEN, Optional.empty())).thenRefused("own-grant");
            anAccess.given(restricted(), declared())
                    .when(granting(AMINA, Optional.empty()))
                    .thenRefused("worker-connected");
            anAccess.given(restricted())
                    .when(granting(AMINA, Optional.of(NOON)))
                    .thenImpossible("until", "grant-already-over");
        }

        @Test
        void a_grant_is_taken_back_once() {
            anAccess.given(restricted(), granted(Optional.empty()))
                    .when(new RevokeGrant(GRANT, Optional.of("CONCERN")))
                    .then(new AccessRevoked(GRANT, AMINA, Optional.of("CONCERN")));
            anAccess.given(restricted(), granted(Optional.empty()), new AccessRevoked(GRANT, AMINA, Optional.empty()))
                    .when(new RevokeGrant(GRANT, Optional.empty()))
                    .thenNothing();
        }

        @Test
        void an_allocation_lets_the_worker_in_once_and_its_end_takes_that_back() {
            anAccess.given(restricted()).when(allocating()).then(grantedWithCase());
            anAccess.given(restricted(), grantedWithCase()).when(allocating()).thenNothing();
            anAccess.given(restricted(), declared()).when(allocating()).thenRefused("worker-connected");
            anAccess.given(restricted(), grantedWithCase())
                    .when(new RevokeWithAllocation(CASE, AMINA))
                    .then(new AccessRevoked(GRANT, AMINA, Optional.empty()));
            anAccess.given(restricted(), grantedWithCase())
                    .when(new RevokeWithAllocation(CASE, GWEN))
                    .thenNothing();
            anAccess.given(restricted(), grantedWithCase())
                    .when(new RevokeWithCase(CASE))
                    .then(new AccessRevoked(GRANT, AMINA, Optional.empty()));
            anAccess.given(restricted(), granted(Optional.empty()))
                    .when(new RevokeWithCase(CASE))
                    .thenNothing();
        }

        @Test
        void broken_glass_stays_open_for_a_day_and_is_not_broken_twice() {
            anAccess.given(restricted()).when(breaking(GLASS, NOON)).then(broken());
            anAccess.given(restricted(), broken())
                    .when(breaking(OTHER, NEXT_NOON.minusSeconds(1)))
                    .thenNothing();
            anAccess.given(restricted(), broken())
                    .when(breaking(OTHER, NEXT_NOON))
                    .then(new GlassBroken(
                            OTHER,
                            AMINA,
                            "IMMEDIATE_RISK",
                            about(NIA, Optional.of("A call in the night.")),
                            NEXT_NOON,
                            NEXT_NOON.plus(Duration.ofHours(24))));
        }

        @Test
        void whoever_is_near_breaks_no_glass() {
            anAccess.given(restricted(), declared()).when(breaking(GLASS, NOON)).thenUnknown();
        }

        @Test
        void broken_glass_is_reviewed_once_by_another() {
            anAccess.given(restricted(), broken())
                    .when(reviewing(GWEN, "JUSTIFIED"))
                    .then(reviewed());
            anAccess.given(restricted(), broken())
                    .when(reviewing(AMINA, "JUSTIFIED"))
                    .thenRefused("own-glass-break");
            anAccess.given(restricted(), broken(), reviewed())
                    .when(reviewing(GWEN, "JUSTIFIED"))
                    .thenNothing();
            anAccess.given(restricted(), broken(), reviewed())
                    .when(reviewing(GWEN, "REFERRED"))
                    .thenRefused("glass-break-reviewed");
            anAccess.given(restricted()).when(reviewing(GWEN, "JUSTIFIED")).thenUnknown();
        }
    }

    @Test
    void a_connection_is_declared_once_for_each_kind() {
        anAccess.when(declaring("RELATED")).then(declared());
        anAccess.given(declared()).when(declaring("RELATED")).thenNothing();
        anAccess.given(declared())
                .when(declaring("LIVES_WITH"))
                .then(new ConnectionDeclared(CONNECTION, AMINA, "LIVES_WITH"));
    }

    @Test
    void attempts_of_one_worker_are_told_once_an_hour() {
        var attempt = new ConnectedAccessAttempted(AMINA, "child", NOON);
        anAccess.given(declared()).when(new NoteAttempt(AMINA, "child", NOON)).then(attempt);
        anAccess.given(declared(), attempt)
                .when(new NoteAttempt(AMINA, "chronology", NOON.plusSeconds(3599)))
                .thenNothing();
        anAccess.given(declared(), attempt)
                .when(new NoteAttempt(AMINA, "chronology", NOON.plusSeconds(3600)))
                .then(new ConnectedAccessAttempted(AMINA, "chronology", NOON.plusSeconds(3600)));
    }

    @Test
    void a_record_that_may_be_the_childs_is_raised_once() {
        var raised = new PossibleDuplicateRaised(OTHER, List.of("NHS_NUMBER"));
        anAccess.given(restricted())
                .when(new RaiseDuplicate(OTHER, List.of("NHS_NUMBER")))
                .then(raised);
        anAccess.given(restricted(), raised)
                .when(new RaiseDuplicate(OTHER, List.of("NHS_NUMBER")))
                .thenNothing();
    }

    @Nested
    class A_basis {

        static final Optional<Basis> SERVICE = Optional.of(Basis.SERVICE);

        @Test
        void is_the_nearest_that_somebody_has() {
            assertThat(basis(NOON, new AtWork(true, true, Optional.empty()), restricted()))
                    .contains(Basis.ALLOCATED);
            assertThat(basis(NOON, new AtWork(false, true, Optional.empty()), restricted()))
                    .contains(Basis.TEAM);
            assertThat(basis(NOON, AtWork.NOTHING, restricted(), granted(Optional.empty())))
                    .contains(Basis.GRANT);
            assertThat(basis(NOON, AtWork.NOTHING)).contains(Basis.SERVICE);
            assertThat(basis(NOON, AtWork.NOTHING, restricted())).isEmpty();
        }

        @Test
        void by_broken_glass_ends_after_24_hours() {
            assertThat(basis(NEXT_NOON.minusMillis(1), AtWork.NOTHING, restricted(), broken()))
                    .contains(Basis.BREAK_GLASS);
            assertThat(basis(NEXT_NOON, AtWork.NOTHING, restricted(), broken())).isEmpty();
        }

        @Test
        void by_a_grant_ends_with_it() {
            Optional<Instant> until = Optional.of(NEXT_NOON);
            assertThat(basis(NEXT_NOON.minusMillis(1), AtWork.NOTHING, restricted(), granted(until)))
                    .contains(Basis.GRANT);
            assertThat(basis(NEXT_NOON, AtWork.NOTHING, restricted(), granted(until)))
                    .isEmpty();
        }

        @Test
        void is_overridden_by_a_connection_whatever_it_is() {
            assertThat(basis(NOON, new AtWork(true, true, SERVICE), declared())).isEmpty();
            assertThat(basis(NOON, AtWork.NOTHING, restricted(), granted(Optional.empty()), broken(), declared()))
                    .isEmpty();
        }

        @Test
        void of_another_counts_on_an_unrestricted_record_and_never_on_a_restricted_one() {
            var forAnother = new AtWork(false, false, Optional.of(Basis.ALLOCATED));
            assertThat(basis(NOON, forAnother)).contains(Basis.ALLOCATED);
            assertThat(basis(NOON, forAnother, restricted())).isEmpty();
            var actingForOneTooNear = Standing.of(
                    ChildAccess.TYPE.decider().fold(List.of(declared())),
                    AtWork.NOTHING,
                    Optional.of(GWEN),
                    Optional.of(AMINA),
                    NOON);
            assertThat(Basis.of(actingForOneTooNear, SERVICE)).isEmpty();
        }

        private static Optional<Basis> basis(Instant at, AtWork work, ChildAccessEvent... history) {
            ChildAccess state = ChildAccess.TYPE.decider().fold(List.of(history));
            return Basis.of(Standing.of(state, work, Optional.of(AMINA), Optional.empty(), at), SERVICE);
        }
    }

    static RestrictAccess restricting(String reason) {
        return new RestrictAccess(reason, Optional.of(GWEN));
    }

    static AccessRestricted restricted() {
        return new AccessRestricted("STAFF_FAMILY", Optional.of(GWEN));
    }

    static LiftRestriction lifting() {
        return new LiftRestriction(Optional.of("NO_LONGER_NEEDED"), Optional.of(GWEN));
    }

    static GrantAccess granting(UUID worker, Optional<Instant> until) {
        return new GrantAccess(NIA, GRANT, worker, new Why("COVER", Optional.empty()), until, GWEN, NOON);
    }

    static AccessGranted granted(Optional<Instant> until) {
        return new AccessGranted(GRANT, AMINA, "COVER", Optional.empty(), until, Optional.empty(), Optional.of(GWEN));
    }

    static GrantWithAllocation allocating() {
        return new GrantWithAllocation(GRANT, CASE, AMINA, Optional.of(GWEN));
    }

    static AccessGranted grantedWithCase() {
        return new AccessGranted(
                GRANT, AMINA, "ALLOCATION", Optional.empty(), Optional.empty(), Optional.of(CASE), Optional.of(GWEN));
    }

    static BreakGlass breaking(UUID glass, Instant at) {
        return new BreakGlass(NIA, glass, AMINA, new Why("IMMEDIATE_RISK", Optional.of("A call in the night.")), at);
    }

    static GlassBroken broken() {
        return new GlassBroken(
                GLASS, AMINA, "IMMEDIATE_RISK", about(NIA, Optional.of("A call in the night.")), NOON, NEXT_NOON);
    }

    static ReviewGlassBreak reviewing(UUID by, String outcome) {
        return new ReviewGlassBreak(NIA, GLASS, by, outcome, Optional.empty());
    }

    static GlassBreakReviewed reviewed() {
        return new GlassBreakReviewed(GLASS, AMINA, GWEN, "JUSTIFIED", Optional.empty());
    }

    static DeclareConnection declaring(String kind) {
        return new DeclareConnection(CONNECTION, AMINA, kind);
    }

    static ConnectionDeclared declared() {
        return new ConnectionDeclared(CONNECTION, AMINA, "RELATED");
    }
}
