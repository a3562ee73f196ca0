package refocus.eventsourcing.personal;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import org.jspecify.annotations.Nullable;

/// A record's properties are its components; its other methods (`isOpen`, `getLead`) are not.
final class OnlyComponents extends DefaultAccessorNamingStrategy.Provider {

    @Override
    public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass record) {
        return new RecordNaming(config, record);
    }

    private static final class RecordNaming extends DefaultAccessorNamingStrategy.RecordNaming {

        RecordNaming(MapperConfig<?> config, AnnotatedClass record) {
            super(config, record);
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return _fieldNames.contains(name) ? name : null;
        }

        @Override
        public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
            return null;
        }
    }
}
