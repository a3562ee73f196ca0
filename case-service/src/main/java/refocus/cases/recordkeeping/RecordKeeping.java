package refocus.cases.recordkeeping;

import static refocus.eventsourcing.personal.Sealed.about;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import refocus.cases.recordkeeping.RecordKeepingCommand.AnswerAccess;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeepSharedTexts;
import refocus.cases.recordkeeping.RecordKeepingCommand.KeptBy;
import refocus.cases.recordkeeping.RecordKeepingCommand.LiftHold;
import refocus.cases.recordkeeping.RecordKeepingCommand.OrderErasure;
import refocus.cases.recordkeeping.RecordKeepingCommand.PlaceHold;
import refocus.cases.recordkeeping.RecordKeepingCommand.RecordErased;
import refocus.cases.recordkeeping.RecordKeepingCommand.RequestAccess;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureOrdered;
import refocus.cases.recordkeeping.RecordKeepingEvent.ErasureRefused;
import refocus.cases.recordkeeping.RecordKeepingEvent.Ground;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldLifted;
import refocus.cases.recordkeeping.RecordKeepingEvent.LegalHoldPlaced;
import refocus.cases.recordkeeping.RecordKeepingEvent.PersonalDataErased;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedText;
import refocus.cases.recordkeeping.RecordKeepingEvent.SharedTextsKept;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessAnswered;
import refocus.cases.recordkeeping.RecordKeepingEvent.SubjectAccessRequested;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.Impossible;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamId;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.keeping.Hold;
import refocus.eventsourcing.keeping.Holds;

/// Whether one record is kept, and every rule about what must keep it.
public sealed interface RecordKeeping {

    /// Kept, for now or by a hold.
    ///
    /// @param sharedOf erased children of whom it keeps what was said of several
    record Kept(Holds holds, List<ErasureRefused> refusals, List<Request> requests, Set<UUID> sharedOf)
            implements RecordKeeping {

        public static final Kept NOTHING_YET = new Kept(Holds.NONE, List.of(), List.of(), Set.of());

        Kept with(LegalHoldPlaced event) {
            var hold = Hold.placed(
                    event.hold(), event.wholeService(), event.reason(), event.reference(), event.placedOn());
            return new Kept(holds.with(hold), refusals, requests, sharedOf);
        }

        Kept lifted(LegalHoldLifted event) {
            return new Kept(holds.lifted(event.hold(), event.liftedOn()), refusals, requests, sharedOf);
        }

        Kept with(ErasureRefused refusal) {
            return new Kept(holds, plus(refusals, refusal), requests, sharedOf);
        }

        Kept with(Request request) {
            return new Kept(holds, refusals, plus(requests, request), sharedOf);
        }

        Kept answered(SubjectAccessAnswered event) {
            return new Kept(holds, refusals, each(requests, request -> request.after(event)), sharedOf);
        }

        Kept withSharedOf(UUID erased) {
            Set<UUID> all = new HashSet<>(sharedOf);
            all.add(erased);
            return new Kept(holds, refusals, requests, Set.copyOf(all));
        }

        boolean hasSharedOf(UUID erased) {
            return sharedOf.contains(erased);
        }

        public Optional<ErasureRefused> refusal(UUID erasure) {
            return refusals.stream()
                    .filter(refusal -> refusal.erasure().equals(erasure))
                    .findFirst();
        }

        private Optional<Request> request(UUID id) {
            return requests.stream()
                    .filter(request -> request.asked().request().equals(id))
                    .findFirst();
        }
    }

    /// Closed, and waiting for the key to be destroyed.
    record Erasing(ErasureOrdered order) implements RecordKeeping {}

    record Erased(PersonalDataErased done) implements RecordKeeping {}

    record Request(SubjectAccessRequested asked, Optional<SubjectAccessAnswered> answer) {

        Request after(SubjectAccessAnswered event) {
            return asked.request().equals(event.request()) ? new Request(asked, Optional.of(event)) : this;
        }
    }

    StreamType<RecordKeepingCommand, RecordKeepingEvent, RecordKeeping> TYPE = StreamType.of(
                    "record-keeping",
                    new Decider<>(Kept.NOTHING_YET, RecordKeeping::decide, RecordKeeping::evolve),
                    RecordKeepingEvent.class,
                    RecordKeeping.class)
            .withStateVersion(2);

    /// The one stream for what is held of the whole service.
    UUID WHOLE_SERVICE = StreamId.of("record-keeping", "whole service").id();

    static List<RecordKeepingEvent> decide(RecordKeeping state, RecordKeepingCommand command) {
        return switch (command) {
            case PlaceHold placing -> place(kept(state).holds(), placing);
            case LiftHold lifting -> lift(kept(state).holds(), lifting);
            case OrderErasure ordering -> order(state, ordering);
            case KeepSharedTexts keeping -> keep(open(state), keeping);
            case RecordErased erased -> erased(state, erased);
            case RequestAccess requesting -> request(open(state), requesting);
            case AnswerAccess answering -> answer(open(state), answering);
        };
    }

