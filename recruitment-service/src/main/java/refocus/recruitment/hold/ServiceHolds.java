package refocus.recruitment.hold;

import static refocus.eventsourcing.personal.Sealed.about;

import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.keeping.Hold;
import refocus.eventsourcing.keeping.Holds;
import refocus.recruitment.hold.ServiceHoldCommand.LiftHold;
import refocus.recruitment.hold.ServiceHoldCommand.PlaceHold;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldPlaced;

/// The rules of the holds on every candidate's record.
public final class ServiceHolds {

    public static final StreamType<ServiceHoldCommand, ServiceHoldEvent, Holds> TYPE = StreamType.of(
                    "service-hold",
                    new Decider<>(Holds.NONE, ServiceHolds::decide, ServiceHolds::evolve),
                    ServiceHoldEvent.class,
                    Holds.class)
            .withStateVersion(2);

    /// The one stream, and whose key seals what the holds refer to.
    public static final UUID EVERY_CANDIDATE =
            StreamId.of(TYPE.category(), "every candidate").id();

    private ServiceHolds() {}

    static List<ServiceHoldEvent> decide(Holds holds, ServiceHoldCommand command) {
        return switch (command) {
            case PlaceHold asked ->
                holds.place(
                        asked.hold(),
                        () -> new ServiceHoldPlaced(
                                asked.hold(),
                                asked.reason(),
                                about(EVERY_CANDIDATE, asked.reference()),
                                asked.placedOn()));
            case LiftHold asked ->
                holds.lift(
                        asked.hold(),
                        asked.liftedOn(),
                        _ -> new ServiceHoldLifted(asked.hold(), asked.reason(), asked.liftedOn()));
        };
    }

    static Holds evolve(Holds holds, ServiceHoldEvent event) {
        return switch (event) {
            case ServiceHoldPlaced(var id, var reason, var reference, var placedOn) ->
                holds.with(Hold.placed(id, true, reason, reference, placedOn));
            case ServiceHoldLifted lifted -> holds.lifted(lifted.hold(), lifted.liftedOn());
        };
    }
}
