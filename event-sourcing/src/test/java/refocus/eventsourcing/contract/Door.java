package refocus.eventsourcing.contract;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/// One way into a service, as its code has it: a method of a resource, and who may use it.
///
/// @param accept what it answers with
/// @param place where it is written, for whoever has to mend it
record Door(String method, String path, String accept, Policy policy, String place) {

    /// Who may come in.
    sealed interface Policy {

        /// Whoever asks.
        record Open() implements Policy {}

        /// Whoever has signed in.
        record SignedIn() implements Policy {}

        record Roles(Set<String> names) implements Policy {}

        /// Nothing was said: nobody, and a mistake.
        record Unsaid() implements Policy {}
    }

    private static final Pattern SETTING = Pattern.compile("\\$\\{([^:}]+):?([^}]*)}");
    private static final Pattern RULE_OF_A_VARIABLE =
            Pattern.compile("\\{\\s*([A-Za-z]+)\\s*:[^{}]*(\\{[^}]*}[^{}]*)*}");

    /// Every endpoint of the running service.
    static List<Door> all() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Door::of)
                .toList();
    }

    private static Stream<Door> of(Class<?> resource) {
        return Stream.<Class<?>>iterate(resource, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .flatMap(method -> verb(method).stream().map(verb -> of(resource, method, verb)));
    }

    private static Door of(Class<?> resource, Method method, String verb) {
        String place = "%s.%s".formatted(method.getDeclaringClass().getSimpleName(), method.getName());
        if (!Modifier.isPublic(method.getModifiers())) {
            throw new AssertionError(place + " is not public: it is never called");
        }
        return new Door(verb, path(resource, method), accept(resource, method), policy(method), place);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String within = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
        String whole = ("/" + resource.getAnnotation(Path.class).value() + "/" + within)
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
        return RULE_OF_A_VARIABLE.matcher(whole).replaceAll("{$1}");
    }

    private static String accept(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(Produces.class)))
                .map(produces -> produces.value()[0].replaceFirst(";qs=.*", ""))
                .findFirst()
                .orElse("*/*");
    }

    /// The method's own word, else its class's.
    private static Policy policy(Method method) {
        return Stream.of(method, method.getDeclaringClass())
                .flatMap(element -> said(element).stream())
                .findFirst()
                .orElseGet(Policy.Unsaid::new);
    }

    private static Optional<Policy> said(AnnotatedElement element) {
        if (element.isAnnotationPresent(PermitAll.class)) {
            return Optional.of(new Policy.Open());
        }
        if (element.isAnnotationPresent(Authenticated.class)) {
            return Optional.of(new Policy.SignedIn());
        }
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Policy.Roles(Set.of()));
        }
        return Optional.ofNullable(element.getAnnotation(RolesAllowed.class))
                .map(roles -> new Policy.Roles(names(roles.value())));
    }

    private static Set<String> names(String[] roles) {
        var names = new TreeSet<String>();
        for (String role : roles) {
            names.add(SETTING.matcher(role)
                    .replaceAll(setting -> ConfigProvider.getConfig()
                            .getOptionalValue(setting.group(1), String.class)
                            .orElse(setting.group(2))));
        }
        return names;
    }

    boolean lets(String role) {
        return switch (policy) {
            case Policy.Open _, Policy.SignedIn _ -> true;
            case Policy.Roles(var names) -> names.contains(role);
            case Policy.Unsaid _ -> false;
        };
    }

    boolean isOpen() {
        return policy instanceof Policy.Open;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
