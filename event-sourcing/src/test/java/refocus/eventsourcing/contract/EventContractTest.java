package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import refocus.eventsourcing.Decider;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Sealed;

class EventContractTest {

    enum Binding {
        PAPER,
        CLOTH
    }

    sealed interface Place {
        record Shelf(String room, int row) implements Place {}

        record Lost() implements Place {}
    }

    sealed interface PlaceLater {
        record Shelf(String room, int row, Optional<String> side) implements PlaceLater {}

        record Lost() implements PlaceLater {}

        record Sold() implements PlaceLater {}
    }

    @EventName("book-put")
    record BookPut(Place at) {}

    @EventName("book-put")
    record BookPutLater(PlaceLater at) {}

    @EventName("book-put")
    record BookPutElsewhere(Place.Shelf at) {}

    record Mark(Sealed text, Optional<Mark> within) {}

    sealed interface BookEvent {
        @EventName("book-bought")
        record BookBought(
                UUID book,
                String title,
                Optional<LocalDate> printedOn,
                Instant at,
                Binding binding,
                List<Mark> marks,
                Map<String, Integer> prices,
                Place place)
                implements BookEvent {}

        @EventName("book-lent")
        record BookLent(Sealed reader, Set<UUID> with) implements BookEvent {}

        @EventName("book-returned")
        record BookReturned() implements BookEvent {}
    }

    sealed interface BookEventLater {
        @EventName("book-bought")
        record BookBought(UUID book, String name) implements BookEventLater {}

        @EventName("book-lent")
        record BookLent(Sealed reader, Set<UUID> with, Optional<String> until) implements BookEventLater {}

        @EventName(value = "book-returned", version = 2)
        record BookReturned(String where) implements BookEventLater {}
    }

    enum Book {
        NOWHERE,
        HERE,
        LENT
    }

    static final Streams TODAY = Streams.of(
            "library",
            StreamType.of(
                    "book",
                    new Decider<>(Book.NOWHERE, (_, _) -> List.of(), EventContractTest::evolve),
                    BookEvent.class,
                    Book.class));

    @TempDir
    Path module;

    @Test
    void schemas_and_samples_are_written_once_and_then_kept() throws Exception {
        assertThat(failures(TODAY, false))
                .containsOnlyKeys(
                        "book-bought keeps its schema",
                        "book-bought version 1 can be read",
                        "book-lent keeps its schema",
                        "book-lent version 1 can be read",
                        "book-returned keeps its schema",
                        "book-returned version 1 can be read",
                        "book folds its samples");
        assertThat(failures(TODAY, true)).isEmpty();
        assertThat(failures(TODAY, false)).isEmpty();
        String schema = Files.readString(module.resolve("src/main/resources/events/schemas/book-lent.v1.json"));
        assertThat(schema).contains("\"pattern\" : \"^sealed:1:\"", "\"required\" : [ \"reader\" ]");
        assertThat(Files.readString(module.resolve("src/test/resources/events/book-lent.v1.json")))
                .contains("sealed:1:");
    }

    @Test
    void what_breaks_a_reader_is_refused_even_when_writing() {
        failures(TODAY, true);
        Streams later = Streams.of(
                "library",
                new StreamType<>(
                        "book",
                        new Decider<>(Book.HERE, (_, _) -> List.of(), (book, _) -> book),
                        EventTypes.of(BookEventLater.class)
                                .upcasting("book-returned", 1, data -> data.put("where", "desk")),
                        Book.class,
                        1));
        assertThat(failures(later, true))
                .containsOnlyKeys(
                        "book-bought keeps its schema", "book-bought version 1 can be read", "book folds its samples");
        assertThat(failures(later, true).get("book-bought keeps its schema"))
                .contains("/properties/title is gone", "/name is now required");
        assertThat(failures(later, false))
                .doesNotContainKeys("book-lent keeps its schema", "book-returned version 1 can be read");
    }

    @Test
    void an_event_that_was_ever_written_cannot_go() {
        failures(TODAY, true);
        assertThat(failures(Streams.of("library"), false)).containsOnlyKeys("no event has gone");
    }

    @Test
    void a_sample_that_can_follow_no_state_is_found() {
        Streams stuck = Streams.of(
                "library",
                StreamType.of(
                        "book",
                        new Decider<>(Book.HERE, (_, _) -> List.of(), EventContractTest::evolve),
                        BookEvent.class,
                        Book.class));
        assertThat(failures(stuck, true).get("book folds its samples")).contains("BookBought");
    }

    @Test
    void a_choice_may_grow_and_its_records_too() {
        assertThat(Breaking.between(schema(BookPut.class), schema(BookPutLater.class)))
                .isEmpty();
        assertThat(Breaking.between(schema(BookPutLater.class), schema(BookPut.class)))
                .containsExactly("/$defs/Place/oneOf/Shelf/properties/side is gone", "/$defs/Place/oneOf/Sold is gone");
        assertThat(Breaking.between(schema(BookPut.class), schema(BookPutElsewhere.class)))
                .isNotEmpty();
    }

    @Test
    void the_topic_is_described_and_the_description_kept() throws Exception {
        assertThat(catchThrowable(() -> AsyncApiContract.check(module, TODAY, false)))
                .hasMessageContaining("refocus.contract=write");
        AsyncApiContract.check(module, TODAY, true);
        AsyncApiContract.check(module, TODAY, false);
        assertThat(Files.readString(module.resolve("src/main/resources/events/asyncapi.v1.json")))
                .contains(
                        "\"3.0.0\"",
                        "refocus.library.events",
                        "refocus.library.book-lent",
                        "schemas/book-lent.v1.json");
    }

    private static <E> ObjectNode schema(Class<E> event) {
        String later =
                EventSchema.of(EventTypes.of(event).all().iterator().next()).toString();
        return EventJson.tree(later.replace("PlaceLater", "Place"));
    }

    private Map<String, String> failures(Streams streams, boolean writing) {
        Map<String, String> failures = new TreeMap<>();
        EventContract.in(module, streams, writing).tests().forEach((DynamicTest test) -> {
            Throwable failure = catchThrowable(test.getExecutable()::execute);
            if (failure != null) {
                failures.put(test.getDisplayName(), String.valueOf(failure.getMessage()));
            }
        });
        return failures;
    }

    private static Book evolve(Book book, BookEvent event) {
        return switch (event) {
            case BookEvent.BookBought _ when book == Book.NOWHERE -> Book.HERE;
            case BookEvent.BookLent _ when book == Book.HERE -> Book.LENT;
            case BookEvent.BookReturned _ when book == Book.LENT -> Book.HERE;
            default -> throw new IllegalStateException(event + " cannot follow " + book);
        };
    }
}
