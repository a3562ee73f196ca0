package refocus.eventsourcing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The events of one sealed interface by their stored names, and the way from older shapes to today's.
public final class EventTypes<E> {

    /// One event's stored name, today's shape of it, and its record.
    public record Type<E>(String name, int version, Class<? extends E> record) {}

    private final Map<String, Type<E>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Type<E>> byRecord = new HashMap<>();
    private final Map<String, UnaryOperator<ObjectNode>> upcasters = new HashMap<>();

    private EventTypes(Stream<Class<? extends E>> events) {
        events.forEach(record -> {
            EventName name = record.getAnnotation(EventName.class);
            if (name == null) {
                throw new IllegalArgumentException(record + " needs an @EventName");
            }
            var type = new Type<E>(name.value(), name.version(), record);
            if (byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two events are named " + type.name());
            }
            byRecord.put(record, type);
        });
    }

    /// All records below a sealed interface, each with its [EventName].
    public static <E> EventTypes<E> of(Class<E> events) {
        return new EventTypes<>(records(events));
    }

    /// The events of several streams, for a view that shows them together.
    public static <E> EventTypes<E> together(List<Class<? extends E>> streams) {
        return new EventTypes<>(streams.stream().flatMap(EventTypes::records));
    }

    /// Adds the step from one stored shape to the next: pure JSON to JSON.
    public EventTypes<E> upcasting(String name, int fromVersion, UnaryOperator<ObjectNode> step) {
        upcasters.put(name + "/" + fromVersion, step);
        return this;
    }

    public Collection<Type<E>> all() {
        return byName.values();
    }

    public Optional<Type<E>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Type<E> of(E event) {
        Type<E> type = byRecord.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("not an event of this stream: " + event.getClass());
        }
        return type;
    }

    /// Brings stored data from the shape it was written in to today's.
    public JsonNode upcast(Type<E> type, int storedVersion, ObjectNode data) {
        if (storedVersion > type.version()) {
            throw new IllegalArgumentException(
                    "%s version %d was written by a newer service".formatted(type.name(), storedVersion));
        }
        ObjectNode shape = data;
        for (int version = storedVersion; version < type.version(); version++) {
            UnaryOperator<ObjectNode> step = upcasters.get(type.name() + "/" + version);
            if (step == null) {
                throw new IllegalStateException("no upcaster from %s version %d".formatted(type.name(), version));
            }
            shape = step.apply(shape);
        }
        return shape;
    }

    @SuppressWarnings("unchecked") // what a sealed interface permits is of its type
    private static <E> Stream<Class<? extends E>> records(Class<? extends E> events) {
        if (!events.isSealed()) {
            return Stream.of(events);
        }
        return Arrays.stream(events.getPermittedSubclasses())
                .flatMap(permitted -> records((Class<? extends E>) permitted));
    }
}
