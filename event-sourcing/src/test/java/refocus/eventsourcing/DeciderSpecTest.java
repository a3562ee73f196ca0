package refocus.eventsourcing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderSpecTest {

    sealed interface LoanEvent {
        record BookLent(String reader) implements LoanEvent {}

        record BookReturned() implements LoanEvent {}
    }

    sealed interface Book {
        record OnShelf() implements Book {}

        record Lent(String reader) implements Book {}
    }

    static final Decider<String, LoanEvent, Book> DECIDER =
            new Decider<>(new Book.OnShelf(), DeciderSpecTest::decide, DeciderSpecTest::evolve);

    final DeciderSpec<String, LoanEvent, Book> aBook = DeciderSpec.of(DECIDER);

    @Test
    void a_rule_is_a_sentence() {
        aBook.when("Nia").then(new LoanEvent.BookLent("Nia")).thenState(new Book.Lent("Nia")::equals);
        aBook.given(new LoanEvent.BookLent("Nia")).when("Nia").thenNothing();
        aBook.given(new LoanEvent.BookLent("Nia")).when("Gwen").thenRefused("lent");
        aBook.given(new LoanEvent.BookLent("Nia"), new LoanEvent.BookReturned()).thenState(new Book.OnShelf()::equals);
        aBook.when("nobody").thenUnknown();
        aBook.when("tomorrow").thenImpossible("on", "in-the-future");
    }

    @Test
    void a_wrong_expectation_fails() {
        assertThatThrownBy(() -> aBook.when("Nia").thenNothing()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> aBook.when("Nia").thenRefused("lent")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> aBook.when("nobody").thenRefused("lent")).isInstanceOf(AssertionError.class);
    }

    @Test
    void events_the_state_cannot_take_fail() {
        assertThatThrownBy(() -> aBook.when("twice").then(new LoanEvent.BookReturned()))
                .hasMessageContaining("folding what followed");
    }

    private static List<LoanEvent> decide(Book book, String reader) {
        return switch (book) {
            case Book.OnShelf _ when reader.equals("nobody") -> throw new Unknown("reader");
            case Book.OnShelf _ when reader.equals("tomorrow") -> throw new Impossible("on", "in-the-future");
            case Book.OnShelf _ when reader.equals("twice") -> List.of(new LoanEvent.BookReturned());
            case Book.OnShelf _ -> List.of(new LoanEvent.BookLent(reader));
            case Book.Lent(var holder) when holder.equals(reader) -> List.of();
            case Book.Lent _ -> throw new Refused("lent");
        };
    }

    private static Book evolve(Book book, LoanEvent event) {
        return switch (event) {
            case LoanEvent.BookLent(var reader) -> new Book.Lent(reader);
            case LoanEvent.BookReturned _ when book instanceof Book.Lent -> new Book.OnShelf();
            case LoanEvent.BookReturned _ -> throw new IllegalStateException(event + " cannot follow " + book);
        };
    }
}
