package refocus.eventsourcing.library;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import refocus.eventsourcing.Recorded;
import refocus.eventsourcing.projection.Change;
import refocus.eventsourcing.projection.Projection;
import refocus.eventsourcing.projection.Table;

/// The same rows from both feeds: loans with their remarks counted, and how often each borrower borrowed.
abstract class Loans implements Projection<Loan.Event> {

    public record LoanRow(UUID loan, UUID borrower, int remarks, Optional<String> lastRemark, boolean out) {}

    public record BorrowerRow(UUID borrower, long loans) {}

    private final String name;
    private final Table<LoanRow> loans;
    private final Table<BorrowerRow> borrowers;

    Loans(String name) {
        this.name = name;
        this.loans = Table.of(name, LoanRow.class, "loan");
        this.borrowers = Table.of(name + "_borrower", BorrowerRow.class, "borrower");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(loans, borrowers);
    }

    Table<LoanRow> loans() {
        return loans;
    }

    Table<BorrowerRow> borrowers() {
        return borrowers;
    }

    @Override
    public List<Change> apply(Recorded<Loan.Event> recorded) {
        UUID id = recorded.stream().id();
        return switch (recorded.event()) {
            case Loan.Event.BookLent(var borrower) ->
                List.of(
                        loans.insert(new LoanRow(id, borrower, 0, Optional.empty(), true)),
                        borrowers.add(new BorrowerRow(borrower, 1)));
            case Loan.Event.Remarked(var text) ->
                List.of(loans.update(
                        row -> new LoanRow(
                                id, row.borrower(), row.remarks() + 1, Optional.of(text.toString()), row.out()),
                        id));
            case Loan.Event.BookReturned _ ->
                List.of(loans.update(
                        row -> new LoanRow(id, row.borrower(), row.remarks(), row.lastRemark(), false), id));
        };
    }

    @Singleton
    static class FromLog extends Loans {
        FromLog() {
            super("loans");
        }

        @Override
        public Feed<Loan.Event> feed() {
            return Loan.ownLog();
        }
    }

    @Singleton
    static class FromTopic extends Loans {
        FromTopic() {
            super("loans_heard");
        }

        @Override
        public Feed<Loan.Event> feed() {
            return new Feed.Topic<>(
                    Loan.STREAM.events(),
                    "refocus.library.events",
                    "refocus.library",
                    Set.of(Loan.STREAM.category()),
                    false);
        }
    }
}
