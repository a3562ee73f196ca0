package refocus.eventsourcing.projection;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import refocus.eventsourcing.personal.Sealed;

/// How a record's components stand in columns.
public final class RowType<R extends Record> {

    private record Column(String name, RecordComponent component, Class<?> type, boolean optional) {}

    private final List<Column> columns;
    private final Constructor<R> constructor;

    public RowType(Class<R> record) {
        RecordComponent[] components = record.getRecordComponents();
        this.columns = Arrays.stream(components).map(RowType::column).toList();
        try {
            this.constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
        constructor.setAccessible(true);
        columns.forEach(column -> column.component().getAccessor().setAccessible(true));
    }

    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /// The column of a component.
    public static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// A value's text form, which PostgreSQL casts to the column's type; null where it is absent.
    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> text(optional.orElse(null));
            case Enum<?> constant -> constant.name();
            case Sealed.Clear _ -> throw new IllegalArgumentException("no table holds personal data in clear");
            case Object other -> other.toString();
        };
    }

    @Nullable
    String text(R row, int column) {
        try {
            return text(columns.get(column).component().getAccessor().invoke(row));
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Where columns stand, for [#texts].
    int[] places(List<String> names) {
        return names.stream().mapToInt(columns()::indexOf).toArray();
    }

    List<@Nullable String> texts(R row, int[] places) {
        var texts = new ArrayList<@Nullable String>(places.length);
        for (int place : places) {
            texts.add(text(row, place));
        }
        return texts;
    }

    /// Makes the record from columns read by whatever driver.
    public R row(Function<String, @Nullable Object> read) {
        Object[] values = columns.stream()
                .map(column -> value(column, read.apply(column.name())))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException unfit) {
            throw new IllegalStateException("a row does not fit " + constructor.getDeclaringClass(), unfit);
        }
    }

    R row(ResultSet result) throws SQLException {
        var read = new java.util.HashMap<String, @Nullable Object>();
        for (Column column : columns) {
            read.put(column.name(), result.getObject(column.name(), jdbc(column.type())));
        }
        return row(read::get);
    }

    private static Class<?> jdbc(Class<?> type) {
        if (type == Instant.class) {
            return OffsetDateTime.class;
        }
        return type.isEnum() || Sealed.class.isAssignableFrom(type) ? String.class : type;
    }

    private static Object value(Column column, @Nullable Object read) {
        if (column.optional()) {
            return read == null ? Optional.empty() : Optional.of(present(column.type(), read));
        }
        if (read == null) {
            throw new IllegalStateException("column " + column.name() + " is null and its component is not optional");
        }
        return present(column.type(), read);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the constant's class is only known here
    private static Object present(Class<?> type, Object read) {
        if (read instanceof OffsetDateTime time && type == Instant.class) {
            return time.toInstant();
        }
        // Each driver has a number of its own for `numeric`.
        if (read instanceof Number number && type == BigDecimal.class) {
            return new BigDecimal(number.toString());
        }
        if (read instanceof String text && type.isEnum()) {
            return Enum.valueOf((Class<? extends Enum>) type, text);
        }
        if (read instanceof String text && Sealed.class.isAssignableFrom(type)) {
            return Sealed.fromString(text);
        }
        return read;
    }

    private static Column column(RecordComponent component) {
        boolean optional = component.getType() == Optional.class;
        Class<?> type = optional
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        return new Column(column(component.getName()), component, boxed(type), optional);
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
