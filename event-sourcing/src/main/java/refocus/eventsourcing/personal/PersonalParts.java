package refocus.eventsourcing.personal;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Where in a record sealed values can stand; found out once per class.
final class PersonalParts {

    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return type.isRecord() ? parts(type) : List.of();
        }
    };

    private static final ClassValue<Boolean> HOLDS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return SealedTypes.below(type).anyMatch(record -> !PARTS.get(record).isEmpty());
        }
    };

    private PersonalParts() {}

    static boolean holdsPersonal(Class<?> type) {
        return HOLDS.get(type);
    }

    static Set<UUID> subjects(Object data) {
        if (!holdsPersonal(data.getClass())) {
            return Set.of();
        }
        Set<UUID> subjects = new HashSet<>();
        collect(data, subjects);
        return subjects;
    }

    private static void collect(Object value, Set<UUID> subjects) {
        switch (value) {
            case Sealed.Clear clear -> subjects.add(clear.subject());
            case Sealed.Cipher _ -> {} // sealed already: it needs no key
            case Optional<?> optional -> optional.ifPresent(held -> collect(held, subjects));
            case Collection<?> items -> items.forEach(item -> collect(item, subjects));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, subjects));
            default -> PARTS.get(value.getClass()).forEach(part -> collect(held(part, value), subjects));
        }
    }

    private static Object held(Method part, Object record) {
        try {
            return part.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Method> parts(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> mayHold(component.getGenericType(), new HashSet<>()))
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toList();
    }

    /// @param within the types being looked into, so that a record may hold its own kind
    private static boolean mayHold(Type type, Set<Type> within) {
        return switch (type) {
            case Class<?> text when Sealed.class.isAssignableFrom(text) -> true;
            case Class<?> choice
            when SealedTypes.isChoice(choice) ->
                within.add(choice) && SealedTypes.below(choice).anyMatch(record -> mayHold(record, within));
            case Class<?> record
            when record.isRecord() ->
                within.add(record)
                        && Arrays.stream(record.getRecordComponents())
                                .anyMatch(component -> mayHold(component.getGenericType(), within));
            case Class<?> _ -> false;
            case ParameterizedType generic ->
                Stream.concat(Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()))
                        .anyMatch(part -> mayHold(part, within));
            // A type variable or wildcard may stand for anything.
            default -> true;
        };
    }
}
