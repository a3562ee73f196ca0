package refocus.eventsourcing.library;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.Refused;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Unknown;
import refocus.eventsourcing.personal.Sealed;
import refocus.eventsourcing.projection.Projection;

/// The life of one loan.
public sealed interface Loan {

    record NotLent() implements Loan {}

    record Lent(UUID borrower, int remarks, List<Sealed> texts) implements Loan {}

    record Returned() implements Loan {}

    sealed interface Command {
        record Lend(UUID borrower) implements Command {}

        record Remark(String text) implements Command {}

        record RemarkTwice(String text) implements Command {}

        record Return() implements Command {}
    }

    sealed interface Event {
        @EventName("book-lent")
        record BookLent(UUID borrower) implements Event {}

        @EventName("remarked")
        record Remarked(Sealed text) implements Event {}

        @EventName("book-returned")
        record BookReturned() implements Event {}
    }

    StreamType<Command, Event, Loan> STREAM =
            StreamType.of("loan", new Decider<>(new NotLent(), Loan::decide, Loan::evolve), Event.class, Loan.class);

    static Projection.Feed<Event> ownLog() {
        return new Projection.Feed.OwnLog<>(STREAM.events(), Set.of("loan"));
    }

    static List<Event> decide(Loan state, Command command) {
        return switch (command) {
            case Command.Lend(var borrower) ->
                switch (state) {
                    case NotLent _ -> List.of(new Event.BookLent(borrower));
                    case Lent lent when lent.borrower().equals(borrower) -> List.of();
                    case Lent _ -> throw new Refused("already-lent");
                    case Returned _ -> throw new Refused("already-returned");
                };
            case Command.Remark(var text) ->
                List.of(new Event.Remarked(Sealed.about(lent(state).borrower(), text)));
            case Command.RemarkTwice(var text) -> {
                var sealed = Sealed.about(lent(state).borrower(), text);
                yield List.of(new Event.Remarked(sealed), new Event.Remarked(sealed));
            }
            case Command.Return _ -> {
                lent(state);
                yield List.of(new Event.BookReturned());
            }
        };
    }

    static Loan evolve(Loan state, Event event) {
        return switch (event) {
            case Event.BookLent(var borrower) -> new Lent(borrower, 0, List.of());
            case Event.Remarked(var text) -> {
                Lent lent = lent(state);
                yield new Lent(lent.borrower(), lent.remarks() + 1, List.of(text));
            }
            case Event.BookReturned _ -> new Returned();
        };
    }

    private static Lent lent(Loan state) {
        return switch (state) {
            case NotLent _ -> throw new Unknown("loan");
            case Lent lent -> lent;
            case Returned _ -> throw new Refused("already-returned");
        };
    }
}
