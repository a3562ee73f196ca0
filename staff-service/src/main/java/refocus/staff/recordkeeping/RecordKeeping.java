package refocus.staff.recordkeeping;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.keeping.Hold;
import refocus.eventsourcing.keeping.Holds;
import refocus.staff.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.staff.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.staff.recordkeeping.RecordKeepingCommand.PlaceHold;
import refocus.staff.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.staff.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.staff.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.staff.recordkeeping.RecordKeepingEvent.PersonalDataErased;

/// Whether one member of staff's record is kept, and every rule about what must keep it.
public sealed interface RecordKeeping {

    /// Kept, for now or by a hold; those that were lifted are told too.
    record Kept(Holds holds) implements RecordKeeping {

        public static final Kept NOTHING_YET = new Kept(Holds.NONE);

        Kept with(LegalHoldPlaced event) {
            return new Kept(holds.with(
                    Hold.placed(event.hold(), event.allStaff(), event.reason(), event.reference(), event.placedOn())));
        }

        Kept lifted(LegalHoldLifted event) {
            return new Kept(holds.lifted(event.hold(), event.liftedOn()));
        }
    }

    /// Closed, and waiting for the key to be destroyed.
    record Erasing(ErasureOrdered order) implements RecordKeeping {}

    record Erased(PersonalDataErased done) implements RecordKeeping {}

    StreamType<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> TYPE = StreamType.of(
                    "record-keeping",
                    new Decider<>(Kept.NOTHING_YET, RecordKeeping::decide, RecordKeeping::evolve),
                    RecordKeepingEvent.class,
                    RecordKeeping.class)
            .withStateVersion(2);

    /// The one stream for what is held of all staff, and whose key seals what those holds refer to.
    UUID ALL_STAFF = StreamId.of("record-keeping", "all staff").id();

    static Holds holds(RecordKeeping state) {
        return switch (state) {
            case Kept(var holds) -> holds;
            case Erasing _, Erased _ -> Holds.NONE;
        };
    }

    static List<RecordKeepingEvent> decide(RecordKeeping state, RecordKeepingCommand command) {
        return switch (command) {
            case PlaceHold placing -> place(kept(state).holds(), placing);
            case LiftHold lifting -> lift(kept(state).holds(), lifting);
            case OrderErasure ordering -> order(state, ordering);
            case RecordErased erased -> erased(state, erased);
        };
    }

    static RecordKeeping evolve(RecordKeeping state, RecordKeepingEvent event) {
        return switch (event) {
            case LegalHoldPlaced placed -> mustBeKept(state, event).with(placed);
            case LegalHoldLifted lifted -> mustBeKept(state, event).lifted(lifted);
            case ErasureOrdered ordered when state instanceof Kept -> new Erasing(ordered);
            case ErasureOrdered _ -> throw misplaced(state, event);
            case PersonalDataErased done -> new Erased(done);
        };
    }

    private static List<RecordKeepingEvent> place(Holds holds, PlaceHold asked) {
        return holds.place(
                asked.hold(),
                () -> new LegalHoldPlaced(
                        asked.hold(),
                        asked.subject().equals(ALL_STAFF),
                        asked.reason(),
                        about(asked.subject(), asked.reference()),
                        asked.placedOn()));
    }

    private static List<RecordKeepingEvent> lift(Holds holds, LiftHold asked) {
        return holds.lift(
                asked.hold(),
                asked.liftedOn(),
                hold -> new LegalHoldLifted(asked.hold(), hold.onEvery(), asked.reason(), asked.liftedOn()));
    }

    private static List<RecordKeepingEvent> order(RecordKeeping state, OrderErasure asked) {
        return switch (state) {
            case Kept kept -> {
                mustBeFree(kept, asked);
                yield List.of(
                        new ErasureOrdered(asked.erasure(), asked.reason(), asked.today(), asked.destroyedFrom()));
            }
            // It is ordered, or done: asking again is a retry, not a mistake.
            case Erasing _, Erased _ -> List.of();
        };
    }

    /// The strongest first.
    private static void mustBeFree(Kept state, OrderErasure asked) {
        if (state.holds().anyLasts()) {
            throw new Refused("legal-hold");
        }
        if (asked.allStaffHeld()) {
            throw new Refused("service-hold");
        }
        LocalDate until = asked.keptUntil().orElseThrow(() -> new Refused("worker-in-post"));
        if (asked.today().isBefore(until)) {
            throw new Refused("worker-kept", until);
        }
    }

    private static List<RecordKeepingEvent> erased(RecordKeeping state, RecordErased asked) {
        return switch (state) {
            case Erasing(var order) -> List.of(erased(order.erasure(), asked));
            // The keys know more than a restored log.
            case Kept _ -> List.of(erased(asked.erasure(), asked));
            case Erased _ -> List.of();
        };
    }

    private static PersonalDataErased erased(UUID erasure, RecordErased asked) {
        return new PersonalDataErased(erasure, asked.looked(), asked.erasedOn());
    }

    private static Kept kept(RecordKeeping state) {
        return switch (state) {
            case Kept kept -> kept;
            case Erasing _ -> throw new Refused("erasure-under-way");
            case Erased _ -> throw new Refused("erased");
        };
    }

    /// History is append-only and version-checked, so a misplaced event is a bug in us: stop, don't guess.
    private static Kept mustBeKept(RecordKeeping state, RecordKeepingEvent event) {
        if (state instanceof Kept kept) {
            return kept;
        }
        throw misplaced(state, event);
    }

    private static IllegalStateException misplaced(RecordKeeping state, RecordKeepingEvent event) {
        return new IllegalStateException("%s cannot follow %s".formatted(event, state));
    }
}
