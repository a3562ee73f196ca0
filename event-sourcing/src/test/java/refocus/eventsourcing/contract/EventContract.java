package refocus.eventsourcing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.StreamType;
import refocus.eventsourcing.Streams;
import refocus.eventsourcing.personal.EventJson;
import refocus.eventsourcing.personal.Sealer;

/// What a service promises about its events: every one ever written can still be read, and none changes its shape
/// unnoticed.
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> events_keep_their_promises() {
///     return EventContract.of(STREAMS).tests();
/// }
/// ```
///
/// Schemas are kept in `src/main/resources/events/schemas`, one sample per event and version in
/// `src/test/resources/events`. With `-Drefocus.contract=write` missing ones are written, and a schema that changed
/// without breaking anything is brought up to date; a change that breaks is refused even then.
public final class EventContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final UUID NO_EVENT = new UUID(0, 0);

    private final Streams streams;
    private final Samples schemas;
    private final Samples samples;
    private final boolean writing;

    private EventContract(Streams streams, Samples schemas, Samples samples, boolean writing) {
        this.streams = streams;
        this.schemas = schemas;
        this.samples = samples;
        this.writing = writing;
    }

    public static EventContract of(Streams streams) {
        return in(Path.of(""), streams, "write".equals(System.getProperty("refocus.contract")));
    }

    static EventContract in(Path module, Streams streams, boolean writing) {
        return new EventContract(
                streams,
                new Samples(module.resolve("src/main/resources/events/schemas")),
                new Samples(module.resolve("src/test/resources/events")),
                writing);
    }

    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> perEvent = streams.types().stream().flatMap(this::tests);
        Stream<DynamicTest> perStream = streams.types().stream()
                .map(stream -> dynamicTest(stream.category() + " folds its samples", () -> folds(stream)));
        return Stream.of(perEvent, perStream, Stream.of(dynamicTest("no event has gone", this::noneHasGone)))
                .flatMap(tests -> tests);
    }

    private <E> Stream<DynamicTest> tests(StreamType<?, E, ?> stream) {
        return stream.events().all().stream().flatMap(type -> tests(stream.events(), type));
    }

    private <E> Stream<DynamicTest> tests(EventTypes<E> events, EventTypes.Type<E> type) {
        return Stream.concat(
                Stream.of(dynamicTest(type.name() + " keeps its schema", () -> keepsItsSchema(type))),
                IntStream.rangeClosed(1, type.version())
                        .mapToObj(version -> dynamicTest(
                                "%s version %d can be read".formatted(type.name(), version),
                                () -> canBeRead(events, type, version))));
    }

    private void keepsItsSchema(EventTypes.Type<?> type) {
        JsonNode today = EventSchema.of(type);
        Optional<JsonNode> kept = schemas.find(type.name(), type.version());
        kept.ifPresent(before -> assertThat(Breaking.between(before, today))
                .as("%s would break its readers: raise its version and add an upcaster", type.name())
                .isEmpty());
        if (writing) {
            schemas.write(type.name(), type.version(), today);
        } else {
            assertThat(kept)
                    .as("the schema of %s has changed or is missing: run with -Drefocus.contract=write", type.name())
                    .contains(today);
        }
    }

    private <E> void canBeRead(EventTypes<E> events, EventTypes.Type<E> type, int version) {
        if (writing && samples.find(type.name(), version).isEmpty()) {
            assertThat(version)
                    .as("a sample of an old version cannot be made up")
                    .isEqualTo(type.version());
            samples.write(type.name(), version, Example.of(EventSchema.of(type)));
        }
        assertThat(schemas.find(type.name(), version))
                .as("schema %s", schemas.path(type.name(), version))
                .hasValueSatisfying(
                        schema -> assertThat(SCHEMAS.getSchema(schema).validate(sample(type, version)))
                                .as("sample %s", samples.path(type.name(), version))
                                .isEmpty());
        E event = read(events, type, version);
        JsonNode again = EventJson.tree(EventJson.write(event, NO_EVENT, Sealer.none()));
        assertThat(EventJson.read(again, type.record())).isEqualTo(event);
    }

    private <E> E read(EventTypes<E> events, EventTypes.Type<E> type, int version) {
        return EventJson.read(events.upcast(type, version, sample(type, version)), type.record());
    }

    private ObjectNode sample(EventTypes.Type<?> type, int version) {
        return samples.find(type.name(), version)
                .map(ObjectNode.class::cast)
                .map(ObjectNode::deepCopy)
                .orElseThrow(() -> new AssertionError("no sample %s: run with -Drefocus.contract=write"
                        .formatted(samples.path(type.name(), version))));
    }

    private <C, E, S> void folds(StreamType<C, E, S> stream) {
        List<E> all = new ArrayList<>();
        for (EventTypes.Type<E> type : stream.events().all()) {
            for (int version = 1; version <= type.version(); version++) {
                all.add(read(stream.events(), type, version));
            }
        }
        assertThat(Foldable.leftOver(stream.decider(), all))
                .as("samples that can follow no state of a %s", stream.category())
                .isEmpty();
    }

    private void noneHasGone() {
        List<String> today = streams.types().stream()
                .flatMap(stream -> stream.events().all().stream())
                .flatMap(type ->
                        IntStream.rangeClosed(1, type.version()).mapToObj(version -> type.name() + ".v" + version))
                .toList();
        assertThat(today).as("events that have a schema").containsAll(schemas.names());
        assertThat(today).as("events that have a sample").containsAll(samples.names());
    }
}
