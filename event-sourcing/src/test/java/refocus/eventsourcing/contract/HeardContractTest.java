package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import refocus.eventsourcing.EventName;
import refocus.eventsourcing.EventTypes;

/// A sender that goes its own way is found out.
class HeardContractTest {

    record Copy(UUID copy, Optional<LocalDate> boundOn) {}

    @EventName("book-bought")
    record Sent(String title, Optional<String> shelf, List<Copy> copies, int pages) {}

    @EventName("book-bought")
    record Heard(String title, Optional<String> shelf, List<Copy> copies) {}

    private final ObjectNode promised = schema(Sent.class);

    @Test
    void a_consumer_may_read_less_than_is_promised() {
        assertThat(missing()).isEmpty();
    }

    @Test
    void a_renamed_field_is_missed_though_it_may_be_absent() {
        fields().set("place", fields().remove("shelf"));
        assertThat(missing()).containsExactly("/shelf is not there");
    }

    @Test
    void a_field_of_another_kind_is_found() {
        fields().withObject("/title").put("type", "integer");
        assertThat(missing()).containsExactly("/title is integer and not string");
    }

    @Test
    void a_fixed_word_is_read_as_a_text() {
        fields().putObject("title").putArray("enum").add("MABINOGI");
        assertThat(missing()).isEmpty();
    }

    @Test
    void a_field_that_may_now_be_absent_is_found() {
        promised.putArray("required").add("pages");
        assertThat(missing()).containsExactly("/title may be absent");
    }

    @Test
    void a_renamed_field_deep_within_is_found() {
        ObjectNode copy = promised.withObject("/$defs/Copy/properties");
        copy.set("sewnOn", copy.remove("boundOn"));
        assertThat(missing()).containsExactly("/copies/items/boundOn is not there");
    }

    private ObjectNode fields() {
        return promised.withObject("/properties");
    }

    private List<String> missing() {
        JsonNode heard = schema(Heard.class);
        return HeardContract.missing(heard, promised);
    }

    private static ObjectNode schema(Class<?> record) {
        return EventSchema.of(EventTypes.of(record).all().iterator().next());
    }
}
