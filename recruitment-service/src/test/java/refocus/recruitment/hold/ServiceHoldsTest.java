package refocus.recruitment.hold;

import static refocus.eventsourcing.personal.Sealed.about;
import static refocus.recruitment.hold.ServiceHolds.EVERY_CANDIDATE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.DeciderSpec;
import refocus.eventsourcing.keeping.Holds;
import refocus.recruitment.hold.ServiceHoldCommand.LiftHold;
import refocus.recruitment.hold.ServiceHoldCommand.PlaceHold;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldPlaced;

class ServiceHoldsTest {

    static final UUID HOLD = new UUID(4, 4);
    static final LocalDate TODAY = LocalDate.parse("2026-09-10");

    final DeciderSpec<ServiceHoldCommand, ServiceHoldEvent, Holds> holds = DeciderSpec.of(ServiceHolds.TYPE.decider());

    @Test
    void a_hold_is_placed_once() {
        holds.when(place()).then(placed());
        holds.given(placed()).when(place()).thenNothing();
        holds.given(placed(), lifted()).when(place()).thenNothing();
    }

    @Test
    void a_hold_is_lifted_once_and_not_before_it_was_placed() {
        holds.given(placed()).when(lift(TODAY)).then(lifted());
        holds.given(placed(), lifted()).when(lift(TODAY)).thenNothing();
        holds.given(placed()).when(lift(TODAY.minusDays(1))).thenImpossible("occurredAt", "before-hold");
        holds.when(lift(TODAY)).thenUnknown();
    }

    private static PlaceHold place() {
        return new PlaceHold(HOLD, "PUBLIC_INQUIRY", Optional.of("Inquiry 4"), TODAY);
    }

    private static LiftHold lift(LocalDate on) {
        return new LiftHold(HOLD, "ENDED", on);
    }

    private static ServiceHoldPlaced placed() {
        return new ServiceHoldPlaced(HOLD, "PUBLIC_INQUIRY", Optional.of(about(EVERY_CANDIDATE, "Inquiry 4")), TODAY);
    }

    private static ServiceHoldLifted lifted() {
        return new ServiceHoldLifted(HOLD, "ENDED", TODAY);
    }
}
