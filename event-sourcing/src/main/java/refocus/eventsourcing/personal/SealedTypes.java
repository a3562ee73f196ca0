package refocus.eventsourcing.personal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets any sealed interface be written and read: the record's simple name stands beside its components.
final class SealedTypes extends JacksonAnnotationIntrospector {

    private static final String NAME = "@type";

    @Override
    public @Nullable TypeResolverBuilder<?> findTypeResolver(
            MapperConfig<?> config, AnnotatedClass type, JavaType base) {
        return isChoice(base.getRawClass())
                ? new StdTypeResolverBuilder()
                        .init(JsonTypeInfo.Id.NAME, null)
                        .inclusion(JsonTypeInfo.As.PROPERTY)
                        .typeProperty(NAME)
                : super.findTypeResolver(config, type, base);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        return isChoice(type.getRawType())
                ? below(type.getRawType())
                        .map(record -> new NamedType(record, record.getSimpleName()))
                        .toList()
                : super.findSubtypes(type);
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
        return type.getRawType().isRecord() ? type.getRawType().getSimpleName() : super.findTypeName(type);
    }

    static boolean isChoice(Class<?> type) {
        return type.isSealed() && type.isInterface() && type != Sealed.class;
    }

    /// The records that a sealed interface stands for.
    static Stream<Class<?>> below(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::below)
                : Stream.of(type);
    }
}
