package refocus.recruitment.hold;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.recruitment.hold.ServiceHoldCommand.LiftHold;
import refocus.recruitment.hold.ServiceHoldCommand.PlaceHold;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldLifted;
import refocus.recruitment.hold.ServiceHoldEvent.ServiceHoldPlaced;

/// The holds on every candidate's record, those that were lifted too.
public record ServiceHolds(List<Hold> holds) {

    public static final ServiceHolds NONE = new ServiceHolds(List.of());

    /// A hold, and how it ended.
    public record Hold(ServiceHoldPlaced placed, Optional<ServiceHoldLifted> lifted) {

        private boolean is(UUID hold) {
            return placed.hold().equals(hold);
        }
    }

    public static final StreamType<ServiceHoldCommand, ServiceHoldEvent, ServiceHolds> TYPE = StreamType.of(
            "service-hold",
            new Decider<>(NONE, ServiceHolds::decide, ServiceHolds::evolve),
            ServiceHoldEvent.class,
            ServiceHolds.class);

    /// The one stream, and whose key seals what the holds refer to.
    public static final UUID EVERY_CANDIDATE =
            StreamId.of(TYPE.category(), "every candidate").id();

    static List<ServiceHoldEvent> decide(ServiceHolds state, ServiceHoldCommand command) {
        return switch (command) {
            case PlaceHold placing -> place(state, placing);
            case LiftHold lifting -> lift(state, lifting);
        };
    }

    static ServiceHolds evolve(ServiceHolds state, ServiceHoldEvent event) {
        return switch (event) {
            case ServiceHoldPlaced placed -> state.with(new Hold(placed, Optional.empty()));
            case ServiceHoldLifted lifted -> state.after(lifted);
        };
    }

    private static List<ServiceHoldEvent> place(ServiceHolds state, PlaceHold asked) {
        // The id derives from the command, so this is the same command again.
        return state.hold(asked.hold()).isPresent()
                ? List.of()
                : List.of(new ServiceHoldPlaced(
                        asked.hold(), asked.reason(), about(EVERY_CANDIDATE, asked.reference()), asked.placedOn()));
    }

    private static List<ServiceHoldEvent> lift(ServiceHolds state, LiftHold asked) {
        Hold hold = state.hold(asked.hold()).orElseThrow(() -> new Unknown("legal-hold"));
        if (hold.lifted().isPresent()) {
            return List.of();
        }
        LocalDate placedOn = hold.placed().placedOn();
        if (asked.liftedOn().isBefore(placedOn)) {
            throw new Impossible("occurredAt", "before-hold");
        }
        return List.of(new ServiceHoldLifted(asked.hold(), asked.reason(), asked.liftedOn()));
    }

    private Optional<Hold> hold(UUID id) {
        return holds.stream().filter(hold -> hold.is(id)).findFirst();
    }

    private ServiceHolds with(Hold hold) {
        return new ServiceHolds(Stream.concat(holds.stream(), Stream.of(hold)).toList());
    }

    private ServiceHolds after(ServiceHoldLifted lifted) {
        return new ServiceHolds(holds.stream()
                .map(hold -> hold.is(lifted.hold()) ? new Hold(hold.placed(), Optional.of(lifted)) : hold)
                .toList());
    }
}
