package refocus.eventsourcing.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.log.Desks;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.reaction.Reaction;

class Wiring {

    @Produces
    @Singleton
    Streams streams() {
        return Streams.of("library", Loan.STREAM);
    }

    /// When a remark says so, the book is returned.
    @Singleton
    static class WhenBookLent implements Reaction<Loan.Event> {

        final AtomicInteger seen = new AtomicInteger();
        private final Desks desks;

        WhenBookLent(Desks desks) {
            this.desks = desks;
        }

        @Override
        public String name() {
            return "when_book_lent";
        }

        @Override
        public Projection.Feed<Loan.Event> feed() {
            return Loan.ownLog();
        }

        @Override
        public Uni<?> react(Recorded<Loan.Event> event) {
            return switch (event.event()) {
                case Loan.Event.BookLent(var borrower)
                when borrower.equals(LibraryTest.AUTOMATIC) -> {
                    seen.incrementAndGet();
                    yield desks.of(Loan.STREAM)
                            .handle(event.stream().id(), new Loan.Command.Return(), because(event, "return"));
                }
                case Loan.Event.BookLent _, Loan.Event.Remarked _, Loan.Event.BookReturned _ ->
                    Uni.createFrom().voidItem();
            };
        }
    }
}
