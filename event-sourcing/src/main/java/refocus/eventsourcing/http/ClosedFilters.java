package refocus.eventsourcing.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.Unknown;

/// A list takes the filters it declares and no others: a misspelt filter would otherwise show everything. And where it
/// takes yes or no, it takes `true` or `false`: Java would take whatever is not `true` for a no. What cannot be written
/// down names nothing.
class ClosedFilters {

    /// A day whose year has not four digits, or whose next may not have: Java takes it, and nobody means it.
    private static final Pattern NO_YEAR = Pattern.compile("[+-]\\d{4,}-|[09]\\d{3}-\\d{2}-\\d{2}");

    private static final Set<String> YES_OR_NO = Set.of("true", "false");

    /// The filters that a method declares, and of them those that take yes or no.
    private record Declared(Set<String> all, Set<String> yesOrNo) {}

    private final Map<Method, Declared> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(UriInfo uri, ResourceInfo resource) {
        if (!uri.getPathParameters().values().stream().allMatch(ClosedFilters::areWritable)) {
            throw new Unknown("address");
        }
        var asked = uri.getQueryParameters();
        if (asked.isEmpty()) {
            return;
        }
        Declared known = declared.computeIfAbsent(resource.getResourceMethod(), ClosedFilters::declaredBy);
        if (!known.all().containsAll(asked.keySet())) {
            throw new Malformed("query", "unknown-filter");
        }
        asked.entrySet().stream()
                .filter(filter -> !areWritable(filter.getValue()))
                .findFirst()
                .ifPresent(filter -> {
                    throw new Malformed(filter.getKey(), "malformed-parameter");
                });
        known.yesOrNo().stream()
                .filter(name -> !YES_OR_NO.containsAll(asked.getOrDefault(name, List.of())))
                .findFirst()
                .ifPresent(name -> {
                    throw new Malformed(name, "malformed-parameter");
                });
    }

    private static boolean areWritable(List<String> values) {
        return values.stream()
                .allMatch(value ->
                        Writable.isText(value) && !NO_YEAR.matcher(value).lookingAt());
    }

    private static Declared declaredBy(Method method) {
        Set<String> all = Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(field -> name(field).stream())
                        : name(parameter).stream())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> yesOrNo = Arrays.stream(method.getParameters())
                .filter(parameter ->
                        parameter.getParameterizedType().getTypeName().contains(Boolean.class.getName()))
                .flatMap(parameter -> name(parameter).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Declared(all, yesOrNo);
    }

    private static Optional<String> name(Field field) {
        return name(field.getAnnotation(QueryParam.class), field.getAnnotation(RestQuery.class), field.getName());
    }

    private static Optional<String> name(Parameter parameter) {
        return name(
                parameter.getAnnotation(QueryParam.class),
                parameter.getAnnotation(RestQuery.class),
                parameter.getName());
    }

    private static Optional<String> name(@Nullable QueryParam standard, @Nullable RestQuery own, String otherwise) {
        return Stream.of(
                        Optional.ofNullable(standard).map(QueryParam::value),
                        Optional.ofNullable(own)
                                .map(RestQuery::value)
                                .map(value -> value.isEmpty() ? otherwise : value))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
