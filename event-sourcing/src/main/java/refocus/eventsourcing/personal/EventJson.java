package refocus.eventsourcing.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import refocus.eventsourcing.EventTypes;
import refocus.eventsourcing.Refused;

/// Events and states as JSON.
///
/// A component is a property of the same name; an empty `Optional` is absent; times are ISO 8601; enums stand by
/// name. What a sealed interface stands for is told by the record's simple name in `@type`. Reading ignores what it
/// does not know and fails on what is missing or of another kind: nothing but an `Optional` or a collection has a
/// default.
///
/// A text in clear never comes out of here: it is sealed on the way, or writing fails.
public final class EventJson {

    private static final ObjectMapper MAPPER = mapper();

    // Found out once for each class how it is read and written, and not anew for each event.
    private static final ClassValue<ObjectReader> READERS = of(MAPPER::readerFor);
    private static final ClassValue<ObjectWriter> WRITERS = of(MAPPER::writerFor);

    /// With what texts in clear are sealed, and the event they will stand in.
    private record Sealing(Sealer sealer, UUID event) {}

    private EventJson() {}

    /// Writes an event, sealing its texts in clear.
    ///
    /// @param event the id of the event, to which what is sealed will be bound
    /// @throws Refused where the sealer does: the person is erased
    public static String write(Object data, UUID event, Sealer sealer) {
        try {
            return WRITERS.get(data.getClass())
                    .withAttribute(Sealing.class, new Sealing(sealer, event))
                    .writeValueAsString(data);
        } catch (JacksonException e) {
            // A key that is closed refuses in words of its own.
            throw e.getCause() instanceof Refused refused
                    ? refused
                    : new IllegalStateException("cannot write " + data.getClass(), e);
        }
    }

    /// For what holds no text in clear: metadata, a state.
    ///
    /// @param declared the type it will be read as; a sealed interface makes its `@type` part of it
    public static <S> String write(S data, Class<? super S> declared) {
        try {
            return WRITERS.get(declared).writeValueAsString(data);
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot write " + data.getClass(), e);
        }
    }

    /// Reads an event, a state or metadata.
    ///
    /// @throws IllegalArgumentException where it is not what it should be; its message shows no value
    public static <E> E read(String json, Class<E> type) {
        try {
            return READERS.get(type).readValue(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a %s: %s".formatted(type.getSimpleName(), where(e)));
        }
    }

    public static <E> E read(JsonNode json, Class<E> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a %s: %s".formatted(type.getSimpleName(), where(e)));
        }
    }

    /// The ids that a component lists; none where it is absent, or has no name.
    public static List<UUID> ids(String json, String component) {
        return component.isEmpty()
                ? List.of()
                : read(json, JsonNode.class)
                        .path(component)
                        .valueStream()
                        .map(id -> UUID.fromString(id.asText()))
                        .toList();
    }

    /// Reads an event in the shape it was stored in, brought to today's.
    public static <E> E read(EventTypes<E> types, EventTypes.Type<E> type, int storedVersion, String json) {
        return storedVersion == type.version()
                ? read(json, type.record())
                : read(types.upcast(type, storedVersion, tree(json)), type.record());
    }

    /// For upcasters, which work on the bare tree.
    public static ObjectNode tree(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + where(e));
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /// The people that texts in clear within it are about: those whose keys must be there before it is written.
    public static Set<UUID> subjects(Object data) {
        return PersonalParts.subjects(data);
    }

    /// Whether such a record can hold a sealed value at all.
    public static boolean holdsPersonal(Class<?> type) {
        return PersonalParts.holdsPersonal(type);
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), sealing())
                .annotationIntrospector(new SealedTypes())
                .accessorNaming(new OnlyComponents())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
                .build();
        for (Class<?> mayBeAbsent : List.of(Optional.class, Collection.class, List.class, Set.class, Map.class)) {
            mapper.configOverride(mayBeAbsent).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    private static <T> ClassValue<T> of(Function<Class<?>, T> made) {
        return new ClassValue<>() {
            @Override
            protected T computeValue(Class<?> type) {
                return made.apply(type);
            }
        };
    }

    private static SimpleModule sealing() {
        return new SimpleModule("sealing").addSerializer(Sealed.Clear.class, new JsonSerializer<>() {
            @Override
            public void serialize(Sealed.Clear text, JsonGenerator out, SerializerProvider context) throws IOException {
                if (context.getAttribute(Sealing.class) instanceof Sealing(Sealer sealer, UUID event)) {
                    String place =
                            out.getOutputContext().pathAsPointer().toString().replace(":", "~2");
                    out.writeString(sealer.seal(text, event, place).toString());
                } else {
                    throw new IllegalStateException("a text in clear about " + text.subject());
                }
            }
        });
    }

    /// The place and kind of the fault, without the source text that Jackson would show.
    private static String where(JacksonException e) {
        String path = e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                ? mapping.getPathReference()
                : "";
        return e.getClass().getSimpleName() + " at " + path;
    }
}
