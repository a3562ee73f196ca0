package refocus.staff.supportneed;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.staff.supportneed.SupportNeedCommand.Acknowledge;
import refocus.staff.supportneed.SupportNeedCommand.Decline;
import refocus.staff.supportneed.SupportNeedCommand.Deliver;
import refocus.staff.supportneed.SupportNeedCommand.Judge;
import refocus.staff.supportneed.SupportNeedCommand.Raise;
import refocus.staff.supportneed.SupportNeedCommand.Source;
import refocus.staff.supportneed.SupportNeedEvent.SupportConfirmedUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportDelivered;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedAcknowledged;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedDeclined;
import refocus.staff.supportneed.SupportNeedEvent.SupportNeedRaised;
import refocus.staff.supportneed.SupportNeedEvent.SupportNotUseful;
import refocus.staff.supportneed.SupportNeedEvent.SupportSourced;

class SupportNeedTest {

    static final UUID RHIAN = UUID.fromString("01930000-0000-7000-8000-0000000000c1");
    static final UUID TOMOS = UUID.fromString("01930000-0000-7000-8000-0000000000c2");
    static final UUID TABLETS = UUID.fromString("01930000-0000-7000-8000-0000000000d1");
    static final LocalDate DAY = LocalDate.parse("2026-11-02");

    static final Raise RAISING = new Raise(RHIAN, "TOOL", "SOON", Optional.of("a tablet for drawing"), DAY);
    static final SupportNeedRaised RAISED =
            new SupportNeedRaised(RHIAN, "TOOL", "SOON", Optional.of(about(RHIAN, "a tablet for drawing")), DAY);
    static final SupportNeedAcknowledged ACKNOWLEDGED = new SupportNeedAcknowledged(DAY);
    static final Source SOURCING = new Source("TOOL", Optional.of(TABLETS), Optional.empty(), DAY);
    static final SupportSourced SOURCED = new SupportSourced("TOOL", Optional.of(TABLETS), Optional.empty(), DAY);
    static final SupportDelivered DELIVERED = new SupportDelivered(DAY);
    static final SupportConfirmedUseful USEFUL = new SupportConfirmedUseful(Optional.empty(), DAY);
    static final SupportNotUseful NOT_USEFUL = new SupportNotUseful(Optional.empty(), DAY);
    static final Decline DECLINING = new Decline("NO_MONEY", Optional.of("next year"), DAY);
    static final SupportNeedDeclined DECLINED =
            new SupportNeedDeclined("NO_MONEY", Optional.of(about(RHIAN, "next year")), DAY);

    final DeciderSpec<SupportNeedCommand, SupportNeedEvent, SupportNeed> aNeed =
            DeciderSpec.of(SupportNeed.TYPE.decider());

    @Test
    void it_is_raised_once_under_seal() {
        aNeed.when(RAISING).then(RAISED);
        aNeed.given(RAISED).when(RAISING).thenNothing();
    }

    @Test
    void what_was_never_raised_is_unknown() {
        aNeed.when(new Acknowledge(DAY)).thenUnknown();
        aNeed.when(SOURCING).thenUnknown();
        aNeed.when(new Deliver(DAY)).thenUnknown();
        aNeed.when(judging(RHIAN, true)).thenUnknown();
        aNeed.when(DECLINING).thenUnknown();
    }

    @Test
    void it_is_acknowledged_once() {
        aNeed.given(RAISED).when(new Acknowledge(DAY)).then(ACKNOWLEDGED);
        aNeed.given(RAISED, ACKNOWLEDGED).when(new Acknowledge(DAY)).thenNothing();
        aNeed.given(RAISED, SOURCED).when(new Acknowledge(DAY)).thenNothing();
        aNeed.given(RAISED, DECLINED).when(new Acknowledge(DAY)).thenRefused("need-declined");
    }

    @Test
    void it_is_sourced_and_perhaps_with_something_else_before_it_is_delivered() {
        aNeed.given(RAISED, ACKNOWLEDGED).when(SOURCING).then(SOURCED);
        aNeed.given(RAISED, SOURCED).when(SOURCING).thenNothing();
        aNeed.given(RAISED, SOURCED)
                .when(new Source("PERSON", Optional.of(TOMOS), Optional.empty(), DAY))
                .then(new SupportSourced("PERSON", Optional.of(TOMOS), Optional.empty(), DAY));
        aNeed.given(RAISED, SOURCED, DELIVERED).when(SOURCING).thenRefused("need-delivered");
        aNeed.given(RAISED, DECLINED).when(SOURCING).thenRefused("need-declined");
    }

    @Test
    void it_is_delivered_once_and_not_before_it_is_sourced() {
        aNeed.given(RAISED, SOURCED).when(new Deliver(DAY)).then(DELIVERED);
        aNeed.given(RAISED, SOURCED, DELIVERED).when(new Deliver(DAY)).thenNothing();
        aNeed.given(RAISED, ACKNOWLEDGED).when(new Deliver(DAY)).thenRefused("need-not-sourced");
        aNeed.given(RAISED, DECLINED).when(new Deliver(DAY)).thenRefused("need-declined");
    }

    @Test
    void whoever_raised_it_says_whether_it_helped_and_nobody_else() {
        aNeed.given(RAISED, SOURCED, DELIVERED).when(judging(RHIAN, true)).then(USEFUL);
        aNeed.given(RAISED, SOURCED, DELIVERED, USEFUL)
                .when(judging(RHIAN, true))
                .thenNothing();
        aNeed.given(RAISED, SOURCED, DELIVERED).when(judging(TOMOS, true)).thenNotAllowed("only-the-raiser");
        aNeed.given(RAISED, SOURCED).when(judging(RHIAN, true)).thenRefused("need-not-delivered");
        aNeed.given(RAISED, DECLINED).when(judging(RHIAN, true)).thenRefused("need-declined");
    }

    @Test
    void what_did_not_help_is_tried_again() {
        aNeed.given(RAISED, SOURCED, DELIVERED).when(judging(RHIAN, false)).then(NOT_USEFUL);
        aNeed.given(RAISED, SOURCED, DELIVERED, NOT_USEFUL)
                .when(judging(RHIAN, false))
                .thenNothing();
        aNeed.given(RAISED, SOURCED, DELIVERED, NOT_USEFUL).when(SOURCING).then(SOURCED);
        aNeed.given(RAISED, SOURCED, DELIVERED, NOT_USEFUL)
                .when(new Deliver(DAY))
                .thenRefused("need-not-sourced");
        aNeed.given(RAISED, SOURCED, DELIVERED, NOT_USEFUL)
                .when(judging(RHIAN, true))
                .then(USEFUL);
        aNeed.given(RAISED, SOURCED, DELIVERED, USEFUL)
                .when(judging(RHIAN, false))
                .then(NOT_USEFUL);
    }

    @Test
    void it_is_declined_once_with_a_reason_and_not_after_it_was_met() {
        aNeed.given(RAISED).when(DECLINING).then(DECLINED);
        aNeed.given(RAISED, DECLINED).when(DECLINING).thenNothing();
        aNeed.given(RAISED, SOURCED, DELIVERED).when(DECLINING).thenRefused("need-delivered");
    }

    private static Judge judging(UUID by, boolean useful) {
        return new Judge(by, useful, Optional.empty(), DAY);
    }
}
