package refocus.eventsourcing.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// A list takes the filters it declares and no others: a misspelt filter would otherwise show everything.
class ClosedFilters {

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(UriInfo uri, ResourceInfo resource) {
        if (uri.getQueryParameters().isEmpty()) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), ClosedFilters::declaredBy);
        if (!known.containsAll(uri.getQueryParameters().keySet())) {
            throw new Malformed("query", "unknown-filter");
        }
    }

    private static Set<String> declaredBy(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(field -> name(field).stream())
                        : name(parameter).stream())
                .collect(Collectors.toUnmodifiableSet());
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
