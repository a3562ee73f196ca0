package refocus.eventsourcing.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.Refused;

class EventJsonTest {

    enum Binding {
        PAPER,
        CLOTH
    }

    sealed interface Ending {
        record Sold(int pence) implements Ending {}

        record Lost() implements Ending {}
    }

    record Note(Sealed text, Binding binding) {}

    record BookNoted(
            UUID book,
            LocalDate on,
            Instant at,
            Optional<String> shelf,
            Optional<Sealed> reader,
            List<Note> notes,
            Map<String, Sealed> labels,
            Optional<Ending> ending) {}

    record BookMoved(UUID book, String shelf, boolean far, Optional<Integer> row, List<String> tags) {
        boolean isOpen() {
            return true;
        }

        String getShelfMark() {
            return shelf + book;
        }
    }

    sealed interface Book {
        record Unwritten() implements Book {}

        record Written(Optional<Ending> ending, Optional<Sealed> reader) implements Book {}
    }

    static final UUID BOOK = new UUID(1, 1);
    static final UUID NIA = new UUID(2, 2);
    static final UUID GWEN = new UUID(3, 3);
    static final UUID EVENT = new UUID(4, 4);
    static final Sealer TO_PLACES = (text, event, field) -> new Sealed.Cipher(text.subject(), event, field, "x");

    @Test
    void texts_in_clear_are_sealed_for_their_place() {
        String json = EventJson.write(noted(), EVENT, TO_PLACES);
        assertThat(json).doesNotContain("Nia Probert", "torn", "dear");
        BookNoted read = EventJson.read(json, BookNoted.class);
        assertThat(read.reader()).contains(new Sealed.Cipher(NIA, EVENT, "/reader", "x"));
        assertThat(read.notes().getFirst().text()).isEqualTo(new Sealed.Cipher(GWEN, EVENT, "/notes/0/text", "x"));
        assertThat(read.labels().get("a:b")).isEqualTo(new Sealed.Cipher(NIA, EVENT, "/labels/a~2b", "x"));
        assertThat(EventJson.read(EventJson.write(read, EVENT, Sealer.none()), BookNoted.class))
                .isEqualTo(read);
    }

    @Test
    void a_text_in_clear_never_leaves_unsealed() {
        assertThatThrownBy(() -> EventJson.write(noted(), EVENT, Sealer.none()))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(everything(e)).doesNotContain("Nia Probert", "torn"));
        assertThatThrownBy(() -> EventJson.write(noted(), BookNoted.class))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(everything(e)).doesNotContain("Nia Probert", "torn"));
    }

    @Test
    void whoever_seals_refuses_in_words_of_its_own() {
        assertThatThrownBy(() -> EventJson.write(noted(), EVENT, (_, _, _) -> {
                    throw new Refused("erased");
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void only_components_are_written_and_nothing_empty() {
        var moved = new BookMoved(BOOK, "A", true, Optional.empty(), List.of());
        assertThat(EventJson.write(moved, BookMoved.class))
                .isEqualTo("{\"book\":\"%s\",\"shelf\":\"A\",\"far\":true,\"tags\":[]}".formatted(BOOK));
    }

    @Test
    void unknown_properties_are_ignored_and_absent_optional_ones_empty() {
        var moved = EventJson.read("""
                {"book":"%s","shelf":"A","far":true,"colour":"red"}""".formatted(BOOK), BookMoved.class);
        assertThat(moved).isEqualTo(new BookMoved(BOOK, "A", true, Optional.empty(), List.of()));
    }

    @Test
    void what_is_missing_or_of_another_kind_fails_and_shows_no_value() {
        for (String wrong : List.of(
                "{\"shelf\":\"secret\",\"far\":true}",
                "{\"book\":\"%s\",\"shelf\":\"secret\"}",
                "{\"book\":\"%s\",\"shelf\":null,\"far\":true}",
                "{\"book\":\"%s\",\"shelf\":\"secret\",\"far\":\"secret\"}",
                "{\"book\":\"secret\",\"shelf\":\"secret\",\"far\":true}",
                "{\"book\":\"secret")) {
            assertThatThrownBy(() -> EventJson.read(wrong.formatted(BOOK), BookMoved.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(e -> assertThat(everything(e)).doesNotContain("secret"));
        }
        assertThatThrownBy(() -> EventJson.read("{\"text\":\"sealed:1:a\",\"binding\":\"PAPER\"}", Note.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.read(note("LEATHER"), Note.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventJson.read(note("LEATHER").replace("\"LEATHER\"", "0"), Note.class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(EventJson.read(note("CLOTH"), Note.class).binding()).isEqualTo(Binding.CLOTH);
    }

    @Test
    void states_are_told_apart_by_their_simple_name() {
        var written = new Book.Written(
                Optional.of(new Ending.Sold(250)), Optional.of(new Sealed.Cipher(NIA, EVENT, "/reader", "x")));
        String json = EventJson.write(written, Book.class);
        assertThat(json).startsWith("{\"@type\":\"Written\",\"ending\":{\"@type\":\"Sold\",\"pence\":250}");
        assertThat(EventJson.read(json, Book.class)).isEqualTo(written);
        assertThat(EventJson.read(EventJson.write(new Book.Unwritten(), Book.class), Book.class))
                .isEqualTo(new Book.Unwritten());
        assertThatThrownBy(() -> EventJson.read("{\"@type\":\"Burnt\"}", Book.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_people_in_an_event_are_found() {
        assertThat(EventJson.subjects(noted())).isEqualTo(Set.of(NIA, GWEN));
        assertThat(EventJson.holdsPersonal(BookNoted.class)).isTrue();
        assertThat(EventJson.holdsPersonal(Book.class)).isTrue();
        assertThat(EventJson.holdsPersonal(BookMoved.class)).isFalse();
        assertThat(EventJson.subjects(new BookMoved(BOOK, "A", true, Optional.empty(), List.of())))
                .isEmpty();
    }

    private static BookNoted noted() {
        return new BookNoted(
                BOOK,
                LocalDate.of(2026, 11, 2),
                Instant.parse("2026-11-02T09:10:00.123456Z"),
                Optional.empty(),
                Sealed.about(NIA, Optional.of("Nia Probert")),
                List.of(new Note(Sealed.about(GWEN, "torn"), Binding.CLOTH)),
                Map.of("a:b", Sealed.about(NIA, "dear")),
                Optional.of(new Ending.Lost()));
    }

    private static String note(String binding) {
        return "{\"text\":\"sealed:1:%s:%s:/text:x\",\"binding\":\"%s\"}".formatted(NIA, EVENT, binding);
    }

    private static String everything(Throwable e) {
        return e + (e.getCause() == null ? "" : everything(e.getCause()));
    }
}