    static RecordKeeping evolve(RecordKeeping state, RecordKeepingEvent event) {
        return switch (event) {
            case LegalHoldPlaced placed -> mustBeKept(state, event).with(placed);
            case LegalHoldLifted lifted -> mustBeKept(state, event).lifted(lifted);
            case ErasureRefused refused -> mustBeKept(state, event).with(refused);
            case ErasureOrdered ordered when state instanceof Kept -> new Erasing(ordered);
            case ErasureOrdered _ -> throw misplaced(state, event);
            case SharedTextsKept shared -> mustBeKept(state, event).withSharedOf(shared.erased());
            case PersonalDataErased done -> new Erased(done);
            case SubjectAccessRequested asked -> mustBeKept(state, event).with(new Request(asked, Optional.empty()));
            case SubjectAccessAnswered answered -> mustBeKept(state, event).answered(answered);
        };
    }

    private static List<RecordKeepingEvent> place(Holds holds, PlaceHold asked) {
        return holds.place(
                asked.hold(),
                () -> new LegalHoldPlaced(
                        asked.hold(),
                        asked.wholeService(),
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
                List<Ground> grounds = grounds(kept, asked);
                yield List.of(
                        grounds.isEmpty()
                                ? new ErasureOrdered(
                                        asked.erasure(), asked.reason(), asked.today(), asked.destroyedFrom())
                                : new ErasureRefused(asked.erasure(), asked.reason(), grounds, asked.today()));
            }
            // It is ordered, or done: asking again is a retry, not a mistake.
            case Erasing _, Erased _ -> List.of();
        };
    }

    /// What keeps it, the strongest first: a hold, then the rule that ends last.
    private static List<Ground> grounds(Kept state, OrderErasure asked) {
        Stream<Ground> held = state.holds().anyLasts() ? Stream.of(ground("legal-hold")) : Stream.of();
        Stream<Ground> heldWhole = asked.wholeServiceHeld() ? Stream.of(ground("service-hold")) : Stream.of();
        Stream<Ground> asking = state.requests().stream()
                .filter(request -> request.answer().isEmpty())
                .limit(1)
                .map(_ -> ground("subject-access"));
        Stream<Ground> ruled = asked.keeping().stream()
                .sorted(Comparator.comparing((KeptBy kept) -> kept.until().orElse(LocalDate.MAX))
                        .reversed())
                .map(kept -> new Ground(
                        kept.rule(),
                        kept.version(),
                        about(asked.child(), kept.until().map(LocalDate::toString)),
                        kept.until().map(LocalDate::getYear)));
        return Stream.of(held, heldWhole, asking, ruled)
                .flatMap(grounds -> grounds)
                .toList();
    }

    private static Ground ground(String what) {
        return new Ground(what, 1, Optional.empty(), Optional.empty());
    }

    private static List<RecordKeepingEvent> keep(Kept state, KeepSharedTexts asked) {
        return asked.texts().isEmpty() || state.hasSharedOf(asked.erased())
                ? List.of()
                : List.of(new SharedTextsKept(
                        asked.erased(),
                        asked.children(),
                        asked.texts().stream()
                                .map(shared -> new SharedText(
                                        shared.event(), shared.field(), about(asked.child(), shared.text())))
                                .toList(),
                        asked.on()));
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
        return new PersonalDataErased(erasure, asked.looked(), asked.referrers(), asked.erasedOn());
    }

    private static List<RecordKeepingEvent> request(Kept state, RequestAccess asked) {
        return state.request(asked.request()).isPresent()
                ? List.of()
                : List.of(new SubjectAccessRequested(asked.request(), asked.by(), asked.receivedOn(), asked.dueOn()));
    }

    private static List<RecordKeepingEvent> answer(Kept state, AnswerAccess asked) {
        Request request = state.request(asked.request()).orElseThrow(() -> new Unknown("subject-access-request"));
        if (request.answer().isPresent()) {
            throw new Refused("subject-access-answered");
        }
        if (asked.answeredOn().isBefore(request.asked().receivedOn())) {
            throw new Impossible("occurredAt", "before-request");
        }
        return List.of(new SubjectAccessAnswered(
                asked.request(),
                asked.outcome(),
                asked.seriousHarm(),
                asked.withheld(),
                about(asked.child(), asked.ownVoice()),
                asked.answeredOn()));
    }

    private static Kept kept(RecordKeeping state) {
        return switch (state) {
            case Kept kept -> kept;
            case Erasing _ -> throw new Refused("erasure-under-way");
            case Erased _ -> throw new Refused("erased");
        };
    }

    private static Kept open(RecordKeeping state) {
        return switch (state) {
            case Kept kept -> kept;
            case Erasing _, Erased _ -> throw new Refused("erased");
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

    private static <T> List<T> plus(List<T> known, T more) {
        return Stream.concat(known.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> each(List<T> known, UnaryOperator<T> change) {
        return known.stream().map(change).toList();
    }
}
