package refocus.eventsourcing.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.deser.std.UUIDDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/// What can be written down again: a text without the letter that PostgreSQL has no place for, and without half a
/// letter; a year of four digits, as RFC 3339 has it; an id with its hyphens.
///
/// Java would take more. It would be stored sealed or as JSON, and stop every view that has to show it.
final class Writable {

    static final SimpleModule MODULE = new SimpleModule("writable")
            .addDeserializer(String.class, new Text())
            .addDeserializer(UUID.class, new Id())
            .addDeserializer(LocalDate.class, new Day())
            .addDeserializer(Instant.class, new Moment());

    /// What hangs on a day comes before or after it, and must have four digits too.
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 8999;
    private static final int LENGTH_OF_ID = 36;

    private Writable() {}

    static boolean isText(String text) {
        return text.codePoints().noneMatch(letter -> letter == 0 || isHalf(letter));
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static final class Text extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = super.deserialize(json, context);
            return text == null || isText(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, "", "not to be written");
        }
    }

    /// As RFC 9562 writes it: Jackson reads Base64 as well, and so many a word.
    private static final class Id extends UUIDDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        protected UUID _deserialize(String text, DeserializationContext context) throws IOException {
            return text.length() == LENGTH_OF_ID
                    ? super._deserialize(text, context)
                    : (UUID) context.handleWeirdStringValue(UUID.class, "", "no id");
        }
    }

    private static final class Day extends StdScalarDeserializer<LocalDate> {

        private static final long serialVersionUID = 1;

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) throws IOException {
            LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(json, context);
            return day == null || isYear(day.getYear())
                    ? day
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "no year of four digits");
        }
    }

    private static final class Moment extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Instant moment = InstantDeserializer.INSTANT.deserialize(json, context);
            return moment == null || isYear(moment.atOffset(ZoneOffset.UTC).getYear())
                    ? moment
                    : (Instant) context.handleWeirdStringValue(Instant.class, "", "no year of four digits");
        }
    }
}
